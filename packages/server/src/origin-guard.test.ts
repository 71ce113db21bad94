import { expect, it } from 'vitest'
import { refuseForeignOrigin } from './origin-guard.ts'

const post = (headers: Record<string, string>): Request =>
  new Request('https://shop.example/api/payments/transactions', { method: 'POST', headers })

it.each([
  ['the shop’s own page', { origin: 'https://shop.example' }],
  ['a caller that is no browser', {}],
  ['a browser that sends no Origin from its own page', { 'sec-fetch-site': 'same-origin' }],
])('lets %s in', (_, headers) => {
  expect(() => refuseForeignOrigin(post(headers), 'https://shop.example')).not.toThrow()
})

it.each([
  ['another shop', { origin: 'https://evil.example' }],
  ['another scheme', { origin: 'http://shop.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['a subdomain', { 'sec-fetch-site': 'same-site' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
])('refuses %s', (_, headers) => {
  expect(() => refuseForeignOrigin(post(headers), 'https://shop.example')).toThrow(
    expect.objectContaining({ type: 'forbidden-origin', status: 403 }),
  )
})
