// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { faultNames } from './faults.ts'
import { describeRow, paymentWords } from './payment-cell.ts'
import { reach, type Scene } from './payment-scene.ts'
import { checkCell } from './payment-steps.ts'
import { bankPage, imojePage } from './shop.ts'
import { readTable } from './table.ts'

/*
 * Every fault of the POST that starts a payment on a page: a bank's transaction, and a card's link (which no channel but the
 * card is blamed for). Nobody can pay on a page whose address nobody got, so after an unknown outcome the shop is asked once.
 */
const rows = readTable(
  paymentWords,
  `
  fault     | record  | at once     | end         | message       | charged     | channel       | imoje         | told | list  | again          | key  | back   | new page
  200       | pending | redirecting | redirecting | -             | unknown     | available     | up            | -    | -     | never          | -    | open   | open
  truncated | pending | failed      | failed      | interrupted   | unknown     | available     | up            | told | -     | now            | same | failed | idle
  HTML      | pending | failed      | failed      | interrupted   | unknown     | available     | up            | told | -     | now            | same | failed | idle
  400       | failed  | failed      | failed      | couldNotStart | not charged | available     | up            | told | -     | now            | new  | failed | idle
  # Unreadable: somebody else may have said it, so nothing is known of the money (§2); the status does what it does.
  400 HTML  | pending | failed      | failed      | interrupted   | unknown     | available     | up            | told | -     | now            | same | failed | idle
  401       | failed  | failed      | failed      | misconfigured | not charged | misconfigured | misconfigured | told | -     | after a reload | new  | failed | idle
  401 HTML  | pending | failed      | failed      | misconfigured | unknown     | misconfigured | misconfigured | told | -     | after a reload | same | failed | idle
  403       | failed  | failed      | failed      | misconfigured | not charged | misconfigured | misconfigured | told | -     | after a reload | new  | failed | idle
  403 HTML  | pending | failed      | failed      | misconfigured | unknown     | misconfigured | misconfigured | told | -     | after a reload | same | failed | idle
  404       | failed  | failed      | failed      | couldNotStart | not charged | available     | up            | told | -     | now            | new  | failed | idle
  404 HTML  | pending | failed      | failed      | interrupted   | unknown     | available     | up            | told | -     | now            | same | failed | idle
  406       | failed  | failed      | failed      | switchedOff   | not charged | refused       | up            | -    | fresh | later          | new  | failed | idle
  406 HTML  | pending | failed      | failed      | switchedOff   | unknown     | refused       | up            | -    | fresh | later          | same | failed | idle
  422       | failed  | failed      | failed      | checkFields   | not charged | available     | up            | -    | -     | now            | new  | failed | idle
  # Open: no field is named, so there is nothing to correct: the page didn't open.
  422 HTML  | pending | failed      | failed      | interrupted   | unknown     | available     | up            | -    | -     | now            | same | failed | idle
  429       | failed  | failed      | failed      | wait          | not charged | available     | paused        | -    | -     | in 20 s        | new  | failed | idle
  # The shopper must wait all the same (§2), and "try again" without the wait would be no step that works (§8).
  429 HTML  | pending | failed      | failed      | wait          | unknown     | available     | paused        | -    | -     | in 20 s        | same | failed | idle
  500       | failed  | failed      | failed      | notAnswering  | not charged | rests         | up            | -    | -     | later + link   | new  | failed | idle
  # "A 500 on a channel that needs a page" is known, whatever its body (§2).
  500 HTML  | failed  | failed      | failed      | notAnswering  | not charged | rests         | up            | -    | -     | later + link   | new  | failed | idle
  502       | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | same | failed | idle
  502 HTML  | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | same | failed | idle
  503       | failed  | failed      | failed      | gatewayDown   | not charged | away          | away          | -    | -     | after the probe | new  | failed | idle
  # A proxy's own 503 may come after the payment was sent (§2).
  503 HTML  | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | same | failed | idle
  504       | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | same | failed | idle
  504 HTML  | pending | failed      | failed      | gatewayDown   | unknown     | away          | away          | -    | -     | after the probe | same | failed | idle
  # It never arrived: the record has no such attempt, and its key can't start one any more (§6).
  refused   | none    | failed      | failed      | unknown       | not charged | available     | up            | -    | -     | now            | new  | failed | idle
  dropped   | pending | failed      | failed      | interrupted   | unknown     | available     | up            | -    | -     | now            | same | failed | idle
  hangs     | pending | failed      | failed      | interrupted   | unknown     | available     | up            | -    | -     | now            | same | failed | idle
`,
)

const ways: readonly Scene[] = (
  [
    ['pay', 'pbl/mtransfer'],
    ['link', 'card/ecom3ds'],
  ] as const
).map(([kind, channel]) => ({
  kind,
  channel,
  timeoutMs: 20_000,
  prepare: () => Promise.resolve(),
  send: (bench) => bench.press(channel),
}))

it('the table has a row for every fault', () => {
  expect(rows.map(({ fault }) => fault).toSorted()).toEqual(faultNames.toSorted())
})

describe.each(ways)('paying with $channel', (scene) => {
  describe.each(rows)('when its POST meets $fault', (row) => {
    it(describeRow(row), () => checkCell(scene, row, 'mounted'))
    it('is the same when the picker was unmounted and mounted again in flight', () =>
      checkCell(scene, row, 'blink'))
    it(`is ${row.back} when the picker was unmounted in flight and is mounted after it`, () =>
      checkCell(scene, row, 'back'))
    it(`is ${row['new page']} when the page was left in flight and a new one opens`, () =>
      checkCell(scene, row, 'new page'))
  })
})

it('tells the merchant which address a 404 came from', async () => {
  const { bench } = await reach(
    ways[0]!,
    rows.find(({ fault }) => fault === '404')!,
    'mounted',
  )
  expect(bench.events.find(({ type }) => type === 'integration-error')).toMatchObject({
    during: 'pay',
    answer: '404',
    detail: '/api/payments/transactions: for developers',
  })
})

it('tells the shopper which field a 422 is about', async () => {
  const { bench } = await reach(
    ways[0]!,
    rows.find(({ fault }) => fault === '422')!,
    'mounted',
  )
  expect(bench.state()).toMatchObject({ errors: [{ field: 'customer.email', message: 'is not allowed' }] })
})

it.each([
  [ways[0]!, bankPage],
  [ways[1]!, imojePage],
])('leads to the page of $0.channel, once', async (scene, url) => {
  const { bench } = await reach(
    scene,
    rows.find(({ fault }) => fault === '200')!,
    'mounted',
  )
  expect(bench.page.followed).toEqual([{ type: 'redirect', method: 'GET', url }])
})
