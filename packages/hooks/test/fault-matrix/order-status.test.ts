// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ChannelId } from '@tillkit/core'
import { createBench } from './bench.ts'
import { faultNames } from './faults.ts'
import { describeRow, paymentWords } from './payment-cell.ts'
import type { Scene } from './payment-scene.ts'
import { checkCell } from './payment-steps.ts'
import { readTable } from './table.ts'

/*
 * Every fault of `GET /orders/{id}/payment`, which is asked after the answer to a payment was dropped in its body, until it is
 * mended. Open: it is the shop's own record (contract A), so whatever its status, it says nothing of imoje: no circuit opens and
 * nothing is misconfigured. The merchant is told of what §2 calls an integration error all the same: a missing route would
 * otherwise cost every shopper the answer, and nobody would know.
 */

/** On a page: the shop is asked once. "Unless paid offer try again and other ways at once" (§6). */
const pageRows = readTable(
  paymentWords,
  `
  fault     | record  | at once | end    | message     | charged     | channel   | imoje | told | list | again | key  | back   | new page
  200       | none    | failed  | failed | unknown     | not charged | available | up    | -    | -    | now   | new  | failed | idle
  200       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  200       | paid    | paid    | paid   | -           | charged     | available | up    | -    | -    | never | -    | paid   | paid
  # Open: it did begin, and came to nothing; why is not known. "Broke off before it began" would be untrue (§8).
  200       | failed  | failed  | failed | declined    | not charged | available | up    | -    | -    | now   | new  | failed | idle
  truncated | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  HTML      | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  400       | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  400 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  401       | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  401 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  403       | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  403 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  404       | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  404 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | told | -    | now   | same | failed | idle
  406       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  406 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  422       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  422 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  429       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  429 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  500       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  500 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  502       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  502 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  503       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  503 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  504       | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  504 HTML  | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  refused   | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  dropped   | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
  hangs     | pending | failed  | failed | interrupted | unknown     | available | up    | -    | -    | now   | same | failed | idle
`,
)

/** A BLIK code may still charge: asked for 120 s, and no other way before an end is known (§6). */
const blikRows = readTable(
  paymentWords,
  `
  fault     | record  | at once  | end    | message  | charged     | channel   | imoje | told | list | again | key  | back     | new page
  200       | none    | failed   | failed | unknown  | not charged | available | up    | -    | -    | now   | new  | failed   | failed
  200       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  200       | paid    | paid     | paid   | -        | charged     | available | up    | -    | -    | never | -    | paid     | paid
  # Open: as above; the payer may well have declined it in the app.
  200       | failed  | failed   | failed | declined | not charged | available | up    | -    | -    | now   | new  | failed   | failed
  truncated | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  HTML      | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  400       | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  400 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  401       | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  401 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  403       | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  403 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  404       | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  404 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | told | -    | now   | asks | checking | checking
  406       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  406 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  422       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  422 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  429       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  429 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  500       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  500 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  502       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  502 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  503       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  503 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  504       | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  504 HTML  | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  refused   | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  dropped   | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
  hangs     | pending | checking | failed | unknown  | unknown     | available | up    | -    | -    | now   | asks | checking | checking
`,
)

const SECOND = 1_000

const sceneOf = (channel: ChannelId, blikCode?: string): Scene => ({
  kind: 'order',
  channel,
  ...(blikCode && { blikCode }),
  lasts: true,
  timeoutMs: 8 * SECOND,
  prepare: (bench) => {
    bench.shop.break('pay', 'dropped', 1)
    return Promise.resolve()
  },
  send: (bench) => bench.press(channel, blikCode),
})

const blik = 'blik/blik'
const blikCode = '123456'
const ways = [
  { what: 'a payment on a page', scene: sceneOf('pbl/mtransfer'), rows: pageRows },
  { what: 'a BLIK code', scene: sceneOf(blik, blikCode), rows: blikRows },
]

describe.each(ways)('after $what whose answer was dropped', ({ scene, rows }) => {
  it('the table has a row for every fault', () => {
    expect(new Set(rows.map(({ fault }) => fault))).toEqual(new Set(faultNames))
  })

  describe.each(rows)('when the order’s status meets $fault and the record says $record', (row) => {
    it(describeRow(row), () => checkCell(scene, row, 'mounted'))
    it('is the same when the picker was unmounted and mounted again in flight', () =>
      checkCell(scene, row, 'blink'))
    it(`is ${row.back} when the picker was unmounted in flight and is mounted after it`, () =>
      checkCell(scene, row, 'back'))
    it(`is ${row['new page']} when the page was left in flight and a new one opens`, () =>
      checkCell(scene, row, 'new page'))
  })
})

describe.each(faultNames)('an order’s status that meets %s once', (fault) => {
  it('costs nothing: a BLIK code’s payment is found to be paid', async () => {
    const bench = createBench()
    await bench.mount()
    bench.shop.break('pay', 'dropped', 1)
    bench.shop.break('order', fault, 1)
    await bench.press(blik, blikCode)
    await bench.pass(10 * SECOND)
    expect(bench.state().status).toBe('checking')
    bench.shop.knows.record = 'paid'
    await bench.pass(10 * SECOND)
    expect(bench.state().status).toBe('paid')
    bench.unmount()
    expect(bench.clock.timers()).toBe(0)
  })
})
