import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes, seconds, start, foldReports, mBank } from '../../test/facts.ts'
import {
  channelReports,
  factsOf,
  gatewayReports,
  histories,
  interestingMoments,
  newestList,
  observedHistories,
  policies,
  type History,
} from '../../test/histories.ts'
import { nameReason, tellCircuit, tellGateway, tellReasons } from '../../test/model.ts'
import { canonical, holdsFor, must, mustEqual, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { isSelectable, nextChangeAt, resolveAvailability, type Availability } from './availability.ts'
import { emptyCircuit, reduceCircuit, reduceGatewayCircuit } from './circuit.ts'
import type { ChannelCircuit, GatewayCircuit } from './circuit.ts'
import type { Policy } from './policy.ts'
import type { ChannelReport } from './report.ts'

const selectable = new Set(['trial', 'unconfirmed', 'available'])
const cap = (policy: Policy): number => Math.max(...policy.coolDownsMs)
const resolve = (history: History, now = history.now): Availability =>
  resolveAvailability(factsOf(history), now, history.policy)

/** Moments inside [from, to), the first and the last among them. */
function momentsBetween(history: History, from: number, to: number): readonly number[] {
  const inside = interestingMoments(history)
    .flatMap((moment) => [moment - 1, moment])
    .filter((moment) => moment > from && moment < to)
  const step = Math.ceil(inside.length / 40)
  const some = inside.filter((_, index) => index % step === 0)
  return [from, ...some, ...(to > from && to < Infinity ? [to - 1] : [])]
}

describe('the laws of availability, on random histories', { timeout: propertyTimeoutMs }, () => {
  it('law 1: the answer is constant on [now, nextChangeAt)', () => {
    let changing = 0
    holdsFor(histories, (history) => {
      const { now, policy } = history
      const facts = factsOf(history)
      const next = nextChangeAt(facts, now, policy)
      if (next === undefined) return
      changing += 1
      must(next > now, `nextChangeAt ${next} is not after now ${now}`)
      const answer = canonical(resolveAvailability(facts, now, policy))
      for (const moment of momentsBetween(history, now, next))
        if (canonical(resolveAvailability(facts, moment, policy)) !== answer)
          throw new Error(`the answer changed at ${moment}, before nextChangeAt ${next}`)
    })
    expect(changing).toBeGreaterThan(runs / 10)
  })

  it('law 2: the answer differs at nextChangeAt, losing reasons included', () => {
    let changing = 0
    holdsFor(histories, (history) => {
      const facts = factsOf(history)
      const next = nextChangeAt(facts, history.now, history.policy)
      if (next === undefined) return
      changing += 1
      const [before, after] = [history.now, next].map((at) => resolveAvailability(facts, at, history.policy))
      must(canonical(before) !== canonical(after), `nothing changes at ${next}: ${canonical(after)}`)
    })
    expect(changing).toBeGreaterThan(runs / 10)
  })

  it('law 3: without nextChangeAt the answer never changes by itself', () => {
    let settled = 0
    holdsFor(histories, (history) => {
      const { now, policy } = history
      const facts = factsOf(history)
      if (nextChangeAt(facts, now, policy) !== undefined) return
      settled += 1
      const answer = canonical(resolveAvailability(facts, now, policy))
      for (const moment of [...momentsBetween(history, now, Infinity), now + minutes(600), now * 3])
        if (canonical(resolveAvailability(facts, moment, policy)) !== answer)
          throw new Error(`the answer changed at ${moment} without nextChangeAt`)
    })
    expect(settled).toBeGreaterThan(runs / 20)
  })

  it('law 4: no cool-down exceeds the cap, seen from any moment after the reports', () => {
    let cooling = 0
    holdsFor(observedHistories, (history) => {
      const { state } = foldReports(history.reports, history.policy)
      const known = Math.max(...history.reports.map((report) => report.at))
      if (state.state === 'open')
        must(state.until <= known + cap(history.policy), `rests until ${state.until}, known at ${known}`)
      const answer = resolve(history)
      if (answer.status !== 'coolingDown' || history.now < known) return
      cooling += 1
      must(answer.until - history.now <= cap(history.policy), `rests ${answer.until - history.now} ms`)
    })
    expect(cooling).toBeGreaterThan(runs / 100)
  })

  it('law 5: trip grows by one per failed trial; a success or a quiet trial resets it', () => {
    const seen = { fails: 0, succeeds: 0, staysQuiet: 0 }
    let highest = 0
    holdsFor(lives, ({ policy, steps }) => {
      const { reports, trips } = live(policy, steps)
      for (const [index, step] of steps.entries()) {
        const { state } = foldReports(reports.slice(0, trips[index]?.reports), policy)
        const { trip = -1, quietUntil = Infinity } = trips[index] ?? {}
        const expected = trip === 0 ? 'closed' : trip
        // A quiet trial leaves no report behind: it shows in what time makes of the circuit.
        if (step.does === 'staysQuiet')
          must(quietUntil <= (trips[index]?.now ?? 0), 'the trial was not quiet')
        else mustEqual(state.state === 'open' ? state.trip : state.state, expected, `step ${index}`)
        seen[step.does] += 1
        highest = Math.max(highest, trip)
      }
    })
    expect(highest).toBeGreaterThan(4)
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 10)
  })

  it('law 6: what imoje says is offline is never selectable', () => {
    let offline = 0
    holdsFor(histories, (history) => {
      const { list } = newestList(history)
      if (list.isOnline && list.methodOnline) return
      offline += 1
      for (const moment of [history.now, ...momentsBetween(history, history.now, Infinity)]) {
        const answer = resolve(history, moment)
        must(!selectable.has(answer.status) && !isSelectable(answer), `${answer.status} at ${moment}`)
      }
    })
    expect(offline).toBeGreaterThan(runs / 20)
  })

  it('law 7: the same reports in any order and with repeats give the same state', () => {
    const shuffled = <T>(reports: T[]) =>
      fc
        .tuple(
          fc.shuffledSubarray(reports, { minLength: reports.length }),
          fc.array(fc.nat(), { maxLength: 8 }),
        )
        .map(([order, repeats]) => [
          ...order,
          ...repeats.flatMap((index) => order.slice(index % Math.max(order.length, 1)).slice(0, 1)),
        ])
    const inTwoOrders = <T>(reports: fc.Arbitrary<T[]>) =>
      reports.chain((all) => fc.tuple(shuffled(all), shuffled(all)))
    const orders = fc.tuple(policies, inTwoOrders(channelReports(60)), inTwoOrders(gatewayReports(60)))
    let long = 0
    holdsFor(orders, ([policy, [one, other], [gatewayOne, gatewayOther]]) => {
      if (one.length > 32) long += 1
      const fold = (reports: readonly ChannelReport[]) => foldReports(reports, policy)
      mustEqual(fold(one), fold(other), 'the channel')
      const foldGateway = (reports: typeof gatewayOne) =>
        reports.reduce<GatewayCircuit>((all, each) => reduceGatewayCircuit(all, each, policy), emptyCircuit)
      mustEqual(foldGateway(gatewayOne), foldGateway(gatewayOther), 'the gateway')
      const circuit: ChannelCircuit = fold(one)
      for (const repeat of one) must(reduceCircuit(circuit, repeat, policy) === circuit, 'a new reference')
    })
    expect(long).toBeGreaterThan(runs / 20)
  })

  it('law 8: what cools down or was refused is selectable within the cap when the list says online', () => {
    const seen = { coolingDown: 0, refused: 0 }
    holdsFor(observedHistories, (history) => {
      const { policy } = history
      const known = Math.max(...history.reports.map((report) => report.at), history.now)
      for (const now of momentsBetween(history, known, known + cap(policy)).slice(0, 10)) {
        const facts = factsOf({ ...history, now })
        const { status } = resolveAvailability(facts, now, policy)
        if (selectable.has(status)) continue
        if (status !== 'coolingDown' && status !== 'refused') throw new Error(status)
        seen[status] += 1
        const longest = status === 'refused' ? policy.refusedAtMostMs : cap(policy)
        let moment: number | undefined = now
        while (moment !== undefined && !isSelectable(resolveAvailability(facts, moment, policy)))
          moment = nextChangeAt(facts, moment, policy)
        must(moment !== undefined && moment <= now + longest, `back at ${moment}, asked at ${now}`)
        must(isSelectable(resolveAvailability(facts, now + longest, policy)), 'gone again at the cap')
      }
    })
    expect(seen.coolingDown).toBeGreaterThan(runs / 10)
    expect(seen.refused).toBeGreaterThan(runs / 50)
  })

  it('law 9: selectableFrom is the latest end of all that blocks, and the row can be chosen then', () => {
    const seen = { from: 0, never: 0, loser: 0 }
    holdsFor(histories, (history) => {
      const answer = resolve(history)
      const blocking = tellReasons(history).filter(({ ends }) => ends !== 'never')
      if (blocking.length === 0)
        return mustEqual(answer.selectableFrom, undefined, 'a row that can be chosen')
      const ends = blocking.map(({ ends }) => Number(ends ?? Infinity))
      const from = Math.max(...ends)
      mustEqual(answer.selectableFrom, from === Infinity ? undefined : from, 'selectableFrom')
      if (from === Infinity) return void (seen.never += 1)
      seen.from += 1
      if (from !== ends[0]) seen.loser += 1
      must(isSelectable(resolve(history, from)), 'it cannot be chosen at selectableFrom')
      for (const moment of momentsBetween(history, history.now, from))
        must(!isSelectable(resolve(history, moment)), `it can be chosen at ${moment} already`)
    })
    expect(seen.from).toBeGreaterThan(runs / 20)
    expect(seen.never).toBeGreaterThan(runs / 10)
    expect(seen.loser).toBeGreaterThan(runs / 1_000)
  })
})

