import type { ChannelId } from '@tillkit/core'
import { act, render, screen } from '@testing-library/react'
import { memo, StrictMode, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { createTestPayments, TestPaymentsProvider, type TestPayments } from '../testing/test-payments.tsx'
import { useAvailability } from './use-availability.ts'
import { useCountdown } from './use-countdown.ts'
import { usePaymentMethods } from './use-payment-methods.ts'
import { useIsChosen, usePaymentSelection } from './use-payment-selection.ts'

const renders = new Map<string, number>()
const count = (what: string): void => void renders.set(what, (renders.get(what) ?? 0) + 1)

const Row = memo(({ id }: { readonly id: ChannelId }): ReactElement => {
  count(id)
  const { status } = useAvailability(id)
  const isChosen = useIsChosen(id)
  return (
    <li>
      {id} {status} {isChosen && 'chosen'}
    </li>
  )
})
Row.displayName = 'Row'

function List(): ReactElement {
  count('list')
  const { methods } = usePaymentMethods()
  return <ul>{methods.flatMap(({ channels }) => channels.map(({ id }) => <Row key={id} id={id} />))}</ul>
}

function Chooser(): ReactElement {
  const { choose } = usePaymentSelection()
  return (
    <>
      {(['pbl/bank7', 'pbl/bank8'] as const).map((id) => (
        <button key={id} type="button" onClick={() => choose(id)}>
          {id}
        </button>
      ))}
    </>
  )
}

/** A shop with 200 banks, shown. */
async function shown(children: ReactElement): Promise<TestPayments> {
  const payments = createTestPayments()
  payments.gateway.rows = Array.from({ length: 200 }, (_, n) => ({
    paymentMethod: 'pbl',
    paymentMethodCode: `bank${n}`,
  }))
  render(
    <TestPaymentsProvider payments={payments}>
      <List />
      {children}
    </TestPaymentsProvider>,
  )
  await act(() => payments.clock.advance(0))
  renders.clear()
  return payments
}

const fail = (payments: TestPayments, id: ChannelId): void => {
  const at = payments.clock.now()
  payments.client.internals.memory.report({
    id: `r ${id} ${at}`,
    channel: id,
    outcome: 'failed',
    sentAt: at,
    at,
  })
}

describe('200 channels', () => {
  it('re-render exactly one row when one of them changes', async () => {
    const payments = await shown(<p />)
    act(() => fail(payments, 'pbl/bank7'))
    expect([...renders]).toEqual([['pbl/bank7', 1]])
    renders.clear()
    await act(() => payments.clock.advance(5 * 60_000))
    expect([...renders.keys()].filter((what) => what === 'list')).toEqual([])
    expect(renders.get('pbl/bank7')).toBe(1)
  })

  it('re-render two rows when another one is chosen', async () => {
    await shown(<Chooser />)
    act(() => screen.getByRole('button', { name: 'pbl/bank7' }).click())
    renders.clear()
    act(() => screen.getByRole('button', { name: 'pbl/bank8' }).click())
    expect([...renders]).toEqual([
      ['pbl/bank7', 1],
      ['pbl/bank8', 1],
    ])
  })

  it('re-render nothing when a list arrives that says the same', async () => {
    const payments = await shown(<p />)
    payments.page.set({ visible: false })
    await act(() => payments.clock.advance(61_000))
    await act(async () => {
      payments.page.set({ visible: true })
      await payments.clock.advance(0)
    })
    expect([...renders]).toEqual([])
  })

  it('re-render nothing while a countdown runs but the countdown', async () => {
    const Countdown = ({ until }: { readonly until: number }): ReactElement => {
      count('countdown')
      return <p>{useCountdown(until)}</p>
    }
    const payments = await shown(<p />)
    const until = payments.clock.now() + 10_000
    render(
      <TestPaymentsProvider payments={payments}>
        <Countdown until={until} />
      </TestPaymentsProvider>,
    )
    renders.clear()
    await act(() => payments.clock.advance(3_000))
    expect([...renders.keys()]).toEqual(['countdown'])
  })
})

describe('an idle page', () => {
  it('arms at most one timer, however many pickers it has', async () => {
    const payments = createTestPayments()
    const pickers = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']
    const { unmount } = render(
      <StrictMode>
        {pickers.map((id) => (
          <TestPaymentsProvider key={id} payments={payments} order={{ id, amount: 100, currency: 'PLN' }}>
            <List />
          </TestPaymentsProvider>
        ))}
      </StrictMode>,
    )
    await act(() => payments.clock.advance(0))
    expect(payments.clock.timers()).toBeLessThanOrEqual(1)
    act(() => fail(payments, 'pbl/ipko'))
    expect(payments.clock.timers()).toBe(1)
    unmount()
    expect(payments.clock.timers()).toBe(0)
  })
})
