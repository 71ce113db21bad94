import { expect, it } from 'vitest'
import { isSafeAddress, refuseForeignOrigin } from './origin-guard.ts'

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

const trusted = ['https://bank.example', 'http://127.0.0.1:4010']

it.each([
  'https://paywall.imoje.pl/s/abc',
  'https://sandbox.paywall.imoje.pl/s/abc',
  'https://bank.example/login?next=1',
  'http://127.0.0.1:4010/s/abc',
])('lets a payer go to %s', (address) => {
  expect(isSafeAddress(address, trusted)).toBe(true)
})

it.each([
  'https://evil.example/s/abc',
  'https://paywall.imoje.pl.evil.example/s/abc',
  'https://paywall.imoje.pl@evil.example/s/abc',
  'http://paywall.imoje.pl/s/abc',
  'http://127.0.0.1:4011/s/abc',
  'https://bank.example:8443/login',
  'javascript:alert(1)//https://bank.example',
  'data:text/html,<h1>pay</h1>',
  'blob:https://bank.example/1',
  '//bank.example/login',
  '/s/abc',
  '',
])('sends no payer to “%s”', (address) => {
  expect(isSafeAddress(address, trusted)).toBe(false)
})