describe('a plain model of the rules', { timeout: propertyTimeoutMs }, () => {
  it('tells the same circuits from the same reports', () => {
    const seen = new Map<string, number>()
    holdsFor(histories, ({ reports, gatewayReports, policy }) => {
      const circuit = foldReports(reports, policy)
      mustEqual(circuit.state, tellCircuit(reports, policy), 'the channel')
      const gateway = gatewayReports.reduce<GatewayCircuit>(
        (all, each) => reduceGatewayCircuit(all, each, policy),
        emptyCircuit,
      )
      mustEqual(gateway.state, tellGateway(gatewayReports, policy), 'the gateway')
      for (const state of [circuit.state.state, `gateway ${gateway.state.state}`])
        seen.set(state, (seen.get(state) ?? 0) + 1)
    })
    for (const state of ['closed', 'open', 'refused', 'gateway closed', 'gateway open'])
      expect(seen.get(state)).toBeGreaterThan(runs / 50)
  })

  it('tells the same reasons, strongest first', () => {
    const winners = new Set<string>()
    holdsFor(histories, (history) => {
      const { losing, ...winner } = resolve(history)
      const told = tellReasons(history).map(({ is }) => is)
      mustEqual([winner, ...losing].map(nameReason), told, 'the chain')
      winners.add(nameReason(winner))
    })
    expect([...winners].toSorted()).toEqual([
      'available',
      'coolingDown client',
      'coolingDown shop',
      'hidden',
      'ineligible amount',
      'ineligible device',
      'misconfigured',
      'off',
      'outage channel',
      'outage gateway',
      'outage method',
      'refused',
      'trial',
      'unconfirmed',
    ])
  })
})

