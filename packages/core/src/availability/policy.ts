import { inDevelopment, TillkitError } from '../domain/errors.ts'
import { isAmount } from '../domain/money.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Every figure of the rules, in one table. All spans are milliseconds; all can be adjusted, none may be negative. */
export const defaultPolicy: Policy = {
  coolDownsMs: [5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE],
  failuresToOpen: 1,
  quietTrialMs: 30 * MINUTE,
  refusedAtLeastMs: 30 * SECOND,
  refusedAtMostMs: 5 * MINUTE,
  gatewayHoldMs: 5 * MINUTE,
  gatewayHoldAtLeastMs: 30 * SECOND,
  gatewayHoldAtMostMs: 30 * MINUTE,
  listFreshMs: 60 * SECOND,
  listWaitBeforePayingMs: 2 * SECOND,
  listRetryPausesMs: [SECOND, 3 * SECOND],
  maxAgeMs: 5 * MINUTE,
  payingPauseMs: 20 * SECOND,
  checkNowEveryMs: 30 * SECOND,
  listTimeoutMs: 8 * SECOND,
  payTimeoutMs: 20 * SECOND,
  otherTimeoutMs: 8 * SECOND,
  blikPollMs: 2 * SECOND,
  blikPollSlowAfterMs: 30 * SECOND,
  blikPollSlowMs: 5 * SECOND,
  blikWaitMs: 120 * SECOND,
  memoryMs: 24 * HOUR,
}

/** Every figure of the rules. Spans are milliseconds; figures out of range are refused where a client is made. */
export interface Policy {
  /** Cool-downs of a channel by trip; the last one repeats and is the cap. imoje: response codes, 500 ("a few minutes"). */
  readonly coolDownsMs: readonly number[]
  /** Failures in a row that open a channel's circuit, from 1 up. */
  readonly failuresToOpen: number
  /** A trial without a report closes the circuit after this. */
  readonly quietTrialMs: number
  /** A refused channel (406) is back with a newer list, but not earlier than this. */
  readonly refusedAtLeastMs: number
  /** A refused channel becomes a trial at the latest after this. */
  readonly refusedAtMostMs: number
  /** How long nothing is asked after 502/503/504 without `Retry-After`, from 1 up. imoje: response codes, 503 and 504. */
  readonly gatewayHoldMs: number
  /** `Retry-After` is held within these two, from 1 up. */
  readonly gatewayHoldAtLeastMs: number
  /** The longest hold for imoje as a whole, whatever it asks for. */
  readonly gatewayHoldAtMostMs: number
  /**
   * A list younger than this isn't asked for again; an older one is on focus, on reconnect and before paying, and again and again
   * while something in it is offline. From 1 up.
   */
  readonly listFreshMs: number
  /** Paying waits this long for a fresher list, then goes on with the one at hand. */
  readonly listWaitBeforePayingMs: number
  /** Pauses before the list is asked for again after a 500 or a lost connection; as many tries as entries. */
  readonly listRetryPausesMs: readonly number[]
  /** A list older than this makes its channels `unconfirmed`. */
  readonly maxAgeMs: number
  /** How long paying pauses after 429 without `Retry-After`. */
  readonly payingPauseMs: number
  /** The shopper's "check now" works once in this span. */
  readonly checkNowEveryMs: number
  /** How long an answer is waited for. */
  readonly listTimeoutMs: number
  /** How long the answer to a payment or a link is waited for. */
  readonly payTimeoutMs: number
  /** How long the answer to any other question is waited for. */
  readonly otherTimeoutMs: number
  /** While a BLIK payment waits for the payer's app, it is asked about this often, from 1 up. */
  readonly blikPollMs: number
  /** After this it is asked about more slowly: every `blikPollSlowMs`, from 1 up. */
  readonly blikPollSlowAfterMs: number
  /** The slower pace, from 1 up. */
  readonly blikPollSlowMs: number
  /** After this the payer's app is waited for no longer. */
  readonly blikWaitMs: number
  /** What is kept in the browser's storage (reports, an open attempt) is forgotten after this. */
  readonly memoryMs: number
}

/**
 * Completes a shop's own figures with the defaults.
 * @throws TillkitError `options-invalid`, in development, for an unknown name or a figure out of range
 */
export function buildPolicy(own: Partial<Policy> = {}): Policy {
  const policy: Policy = { ...defaultPolicy, ...own }
  if (inDevelopment) checkPolicy(policy)
  return policy
}

/** Figures that zero makes no sense for; asking every 0 ms would never rest. */
const fromOne: ReadonlySet<string> = new Set([
  'failuresToOpen',
  'blikPollMs',
  'blikPollSlowMs',
  'listFreshMs',
  'gatewayHoldMs',
  'gatewayHoldAtLeastMs',
])

function checkPolicy(policy: Policy): void {
  const wrong = Object.entries(policy).filter(([name, value]) => {
    const usual = defaultPolicy[name as keyof Policy]
    const figures: readonly unknown[] = Array.isArray(value) ? value : [value]
    const least = fromOne.has(name) ? 1 : 0
    return (
      usual === undefined ||
      Array.isArray(usual) !== Array.isArray(value) ||
      figures.some((figure) => !isAmount(figure) || figure < least)
    )
  })
  if (
    wrong.length > 0 ||
    policy.coolDownsMs.length === 0 ||
    policy.gatewayHoldAtLeastMs > policy.gatewayHoldAtMostMs ||
    policy.refusedAtLeastMs > policy.refusedAtMostMs
  )
    throw new TillkitError(
      'options-invalid',
      `policy ${JSON.stringify(Object.fromEntries(wrong))} can't be: take names of defaultPolicy, whole milliseconds from 0 up (failuresToOpen and the spans between two requests from 1), at least one cool-down, and no "AtLeast" over its "AtMost".`,
    )
}

/** The longest a channel ever rests, in milliseconds. */
export const capOf = (policy: Policy): number => Math.max(...policy.coolDownsMs)

/** The cool-down after the given trip (1 is the first), in milliseconds. */
export const coolDownOf = (policy: Policy, trip: number): number =>
  policy.coolDownsMs[Math.min(trip, policy.coolDownsMs.length) - 1] ?? capOf(policy)

/** How long the gateway rests, `Retry-After` (milliseconds) held within bounds. */
export const gatewayHoldOf = (policy: Policy, retryAfterMs: number | undefined): number =>
  retryAfterMs === undefined
    ? policy.gatewayHoldMs
    : Math.min(Math.max(retryAfterMs, policy.gatewayHoldAtLeastMs), policy.gatewayHoldAtMostMs)
