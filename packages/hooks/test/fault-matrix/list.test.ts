// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { createBench, type Bench } from './bench.ts'
import { faultNames, type FaultName } from './faults.ts'
import { readTable, type Row } from './table.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const bank = 'pbl/mtransfer'

/*
 * Every fault of `GET /payment-methods`, until it is mended. An error's body makes no difference here, so each is tried with
 * imoje's JSON and with a proxy's page.
 *
 * asked    how often by itself: a 500 and a lost connection are tried twice more (§2)
 * list     where a first list stands: `failed` offers "try again", `waiting` means that nothing is asked
 * imoje    as a whole: `away` is an outage with a check in five minutes
 * told     whether the merchant gets an integration error
 * at hand  what becomes of the rows when there is a good list on the screen already
 * back     where it stands when the picker was unmounted in flight and is mounted again; nothing is asked a second time
 * next     what the shopper can do
 */
const listWords = {
  fault: faultNames,
  asked: ['1', '3'],
  list: ['ready', 'failed', 'waiting'],
  imoje: ['up', 'away', 'misconfigured'],
  told: ['-', 'told'],
  'at hand': ['kept', 'away', 'misconfigured'],
  back: ['ready', 'failed', 'waiting'],
  next: ['pay', 'try again', 'wait for the probe', 'reload'],
} as const

const rows = readTable(
  listWords,
  `
  fault     | asked | list    | imoje         | told | at hand       | back    | next
  200       | 1     | ready   | up            | -    | kept          | ready   | pay
  truncated | 1     | failed  | up            | told | kept          | failed  | try again
  HTML      | 1     | failed  | up            | told | kept          | failed  | try again
  400       | 1     | failed  | up            | told | kept          | failed  | try again
  401       | 1     | waiting | misconfigured | told | misconfigured | waiting | reload
  403       | 1     | waiting | misconfigured | told | misconfigured | waiting | reload
  404       | 1     | failed  | up            | told | kept          | failed  | try again
  # Open: §2 names 400, 401, 403 and 404 as integration errors of a list, so a 406 and a 422 are none; they aren't a 500, so once.
  406       | 1     | failed  | up            | -    | kept          | failed  | try again
  422       | 1     | failed  | up            | -    | kept          | failed  | try again
  # Open: "paying pauses" is read as being about payments that were sent. A list that is asked for too often must not stop them.
  429       | 1     | failed  | up            | -    | kept          | failed  | try again
  500       | 3     | failed  | up            | -    | kept          | failed  | try again
  502       | 1     | waiting | away          | -    | away          | waiting | wait for the probe
  503       | 1     | waiting | away          | -    | away          | waiting | wait for the probe
  504       | 1     | waiting | away          | -    | away          | waiting | wait for the probe
  refused   | 3     | failed  | up            | -    | kept          | failed  | try again
  dropped   | 3     | failed  | up            | -    | kept          | failed  | try again
  # Open: a time-out stands beside the lost connection in §2's table, so it is tried again like one.
  hangs     | 3     | failed  | up            | -    | kept          | failed  | try again
`,
)

type ListRow = Row<typeof listWords>

/** Three tries that hang take 3 × 8 s, and the pauses between them 1 s and 3 s. */
const longEnough = 30 * SECOND

const listsAsked = ({ shop }: Bench): number => shop.seen.filter(({ kind }) => kind === 'list').length

const bodiesOf = (fault: FaultName): readonly FaultName[] =>
  faultNames.filter((name) => name === fault || name === `${fault} HTML`)

it('the table has a row for every fault', () => {
  expect(rows.flatMap(({ fault }) => bodiesOf(fault)).toSorted()).toEqual(faultNames.toSorted())
})