interface Step {
  readonly does: 'fails' | 'succeeds' | 'staysQuiet'
  /** Where inside the trial it happens, from 0 to 1. */
  readonly where: number
  /** Somebody who hadn't heard yet fails too: a report that counts for nothing. */
  readonly late: boolean
}

const lives = fc
  .record({
    policy: policies,
    steps: fc.array(
      fc.record({
        does: fc.constantFrom('fails', 'fails', 'fails', 'succeeds', 'staysQuiet'),
        where: fc.double({ min: 0, max: 0.99, noNaN: true }),
        late: fc.boolean(),
      } satisfies { [K in keyof Step]: fc.Arbitrary<Step[K]> }),
      { minLength: 1, maxLength: 10 },
    ),
  })
  .map(({ policy, steps }) => ({ policy: { ...policy, failuresToOpen: 1 }, steps }))
  .filter(({ policy }) => policy.quietTrialMs > seconds(1) && Math.min(...policy.coolDownsMs) > 0)

/** Lives through the steps as shoppers would, counting trips by hand. */
function live(policy: Policy, steps: readonly Step[]) {
  const reports: ChannelReport[] = []
  const trips: { trip: number; reports: number; now: number; quietUntil: number }[] = []
  const report = (outcome: 'failed' | 'succeeded', sentAt: number, at: number) =>
    reports.push({ id: `r${reports.length}`, channel: mBank.id, outcome, sentAt, at })
  let now = start
  let trip = 0
  let until = start
  for (const { does, where, late } of steps) {
    const rest = policy.coolDownsMs[Math.min(trip, policy.coolDownsMs.length - 1)] ?? 0
    // A trial begins with the end of the rest; a channel that is well may fail at any time.
    now = trip === 0 ? now + 2 : until + Math.floor((policy.quietTrialMs - 1) * where)
    if (does === 'staysQuiet') {
      now = Math.max(now, until + policy.quietTrialMs)
      trips.push({ trip: 0, reports: reports.length, now, quietUntil: until + policy.quietTrialMs })
      trip = 0
      continue
    }
    report(does === 'fails' ? 'failed' : 'succeeded', now, now)
    trip = does === 'fails' ? trip + 1 : 0
    until = does === 'fails' ? now + rest : now
    if (late && does === 'fails') {
      report('failed', now - 1, now + 1) // sent before the last change
      report('failed', now + 1, now + 1) // sent while it rests
    }
    trips.push({ trip, reports: reports.length, now, quietUntil: Infinity })
  }
  return { reports, trips }
}
