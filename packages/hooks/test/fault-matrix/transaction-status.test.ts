// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createBench } from './bench.ts'
import { faultNames } from './faults.ts'
import { describeRow, paymentWords } from './payment-cell.ts'
import type { Scene } from './payment-scene.ts'
import { checkCell } from './payment-steps.ts'
import { readTable } from './table.ts'

/*
 * Every fault of `GET /transactions/{id}`, asked again and again while the payer confirms BLIK in the bank's app, until it is
 * mended. "Polling forgives lost answers" (§6): none of them is an end. `record` is here what the shop's record and imoje's
 * transaction say: `pending`, `paid` (settled), `failed` (rejected for a wrong code).
 */
const rows = readTable(
  paymentWords,
  `
  fault     | record  | at once    | end    | message  | charged     | channel       | imoje         | told | list | again           | key  | back       | new page
  200       | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  200       | paid    | paid       | paid   | -        | charged     | available     | up            | -    | -    | never           | -    | paid       | paid
  200       | failed  | failed     | failed | declined | not charged | available     | up            | -    | -    | now             | new  | failed     | failed
  truncated | pending | confirming | failed | unknown  | unknown     | available     | up            | told | -    | now             | asks | confirming | confirming
  HTML      | pending | confirming | failed | unknown  | unknown     | available     | up            | told | -    | now             | asks | confirming | confirming
  400       | pending | confirming | failed | unknown  | unknown     | available     | up            | told | -    | now             | asks | confirming | confirming
  400 HTML  | pending | confirming | failed | unknown  | unknown     | available     | up            | told | -    | now             | asks | confirming | confirming
  # The shop's own "not signed in" would be a problem body: this is imoje's word, so the same would come for a payment (§2).
  401       | pending | confirming | failed | unknown  | unknown     | misconfigured | misconfigured | told | -    | after a reload  | asks | confirming | confirming
  401 HTML  | pending | confirming | failed | unknown  | unknown     | misconfigured | misconfigured | told | -    | after a reload  | asks | confirming | confirming
  403       | pending | confirming | failed | unknown  | unknown     | misconfigured | misconfigured | told | -    | after a reload  | asks | confirming | confirming
  403 HTML  | pending | confirming | failed | unknown  | unknown     | misconfigured | misconfigured | told | -    | after a reload  | asks | confirming | confirming
  404       | pending | confirming | failed | unknown  | unknown     | available     | up            | told | -    | now             | asks | confirming | confirming
  404 HTML  | pending | confirming | failed | unknown  | unknown     | available     | up            | told | -    | now             | asks | confirming | confirming
  # An attempt is the creation of a transaction (§2): a status refuses no channel, opens no channel's circuit and pauses no paying.
  406       | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  406 HTML  | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  422       | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  422 HTML  | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  429       | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  429 HTML  | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  500       | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  500 HTML  | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  502       | pending | confirming | failed | unknown  | unknown     | away          | away          | -    | -    | after the probe | asks | confirming | confirming
  502 HTML  | pending | confirming | failed | unknown  | unknown     | away          | away          | -    | -    | after the probe | asks | confirming | confirming
  503       | pending | confirming | failed | unknown  | unknown     | away          | away          | -    | -    | after the probe | asks | confirming | confirming
  503 HTML  | pending | confirming | failed | unknown  | unknown     | away          | away          | -    | -    | after the probe | asks | confirming | confirming
  504       | pending | confirming | failed | unknown  | unknown     | away          | away          | -    | -    | after the probe | asks | confirming | confirming
  504 HTML  | pending | confirming | failed | unknown  | unknown     | away          | away          | -    | -    | after the probe | asks | confirming | confirming
  refused   | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  dropped   | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
  hangs     | pending | confirming | failed | unknown  | unknown     | available     | up            | -    | -    | now             | asks | confirming | confirming
`,
)

const SECOND = 1_000
const channel = 'blik/blik'
const blikCode = '123456'
const scene: Scene = {
  kind: 'transaction',
  channel,
  blikCode,
  lasts: true,
  timeoutMs: 8 * SECOND,
  prepare: (bench) => bench.press(channel, blikCode),
  // The next question comes after two seconds.
  send: (bench) => bench.pass(2 * SECOND),
}

it('the table has a row for every fault', () => {
  expect(new Set(rows.map(({ fault }) => fault))).toEqual(new Set(faultNames))
})

describe.each(rows)('when a transaction’s status meets $fault and the record says $record', (row) => {
  it(describeRow(row), () => checkCell(scene, row, 'mounted'))
  it('is the same when the picker was unmounted and mounted again in flight', () =>
    checkCell(scene, row, 'blink'))
  it(`is ${row.back} when the picker was unmounted in flight and is mounted after it`, () =>
    checkCell(scene, row, 'back'))
  it(`is ${row['new page']} when the page was left in flight and a new one opens`, () =>
    checkCell(scene, row, 'new page'))
})

describe.each(faultNames)('a status that meets %s once', (fault) => {
  it('costs nothing: the payment is found to be paid, by imoje’s word or the shop’s', async () => {
    const bench = createBench()
    await bench.mount()
    await bench.press(channel, blikCode)
    bench.shop.break('transaction', fault, 1)
    await bench.pass(10 * SECOND)
    expect(bench.state().status).toBe('confirming')
    Object.assign(bench.shop.knows, { record: 'paid', transaction: { status: 'settled' } })
    await bench.pass(10 * SECOND)
    expect(bench.state().status).toBe('paid')
    bench.unmount()
    expect(bench.clock.timers()).toBe(0)
  })
})
