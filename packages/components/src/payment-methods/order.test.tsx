import { PaymentsProvider } from '@tillkit/hooks'
import { act } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import { createTestPicker, rowsWithManyBanks } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker, values } from '../testing/show-picker.tsx'
import { PaymentMethods } from './payment-methods.tsx'

const order = { id: 'A-1', amount: 12_999, currency: 'PLN' }
const layouts: readonly Layout[] = ['list', 'tabs', 'grid', 'compact']
const priority = ['pbl/ipko', 'pbl/nest']
const rows = [
  { paymentMethod: 'blik', paymentMethodCode: 'blik', isOnline: false },
  {
    paymentMethod: 'imoje_paylater',
    paymentMethodCode: 'paypo',
    transactionLimits: { minTransaction: { value: 30_000 } },
  },
  ...rowsWithManyBanks.map((row) => (row.paymentMethodCode === 'ipko' ? { ...row, isOnline: false } : row)),
]

describe.each(layouts)('the order of the rows in %s', (layout) => {
  it.each(['method', 'none'] as const)(
    'is on a server what it is in the browser, by %s',
    async (grouping) => {
      const { gateway, client } = createTestPicker({ rows })
      const list = await gateway.listPaymentMethods({ order, locale: 'en' })
      if (!list.ok) throw new Error('There is no list.')
      const props = { layout, grouping, priority, messages: en }
      const html = renderToString(
        <PaymentsProvider client={client} order={order} initialCatalogue={list.value.catalogue}>
          <PaymentMethods {...props} />
        </PaymentsProvider>,
      )
      const server = new DOMParser().parseFromString(html, 'text/html')
      const rendered = [...server.querySelectorAll('input')].map(({ value }) => value)
      expect(rendered.length).toBe(grouping === 'none' ? 18 : 4)
      await showPicker({ rows, ...props })
      expect(values()).toEqual(rendered)
    },
  )
})

describe('banks', () => {
  it('stand by the shop’s priority among those that work, and among those that don’t', async () => {
    await showPicker({ rows, priority })
    await click(radio('Online bank transfer'))
    const banks = values().filter((value) => value.startsWith('pbl/'))
    expect([banks[0], banks.at(-1)]).toEqual(['pbl/nest', 'pbl/ipko'])
  })

  it('that move when one of them goes down keep focus where it is', async () => {
    const { gateway, clock, page } = await showPicker({ rows })
    await click(radio('Online bank transfer'))
    const mBank = radio('mBank')
    mBank.focus()
    gateway.rows = rows.map((row) =>
      row.paymentMethodCode === 'mtransfer' ? { ...row, isOnline: false } : row,
    )
    await act(async () => {
      await clock.advance(61_000)
      page.set({ visible: true })
      await clock.advance(0)
    })
    expect(values().indexOf('pbl/mtransfer')).toBeGreaterThan(10)
    expect(document.activeElement).toBe(mBank)
  })
})
