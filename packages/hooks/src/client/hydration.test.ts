import type { Catalogue } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { createCheckoutKit } from '../../test/checkout-kit.ts'
import { createTestBrowser } from '../testing/test-tabs.ts'

const MINUTE = 60_000

/** A list as a server rendered it by its own clock, an hour ahead of the browser's, from a cache that was 20 s old. */
async function render(): Promise<Catalogue> {
  const server = createCheckoutKit()
  server.gateway.ageMs = 20_000
  server.clock.jump(60 * MINUTE)
  const answer = await server.gateway.listPaymentMethods({
    order: { id: 'A-1001', amount: 12_999, currency: 'PLN' },
    locale: 'en',
  })
  if (!answer.ok) throw new Error('no list')
  return answer.value.catalogue
}

describe('a page that was rendered with its list', () => {
  it('shows it before anything is asked, as the server saw it', async () => {
    const initialCatalogue = await render()
    const kit = createCheckoutKit({}, { initialCatalogue })
    const first = kit.checkout.view.getInitialState()
    expect(first.list).toBe('ready')
    expect(first.channels.get('pbl/ipko')).toEqual({ status: 'available', losing: [] })
    expect(first.gateway).toEqual({ status: 'up' })
    expect(kit.gateway.requests).toHaveLength(0)
  })

  it('asks for no second list, and takes it for as old as it was at rendering', async () => {
    const initialCatalogue = await render()
    const kit = createCheckoutKit({}, { initialCatalogue })
    await kit.mount()
    await kit.clock.advance(4 * MINUTE)
    expect(kit.gateway.requests).toHaveLength(0)
    expect(kit.checkout.view.getState().channels.get('pbl/ipko')?.status).toBe('available')
    await kit.clock.advance(MINUTE - 20_000)
    expect(kit.checkout.view.getState().channels.get('pbl/ipko')).toMatchObject({ status: 'unconfirmed' })
  })

  it('reads what was kept only once it is mounted, and tells no change for it', async () => {
    const browser = createTestBrowser()
    const before = createCheckoutKit({ tabs: browser.open() })
    await before.mount()
    const at = before.clock.now()
    before.checkout.report('pbl/ipko', '500', { sentAt: at, at })

    const initialCatalogue = await render()
    const kit = createCheckoutKit({ clock: before.clock, tabs: browser.open() }, { initialCatalogue })
    const shown = () => kit.checkout.view.getState().channels.get('pbl/ipko')?.status
    expect(shown()).toBe('available')
    await kit.mount()
    expect(shown()).toBe('coolingDown')
    expect(kit.events).toEqual([])
  })

  it('writes nothing to the cache before it is mounted', async () => {
    const kit = createCheckoutKit({}, { initialCatalogue: await render() })
    expect(kit.client.internals.queryClient.getQueryCache().getAll()).toEqual([])
  })

  it('prefers a newer list that the browser has already', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    const again = createCheckoutKit(
      { queryClient: kit.client.internals.queryClient, clock: kit.clock },
      { initialCatalogue: { ...(await render()), methods: [] } },
    )
    await again.mount()
    expect(again.checkout.view.getState().methods).toHaveLength(4)
  })

  it.each([null, {}, { methods: 'none' }, { methods: [], requestedAt: 'x', asOf: 0 }])(
    'is told when it is given %j instead of a list',
    (broken) => {
      const initialCatalogue = broken as unknown as Catalogue
      if (broken === null) expect(() => createCheckoutKit({}, { initialCatalogue })).not.toThrow()
      else expect(() => createCheckoutKit({}, { initialCatalogue })).toThrow('initialCatalogue')
    },
  )
})
