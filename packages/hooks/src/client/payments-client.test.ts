import { describe, expect, it, vi } from 'vitest'
import { createCheckoutKit } from '../../test/checkout-kit.ts'
import { createPaymentsClient, type PaymentsClientOptions } from './payments-client.ts'

describe('createPaymentsClient', () => {
  it('refuses an option it does not know, by name', () => {
    const options = { endpoint: '/api/payments', endpiont: '/x' } as PaymentsClientOptions
    expect(() => createPaymentsClient(options)).toThrow(/no option "endpiont"/)
  })

  it.each([
    [{}, /endpoint/],
    [{ endpoint: '/api', policy: { coolDownsMs: [] } }, /at least one cool-down/],
    [{ endpoint: '/api', policy: { maxAgeMs: -1 } }, /maxAgeMs/],
    [{ endpoint: '/api', trustedOrigins: ['https://pay.example/path'] }, /full origin/],
    [{ endpoint: '/api', trustedOrigins: ['http://pay.example'] }, /full origin/],
  ])('refuses %o with a sentence that says what to write', (options, sentence) => {
    expect(() => createPaymentsClient(options)).toThrow(sentence)
  })

  it('switches off channels and methods that the shop overrides', async () => {
    const kit = createCheckoutKit({
      overrides: { 'pbl/ipko': { text: 'Back on Monday.' }, card: {} },
    })
    await kit.mount()
    const { channels } = kit.checkout.view.getState()
    expect(channels.get('pbl/ipko')).toMatchObject({ status: 'off', text: 'Back on Monday.' })
    expect(channels.get('card/ecom3ds')?.status).toBe('off')
    expect(channels.get('pbl/mtransfer')?.status).toBe('available')
  })

  it('asks the shop whether a device can use a channel', async () => {
    const kit = createCheckoutKit({ supportsChannel: ({ method }) => method !== 'blik' })
    await kit.mount()
    expect(kit.checkout.view.getState().channels.get('blik/blik')).toMatchObject({
      status: 'ineligible',
      because: 'device',
    })
  })

  it('follows the shop’s own figures', async () => {
    const kit = createCheckoutKit({ policy: { gatewayHoldMs: 60_000 } })
    kit.gateway.script.list.push(503)
    await kit.mount()
    expect(kit.checkout.view.getState().gateway).toMatchObject({ check: { at: kit.clock.now() + 60_000 } })
  })

  it('makes ids that don’t repeat, also on a page that is tried over http', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    const { randomId } = createPaymentsClient({ endpoint: '/api' }).internals
    const ids = Array.from({ length: 100 }, randomId)
    expect(new Set(ids).size).toBe(100)
    expect(ids.every((id) => /^\d+-\d+-\d+-\d+$/.test(id))).toBe(true)
  })

  it('knows nothing of another client on the page', async () => {
    const [one, other] = [createCheckoutKit(), createCheckoutKit()]
    one.gateway.script.list.push(503)
    await Promise.all([one.mount(), other.mount()])
    expect(one.checkout.view.getState().gateway.status).toBe('down')
    expect(other.checkout.view.getState().gateway.status).toBe('up')
  })
})
