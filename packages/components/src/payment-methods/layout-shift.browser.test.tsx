import { PaymentsProvider } from '@tillkit/hooks'
import type { ReactElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { en } from '../messages/en.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import '../styles/index.css'
import { createTestPicker } from '../testing/create-test-picker.tsx'
import { PaymentMethods } from './payment-methods.tsx'

const layouts: readonly Layout[] = ['list', 'tabs', 'grid', 'compact']
const order = { id: 'A-1', amount: 12_999, currency: 'PLN' }

/** As many as a skeleton draws, the third of them at rest. */
const rows = [
  { paymentMethod: 'blik', paymentMethodCode: 'blik', description: 'BLIK' },
  { paymentMethod: 'pbl', paymentMethodCode: 'mtransfer', description: 'mBank' },
  { paymentMethod: 'pbl', paymentMethodCode: 'ipko', description: 'PKO BP' },
  { paymentMethod: 'card', paymentMethodCode: 'ecom3ds', description: 'Visa / Mastercard' },
  { paymentMethod: 'wallet', paymentMethodCode: 'gpay', description: 'Google Pay' },
  { paymentMethod: 'wt', paymentMethodCode: 'wt', description: 'Przelew' },
]

const Shop = ({ children }: { readonly children: ReactElement }): ReactElement => (
  <main style={{ inlineSize: 560 }}>
    <h1>Your order</h1>
    {children}
  </main>
)

/** Where the heading, the list and its rows stand, in whole pixels. */
const places = (page: Element): readonly (readonly number[])[] =>
  [...page.querySelectorAll('h1, .till-list, .till-row')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return [left, top, width, height].map(Math.round)
  })

describe.each(layouts)('in the layout %s', (layout) => {
  it('each row comes where the skeleton had its own, where names and help have room', async () => {
    const { ui, gateway } = createTestPicker({ rows, layout })
    const list = await gateway.listPaymentMethods({ order, locale: 'en' })
    let answer = (): void => expect.fail('nobody asked for the list')
    Object.assign(gateway, {
      listPaymentMethods: () => new Promise((resolve) => (answer = () => resolve(list))),
    })
    const { container } = await render(<Shop>{ui}</Shop>)
    expect(container.querySelectorAll('.till-skeleton .till-row').length).toBe(5)
    const before = places(container)
    answer()
    await expect.poll(() => container.querySelectorAll('input').length).toBe(5)
    expect(places(container)).toEqual(before)
  })

  it('a list that a server wrote stays where it is when the page wakes up', async () => {
    const { gateway, client } = createTestPicker({ rows })
    const list = await gateway.listPaymentMethods({ order, locale: 'en' })
    if (!list.ok) throw new Error('There is no list.')
    const ui = (
      <Shop>
        <PaymentsProvider client={client} order={order} initialCatalogue={list.value.catalogue}>
          <PaymentMethods layout={layout} messages={en} />
        </PaymentsProvider>
      </Shop>
    )
    const page = document.createElement('div')
    page.innerHTML = renderToString(ui)
    document.body.append(page)
    const before = places(page)
    expect(before.length).toBe(7)
    const root = hydrateRoot(page, ui)
    await expect.poll(() => page.querySelector('[tabindex="0"]')).not.toBeNull()
    expect(places(page)).toEqual(before)
    root.unmount()
    page.remove()
  })
})
