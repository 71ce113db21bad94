import { act, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import { createCheckoutKit, testOrder } from '../../test/checkout-kit.ts'
import { testRows } from '../testing/test-gateway.ts'
import { PaymentsProvider } from './payments-provider.tsx'
import { usePaymentMethods } from './use-payment-methods.ts'

const Names = (): ReactElement => {
  const { methods, status } = usePaymentMethods()
  return <p>{`${status}: ${methods.map(({ id }) => id).join(' ')}`}</p>
}

it('the list of the first HTML is that of its own order: the next order’s is asked for', async () => {
  const kit = createCheckoutKit()
  const answer = await kit.gateway.listPaymentMethods({ order: testOrder, locale: 'en' })
  if (!answer.ok) throw new Error('no list')
  const { catalogue } = answer.value
  kit.gateway.rows = testRows.slice(0, 1)
  const page = (order: typeof testOrder): ReactElement => (
    <PaymentsProvider client={kit.client} order={order} initialCatalogue={catalogue}>
      <Names />
    </PaymentsProvider>
  )
  const { container, rerender } = render(page(testOrder))
  expect(container.textContent).toBe('ready: blik pbl card imoje_paylater')
  rerender(page({ ...testOrder, id: 'A-1002' }))
  expect(container.textContent).toBe('loading: ')
  await act(() => kit.clock.advance(0))
  expect(container.textContent).toBe('ready: blik')
})
