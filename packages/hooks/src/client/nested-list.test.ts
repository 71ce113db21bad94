import { createOriginGuard, decodeCatalogue, type Catalogue, type ListRequest } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { createCheckoutKit, testOrder, type CheckoutKit } from '../../test/checkout-kit.ts'
import { createCheckout } from './checkout.ts'

const MINUTE = 60_000

const group = {
  label: 'Przelew online',
  isOnline: true,
  channels: [{ paymentMethod: 'pbl', paymentMethodCode: 'ipko', isOnline: true }],
}
const { catalogue: nestedList } = decodeCatalogue([group], {
  currency: 'PLN',
  requestedAt: 0,
  arrivedAt: 0,
  ageMs: 0,
  longestRestMs: 0,
  guard: createOriginGuard(),
})

/** Has the backend answer with imoje's nested list. */
function nest(kit: CheckoutKit): CheckoutKit {
  const { gateway } = kit
  const list = gateway.listPaymentMethods
  gateway.listPaymentMethods = async (request) => {
    const answer = await list(request)
    if (!answer.ok) return answer
    const { requestedAt, asOf } = answer.value.catalogue
    return { ...answer, value: { catalogue: { ...nestedList, requestedAt, asOf }, discarded: [] } }
  }
  return kit
}

/** The amounts that lists were asked for. */
const amounts = ({ gateway }: CheckoutKit): readonly number[] =>
  gateway.requests.flatMap(({ kind, detail }) =>
    kind === 'list' ? [(detail as ListRequest).order.amount] : [],
  )

const total = (kit: CheckoutKit, amount: number): void => kit.checkout.setOrder({ ...testOrder, amount })

async function nested(): Promise<CheckoutKit> {
  const kit = nest(createCheckoutKit())
  await kit.mount()
  return kit
}

describe('imoje’s nested list, which is for one amount', () => {
  it('is read again when the amount changes, once, while the one at hand stays', async () => {
    const kit = await nested()
    total(kit, 30_000)
    expect(kit.checkout.view.getState().list).toBe('ready')
    await kit.clock.advance(60 * MINUTE)
    expect(amounts(kit)).toEqual([12_999, 30_000])
    kit.checkout.setOrder({ ...testOrder, amount: 30_000 })
    await kit.clock.advance(60 * MINUTE)
    expect(amounts(kit)).toHaveLength(2)
  })

  it('is read for the last of several quick changes, with one request at a time', async () => {
    const kit = await nested()
    const list = kit.gateway.listPaymentMethods
    let underWay = 0
    kit.gateway.listPaymentMethods = async (request) => {
      expect((underWay += 1)).toBe(1)
      await new Promise<void>((resolve) => {
        kit.clock.setTimer(resolve, 500)
      })
      underWay -= 1
      return list(request)
    }
    for (const amount of [20_000, 30_000, 40_000]) {
      total(kit, amount)
      await kit.clock.advance(100)
    }
    // Seen again meanwhile: shares what is on its way, which is for another amount.
    kit.page.set({ visible: true })
    await kit.clock.advance(60 * MINUTE)
    expect(amounts(kit)).toEqual([12_999, 20_000, 40_000])
  })

  it('isn’t asked for while imoje is away, nor while nobody sees the page', async () => {
    const kit = await nested()
    const at = kit.clock.now() + 1
    await kit.clock.advance(1)
    kit.checkout.report('blik/blik', '503', { sentAt: at, at })
    total(kit, 30_000)
    await kit.clock.advance(5 * MINUTE - 1)
    expect(amounts(kit)).toHaveLength(1)
    await kit.clock.advance(1)
    expect(amounts(kit)).toEqual([12_999, 30_000])
    kit.page.set({ visible: false })
    total(kit, 40_000)
    await kit.clock.advance(5 * MINUTE)
    expect(amounts(kit)).toHaveLength(2)
    kit.page.set({ visible: true })
    await kit.clock.advance(0)
    expect(amounts(kit)).toEqual([12_999, 30_000, 40_000])
  })

  it('that could not be read is tried again after a minute, not at once', async () => {
    const kit = await nested()
    kit.gateway.script.list.push(422)
    total(kit, 30_000)
    await kit.clock.advance(MINUTE - 1)
    expect(amounts(kit)).toHaveLength(2)
    await kit.clock.advance(1)
    expect(amounts(kit)).toHaveLength(3)
    await kit.clock.advance(60 * MINUTE)
    expect(amounts(kit)).toHaveLength(3)
  })

  it('is read by a picker that finds it kept for another amount', async () => {
    const kit = nest(createCheckoutKit())
    const leave = await kit.mount()
    leave()
    const next = createCheckout(kit.client, { order: { ...testOrder, amount: 30_000 }, locale: 'en' })
    next.view.subscribe(() => undefined)
    await kit.clock.advance(0)
    expect(amounts(kit)).toEqual([12_999, 30_000])
  })

  it('that came with the page is for the amount that the page came with', async () => {
    const initialCatalogue: Catalogue = { ...nestedList, requestedAt: 0, asOf: 0 }
    const kit = nest(createCheckoutKit({}, { initialCatalogue }))
    total(kit, 30_000)
    total(kit, testOrder.amount)
    await kit.mount()
    expect(amounts(kit)).toEqual([])
    total(kit, 40_000)
    await kit.clock.advance(0)
    expect(amounts(kit)).toEqual([40_000])
  })

  it('that came with the page is read at once where the amount has changed by then', async () => {
    const initialCatalogue: Catalogue = { ...nestedList, requestedAt: 0, asOf: 0 }
    const kit = nest(createCheckoutKit({}, { initialCatalogue }))
    total(kit, 30_000)
    await kit.mount()
    expect(amounts(kit)).toEqual([30_000])
  })
})
