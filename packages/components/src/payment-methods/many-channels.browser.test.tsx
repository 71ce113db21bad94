import { createPaymentsClient, PaymentsProvider } from '@tillkit/hooks'
import { createFakeClock, createTestBrowser, createTestGateway, createTestPage } from '@tillkit/hooks/testing'
import { Profiler, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { en } from '../messages/en.ts'
import type { RowPieces } from '../picker-root/picker-context.ts'
import { PaymentMethods } from './payment-methods.tsx'

const rendered: string[] = []

const renderRow = ({ id, radio, mark, text, end }: RowPieces): ReactElement => {
  rendered.push(id)
  return (
    <label className="till-row">
      {radio} {mark} {text} {end}
    </label>
  )
}

/** A shop with 200 banks, all of them shown; what it renders from now on is counted. No StrictMode: that renders twice. */
async function show(grouping: 'method' | 'none') {
  const clock = createFakeClock()
  const gateway = createTestGateway(clock)
  gateway.rows = Array.from({ length: 200 }, (_, index) => ({
    paymentMethod: 'pbl',
    paymentMethodCode: `bank${index}`,
    description: `Bank ${index}`,
  }))
  gateway.rows = [...gateway.rows, { paymentMethod: 'card', paymentMethodCode: 'card', description: 'Card' }]
  const tabs = createTestBrowser().open()
  const client = createPaymentsClient({ gateway, clock, page: createTestPage(), tabs })
  let commits = 0
  const { container } = await render(
    <PaymentsProvider client={client} order={{ id: 'A-1', amount: 100, currency: 'PLN' }} locale="en">
      <Profiler id="picker" onRender={() => (commits += 1)}>
        <PaymentMethods messages={en} grouping={grouping} renderRow={renderRow} />
      </Profiler>
    </PaymentsProvider>,
  )
  await clock.advance(0)
  const click = async (value: string): Promise<void> => {
    await expect.poll(() => container.querySelector(`input[value='${value}']`)).not.toBeNull()
    container.querySelector<HTMLElement>(`input[value='${value}']`)?.click()
    await expect
      .poll(() => container.querySelector<HTMLInputElement>(`input[value='${value}']`)?.checked)
      .toBe(true)
  }
  if (grouping === 'method') await click('pbl')
  await click('pbl/bank7')
  expect(container.querySelectorAll('[type=radio]').length).toBe(grouping === 'method' ? 202 : 201)
  rendered.length = 0
  commits = 0
  return { click, clock, client, commits: () => commits, container }
}

describe.each(['method', 'none'] as const)('200 channels, by %s', (grouping) => {
  it('render two rows again, in one commit, when another one is chosen', async () => {
    const { click, commits } = await show(grouping)
    await click('pbl/bank150')
    expect(rendered.toSorted()).toEqual(['pbl/bank150', 'pbl/bank7'])
    expect(commits()).toBe(1)
  })

  it('render one row again, in one commit, when a bank goes down', async () => {
    const { clock, client, commits, container } = await show(grouping)
    const at = clock.now()
    client.internals.memory.report({ id: 'r', channel: 'pbl/bank9', outcome: 'failed', sentAt: at, at })
    await expect
      .poll(() => container.querySelector("[data-channel='pbl/bank9']")?.getAttribute('data-usable'))
      .toBe('false')
    expect(rendered).toEqual(['pbl/bank9'])
    expect(commits()).toBe(1)
  })
})
