// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { faultNames } from './faults.ts'
import { describeRow, paymentWords } from './payment-cell.ts'
import type { Scene } from './payment-scene.ts'
import { checkCell } from './payment-steps.ts'
import { readTable } from './table.ts'

/*
 * Every fault of the POST that sends a BLIK code. It charges without a page, so whatever is unknown may still charge: the shop's
 * record is asked for 120 s, and nothing else may be paid with before it knows an end (§6). After those 120 s a pause of 20 s and
 * a refusal are over.
 */
const rows = readTable(
  paymentWords,
  `
  fault     | record  | at once    | end    | message       | charged     | channel       | imoje         | told | list  | again           | key  | back       | new page
  # Nobody confirms in the bank's app.
  200       | pending | confirming | failed | unknown       | unknown     | available     | up            | -    | -     | now             | asks | confirming | confirming
  truncated | pending | checking   | failed | unknown       | unknown     | available     | up            | told | -     | now             | asks | checking   | checking
  HTML      | pending | checking   | failed | unknown       | unknown     | available     | up            | told | -     | now             | asks | checking   | checking
  400       | failed  | failed     | failed | couldNotStart | not charged | available     | up            | told | -     | now             | new  | failed     | idle
  400 HTML  | pending | checking   | failed | unknown       | unknown     | available     | up            | told | -     | now             | asks | checking   | checking
  401       | failed  | failed     | failed | misconfigured | not charged | misconfigured | misconfigured | told | -     | after a reload  | new  | failed     | idle
  401 HTML  | pending | checking   | failed | unknown       | unknown     | misconfigured | misconfigured | told | -     | after a reload  | asks | checking   | checking
  403       | failed  | failed     | failed | misconfigured | not charged | misconfigured | misconfigured | told | -     | after a reload  | new  | failed     | idle
  403 HTML  | pending | checking   | failed | unknown       | unknown     | misconfigured | misconfigured | told | -     | after a reload  | asks | checking   | checking
  404       | failed  | failed     | failed | couldNotStart | not charged | available     | up            | told | -     | now             | new  | failed     | idle
  404 HTML  | pending | checking   | failed | unknown       | unknown     | available     | up            | told | -     | now             | asks | checking   | checking
  406       | failed  | failed     | failed | switchedOff   | not charged | refused       | up            | -    | fresh | later           | new  | failed     | idle
  406 HTML  | pending | checking   | failed | unknown       | unknown     | refused       | up            | -    | fresh | now             | asks | checking   | checking
  422       | failed  | failed     | failed | checkFields   | not charged | available     | up            | -    | -     | now             | new  | failed     | idle
  422 HTML  | pending | checking   | failed | unknown       | unknown     | available     | up            | -    | -     | now             | asks | checking   | checking
  429       | failed  | failed     | failed | wait          | not charged | available     | paused        | -    | -     | in 20 s         | new  | failed     | idle
  429 HTML  | pending | checking   | failed | unknown       | unknown     | available     | paused        | -    | -     | now             | asks | checking   | checking
  # A provider that didn't answer may still have charged; no link then, for it would be a second way to be charged (§6 before §5).
  500       | pending | checking   | failed | unknown       | unknown     | rests         | up            | -    | -     | later           | asks | checking   | checking
  500 HTML  | pending | checking   | failed | unknown       | unknown     | rests         | up            | -    | -     | later           | asks | checking   | checking
  # With the record's word it is a 500 like any other.
  500       | failed  | failed     | failed | notAnswering  | not charged | rests         | up            | -    | -     | later + link    | new  | failed     | declined
  500       | paid    | paid       | paid   | -             | charged     | rests         | up            | -    | -     | never           | -    | paid       | paid
  502       | pending | checking   | failed | unknown       | unknown     | away          | away          | -    | -     | after the probe | asks | checking   | checking
  502 HTML  | pending | checking   | failed | unknown       | unknown     | away          | away          | -    | -     | after the probe | asks | checking   | checking
  503       | failed  | failed     | failed | gatewayDown   | not charged | away          | away          | -    | -     | after the probe | new  | failed     | idle
  503 HTML  | pending | checking   | failed | unknown       | unknown     | away          | away          | -    | -     | after the probe | asks | checking   | checking
  504       | pending | checking   | failed | unknown       | unknown     | away          | away          | -    | -     | after the probe | asks | checking   | checking
  504 HTML  | pending | checking   | failed | unknown       | unknown     | away          | away          | -    | -     | after the probe | asks | checking   | checking
  # It never arrived: the record has no such attempt, and its key can't start one any more (§6).
  refused   | none    | failed     | failed | unknown       | not charged | available     | up            | -    | -     | now             | new  | failed     | failed
  dropped   | pending | checking   | failed | unknown       | unknown     | available     | up            | -    | -     | now             | asks | checking   | checking
  hangs     | pending | checking   | failed | unknown       | unknown     | available     | up            | -    | -     | now             | asks | checking   | checking
`,
)

const channel = 'blik/blik'
const blikCode = '123456'
const scene: Scene = {
  kind: 'pay',
  channel,
  blikCode,
  timeoutMs: 20_000,
  prepare: () => Promise.resolve(),
  send: (bench) => bench.press(channel, blikCode),
}

it('the table has a row for every fault', () => {
  expect(new Set(rows.map(({ fault }) => fault))).toEqual(new Set(faultNames))
})

describe.each(rows)('when a BLIK code’s POST meets $fault and the record says $record', (row) => {
  it(describeRow(row), () => checkCell(scene, row, 'mounted'))
  it('is the same when the picker was unmounted and mounted again in flight', () =>
    checkCell(scene, row, 'blink'))
  it(`is ${row.back} when the picker was unmounted in flight and is mounted after it`, () =>
    checkCell(scene, row, 'back'))
  it(`is ${row['new page']} when the page was left in flight and a new one opens`, () =>
    checkCell(scene, row, 'new page'))
})