describe.each(rows.flatMap((row) => bodiesOf(row.fault).map((fault) => [fault, row] as const)))(
  'a list that meets %s',
  (fault, row) => {
    it(`is ${row.list} the first time, with imoje ${row.imoje}: ${row.next}`, async () => {
      const bench = createBench()
      bench.shop.break('list', fault)
      await bench.mount()
      const knownAt = await answered(bench)
      await bench.pass(longEnough)
      checkFirst(bench, row, knownAt)
      await goOn(bench, row, knownAt)
      end(bench)
    })

    it(`leaves a list at hand ${row['at hand']}`, async () => {
      const bench = createBench()
      await bench.mount()
      await bench.pass(MINUTE + SECOND)
      bench.shop.break('list', fault)
      bench.page.set({ visible: true })
      const knownAt = await answered(bench)
      await bench.pass(longEnough)
      expect(bench.checkout().view.getState().list).toBe('ready')
      checkRows(bench, row['at hand'], knownAt)
      expect(listsAsked(bench)).toBe(1 + Number(row.asked))
      if (row['at hand'] === 'kept') {
        await bench.press(bank)
        // A list that hangs is waited for two seconds before paying, no longer.
        await bench.pass(2 * SECOND)
        expect(bench.state().status).toBe('redirecting')
      } else await goOn(bench, row, knownAt)
      end(bench)
    })

    it(`is ${row.back} when the picker was unmounted in flight and is mounted again: ${row.next}`, async () => {
      const bench = createBench()
      const letGo = bench.shop.hold('list')
      bench.shop.break('list', fault)
      await bench.mount()
      await bench.pass(SECOND)
      bench.unmount()
      letGo()
      const knownAt = await answered(bench)
      await bench.pass(longEnough)
      expect(bench.clock.timers()).toBe(0)
      const asked = listsAsked(bench)
      await bench.mount()
      expect(bench.checkout().view.getState().list).toBe(row.back)
      checkRows(bench, row.imoje === 'up' ? 'kept' : row.imoje, knownAt)
      expect(listsAsked(bench)).toBe(asked)
      checkTold(bench, row)
      await goOn(bench, row, knownAt)
      end(bench)
    })
  },
)

/** Lets what is under way be answered, and says when imoje's word came. */
async function answered(bench: Bench): Promise<number> {
  await bench.clock.advance(0)
  return bench.clock.now()
}

function checkFirst(bench: Bench, row: ListRow, knownAt: number): void {
  const { list, failure } = bench.checkout().view.getState()
  expect(list).toBe(row.list)
  expect(failure === undefined).toBe(row.list === 'ready')
  expect(listsAsked(bench)).toBe(Number(row.asked))
  checkTold(bench, row)
  checkRows(bench, row.imoje === 'up' ? 'kept' : row.imoje, knownAt)
}

function checkTold({ events }: Bench, row: ListRow): void {
  const told = events.filter((event) => event.type === 'integration-error')
  expect(told.map(({ during }) => during)).toEqual(row.told === 'told' ? ['list'] : [])
}

/** What the rows say, where there are any, and imoje as a whole. */
function checkRows(bench: Bench, word: string, knownAt: number): void {
  const { channels, gateway, pausedUntil } = bench.checkout().view.getState()
  const away = { at: knownAt + 5 * MINUTE }
  expect(pausedUntil).toBeUndefined()
  if (word === 'kept') expect(gateway).toEqual({ status: 'up' })
  else expect(gateway).toEqual(word === 'away' ? { status: 'down', check: away } : { status: word })
  const expected =
    word === 'kept'
      ? { status: 'available' }
      : word === 'away'
        ? { status: 'outage', scope: 'gateway', check: away }
        : { status: word }
  for (const id of [bank, 'blik/blik'] as const)
    if (channels.size > 0) expect(channels.get(id)).toMatchObject(expected)
}

/** Takes the next step, with everything mended, and pays. */
async function goOn(bench: Bench, { next }: ListRow, knownAt: number): Promise<void> {
  const { shop, clock } = bench
  shop.mend('list')
  const asked = listsAsked(bench)
  if (next === 'try again') expect(bench.checkout().checkNow()).toBe(true)
  if (next === 'wait for the probe') {
    expect(bench.checkout().refresh()).toBeInstanceOf(Promise)
    await bench.pass(knownAt + 5 * MINUTE - 1 - clock.now())
    expect(listsAsked(bench)).toBe(asked)
    await bench.pass(1)
  }
  if (next === 'reload') {
    // The same answer would come again: asking is left alone.
    await bench.checkout().refresh()
    await bench.pass(10 * MINUTE)
    expect(listsAsked(bench)).toBe(asked)
    await bench.reload()
  }
  await bench.pass(1)
  expect(listsAsked(bench)).toBe(next === 'pay' ? asked : asked + 1)
  expect(bench.checkout().view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
  await bench.press(bank)
  expect(bench.state().status).toBe('redirecting')
}

/** Nothing is left behind. */
function end(bench: Bench): void {
  bench.unmount()
  expect(bench.clock.timers()).toBe(0)
}
