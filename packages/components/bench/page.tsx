import { createPaymentsClient, PaymentsProvider } from '@tillkit/hooks'
import { createFakeClock, createTestBrowser, createTestGateway, createTestPage } from '@tillkit/hooks/testing'
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { MessagesProvider, MethodList, PickerRoot } from '../src/index.ts'
import { en } from '../src/messages/en.ts'
import '../src/styles/index.css'
import { HandWritten } from './hand-written.tsx'

/*
 * Runs in a browser: the kit's list of 200 banks, and one written by hand that draws the same elements. Both are mounted in turns,
 * so that other work on the machine meets both.
 */

const count = 200
const order = { id: 'A-1', amount: 12_999, currency: 'PLN' }

/** The kit's list, with its rows in hand as a server's page has them. */
async function buildKit(): Promise<ReactElement> {
  const clock = createFakeClock()
  const gateway = createTestGateway(clock)
  gateway.rows = Array.from({ length: count }, (_, index) => ({
    paymentMethod: 'pbl',
    paymentMethodCode: `bank${index}`,
    description: `Bank ${index}`,
  }))
  const list = await gateway.listPaymentMethods({ order, locale: 'en' })
  if (!list.ok) throw new Error('There is no list.')
  const tabs = createTestBrowser().open()
  const client = createPaymentsClient({ gateway, clock, page: createTestPage(), tabs })
  return (
    <PaymentsProvider client={client} order={order} initialCatalogue={list.value.catalogue}>
      <MessagesProvider messages={en}>
        <PickerRoot>
          <MethodList />
        </PickerRoot>
      </MessagesProvider>
    </PaymentsProvider>
  )
}

interface Mounted {
  /** Milliseconds until the list was in the page, its effects had run and it was laid out. */
  readonly tookMs: number
  /** The names of its elements. */
  readonly drawn: string
}

async function mount(ui: ReactElement): Promise<Mounted> {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const startedAt = performance.now()
  flushSync(() => root.render(ui))
  // Tab stops and positions are set in a microtask.
  await Promise.resolve()
  place.getBoundingClientRect()
  const tookMs = performance.now() - startedAt
  const drawn = [...place.querySelectorAll('*')].map(({ tagName }) => tagName).join(' ')
  root.unmount()
  place.remove()
  return { tookMs, drawn }
}

/** The kit's time against the other's, in the middle of many rounds. */
async function compareMounts(rounds: number): Promise<number> {
  const kit = await buildKit()
  const handWritten = <HandWritten count={count} />
  const ratios: number[] = []
  for (let round = 0; round < 2 * rounds; round++) {
    const baseline = await mount(handWritten)
    const subject = await mount(kit)
    if (baseline.drawn !== subject.drawn) throw new Error('The two lists draw different elements.')
    // Until half of them are done the compiler hasn't seen enough.
    if (round >= rounds) ratios.push(subject.tookMs / baseline.tookMs)
  }
  return ratios.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN
}

Object.assign(globalThis, { compareMounts })
