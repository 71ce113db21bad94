import { describe, expect, it } from 'vitest'
import { createBackend, html, json, link, order } from '../../test/backend.ts'
import { start } from '../../test/facts.ts'

const page = { payment: { id: 'p-1', url: 'https://paywall.imoje.pl/s/abc' } }

describe('createLink', () => {
  it('makes a link that shows these methods, none of them chosen', async () => {
    const { gateway, seen } = createBackend(() => json(page))
    await gateway.createLink({ order, visibleMethod: ['pbl', 'card'], idempotencyKey: 'k-7' })
    expect(seen).toHaveLength(1)
    expect(seen[0]?.init.method).toBe('POST')
    expect(seen[0]?.url.pathname).toBe('/api/payments/payment-links')
    expect(seen[0]?.headers.get('idempotency-key')).toBe('k-7')
    expect(seen[0]?.headers.get('content-type')).toBe('application/json')
    expect(seen[0]?.body).toEqual({
      orderId: 'A-1001',
      visibleMethod: ['pbl', 'card'],
      expectedAmount: 12_999,
      expectedCurrency: 'PLN',
    })
  })

  it('answers with the page to go to', async () => {
    const { gateway } = createBackend(() => json(page))
    expect(await gateway.createLink(link())).toMatchObject({
      ok: true,
      value: {
        id: 'p-1',
        action: { type: 'redirect', method: 'GET', url: 'https://paywall.imoje.pl/s/abc' },
      },
    })
  })

  it('asks nobody without a method: to imoje an empty list is every method', async () => {
    const backend = createBackend(() => json(page))
    const answer = await backend.gateway.createLink({ ...link(), visibleMethod: [] })
    expect(backend.seen).toEqual([])
    expect(backend.clock.armed()).toEqual([])
    expect(answer).toEqual({
      ok: false,
      name: 'invalid-request',
      readable: false,
      errors: [],
      sentAt: start,
      at: start,
    })
  })

  it.each<[string, unknown]>([
    ['no address', { payment: { id: 'p-1' } }],
    ['a foreign address', { payment: { id: 'p-1', url: 'https://evil.example/s/1' } }],
    ['no id', { payment: { url: 'https://paywall.imoje.pl/s/1' } }],
    ['nothing', {}],
  ])('is unreadable when a success has %s', async (_, body) => {
    const { gateway } = createBackend(() => json(body))
    expect(await gateway.createLink(link())).toMatchObject({ ok: false, name: 'unreadable' })
  })

  it('says what went wrong, and tries once', async () => {
    const { gateway, seen } = createBackend(() => html(500))
    expect(await gateway.createLink(link())).toMatchObject({ ok: false, name: '500' })
    expect(seen).toHaveLength(1)
  })
})
