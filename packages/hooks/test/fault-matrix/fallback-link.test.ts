// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Bench } from './bench.ts'
import { faultNames } from './faults.ts'
import { describeRow, paymentWords } from './payment-cell.ts'
import type { Scene } from './payment-scene.ts'
import { checkCell } from './payment-steps.ts'
import { readTable } from './table.ts'

/*
 * Every fault of the POST that makes a link to imoje's own page, after mBank answered 500: as the shopper presses it (`offer`), or
 * at once (`redirect`). No channel is paid with, so mBank rests on and no other is blamed. "If making the link fails, that is
 * shown, and nothing loops" (§5): no second link is offered, and paying again is another channel's attempt, with a new key.
 */
const rows = readTable(
  paymentWords,
  `
  fault     | record  | at once     | end         | message       | charged     | channel       | imoje         | told | list  | again           | key | back   | new page
  200       | pending | redirecting | redirecting | -             | unknown     | rests         | up            | -    | -     | never           | -   | open   | open
  truncated | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | told | -     | now             | new | failed | idle
  HTML      | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | told | -     | now             | new | failed | idle
  400       | failed  | failed      | failed      | couldNotStart | not charged | rests         | up            | told | -     | now             | new | failed | idle
  400 HTML  | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | told | -     | now             | new | failed | idle
  401       | failed  | failed      | failed      | misconfigured | not charged | misconfigured | misconfigured | told | -     | after a reload  | new | failed | idle
  401 HTML  | pending | failed      | failed      | misconfigured | unknown     | misconfigured | misconfigured | told | -     | after a reload  | new | failed | idle
  403       | failed  | failed      | failed      | misconfigured | not charged | misconfigured | misconfigured | told | -     | after a reload  | new | failed | idle
  403 HTML  | pending | failed      | failed      | misconfigured | unknown     | misconfigured | misconfigured | told | -     | after a reload  | new | failed | idle
  404       | failed  | failed      | failed      | couldNotStart | not charged | rests         | up            | told | -     | now             | new | failed | idle
  404 HTML  | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | told | -     | now             | new | failed | idle
  # Open: no channel is refused, yet something that the list calls well is not, so it is read again.
  406       | failed  | failed      | failed      | switchedOff   | not charged | rests         | up            | -    | fresh | now             | new | failed | idle
  406 HTML  | pending | failed      | failed      | switchedOff   | unknown     | rests         | up            | -    | fresh | now             | new | failed | idle
  422       | failed  | failed      | failed      | checkFields   | not charged | rests         | up            | -    | -     | now             | new | failed | idle
  422 HTML  | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | -    | -     | now             | new | failed | idle
  429       | failed  | failed      | failed      | wait          | not charged | rests         | paused        | -    | -     | in 20 s         | new | failed | idle
  429 HTML  | pending | failed      | failed      | wait          | unknown     | rests         | paused        | -    | -     | in 20 s         | new | failed | idle
  500       | failed  | failed      | failed      | notAnswering  | not charged | rests         | up            | -    | -     | now             | new | failed | idle
  500 HTML  | failed  | failed      | failed      | notAnswering  | not charged | rests         | up            | -    | -     | now             | new | failed | idle
  502       | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | new | failed | idle
  502 HTML  | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | new | failed | idle
  503       | failed  | failed      | failed      | gatewayDown   | not charged | away          | away          | -    | -     | after the probe | new | failed | idle
  503 HTML  | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | new | failed | idle
  504       | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | new | failed | idle
  504 HTML  | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | new | failed | idle
  refused   | none    | failed      | failed      | unknown       | not charged | rests         | up            | -    | -     | now             | new | failed | idle
  dropped   | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | -    | -     | now             | new | failed | idle
  hangs     | pending | failed      | failed      | interrupted   | unknown     | rests         | up            | -    | -     | now             | new | failed | idle
`,
)

const channel = 'pbl/mtransfer'
const failAtBank = async (bench: Bench): Promise<void> => {
  bench.shop.break('pay', '500', 1)
  await bench.press(channel)
}
const link = { kind: 'link', channel, againWith: 'pbl/ipko', timeoutMs: 20_000 } as const
const ways: readonly Scene[] = [
  {
    ...link,
    fallback: 'offer',
    prepare: failAtBank,
    send: async (bench) => {
      void bench.checkout().attempts.payByLink()
      await bench.pass(0)
    },
  },
  { ...link, fallback: 'redirect', prepare: () => Promise.resolve(), send: failAtBank },
]

it('the table has a row for every fault', () => {
  expect(rows.map(({ fault }) => fault).toSorted()).toEqual(faultNames.toSorted())
})

describe.each(ways)('with the policy $fallback', (scene) => {
  describe.each(rows)('when the link’s POST meets $fault', (row) => {
    it(describeRow(row), () => checkCell(scene, row, 'mounted'))
    it('is the same when the picker was unmounted and mounted again in flight', () =>
      checkCell(scene, row, 'blink'))
    it(`is ${row.back} when the picker was unmounted in flight and is mounted after it`, () =>
      checkCell(scene, row, 'back'))
    it(`is ${row['new page']} when the page was left in flight and a new one opens`, () =>
      checkCell(scene, row, 'new page'))
  })
})
