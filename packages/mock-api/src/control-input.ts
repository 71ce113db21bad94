import {
  type Check,
  checkFields,
  type Field,
  type Fields,
  isRecord,
  listOf,
  oneOf,
  text,
  wholeNumber,
} from './field-checks.ts'
import { type BlikPlan, blikOutcomeNames, blikOutcomes } from './blik-plan.ts'
import type { Fault } from './faults.ts'
import { routeNames } from './journal.ts'
import type { ChannelChange } from './world.ts'

const yesOrNo: Field = {
  check: (value) => (typeof value === 'boolean' ? undefined : 'The value must be true or false.'),
}
const chance: Check = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1
    ? undefined
    : 'The value must be a number from 0 to 1.'

const fieldError: Check = (value) =>
  isRecord(value) && typeof value.property === 'string' && typeof value.message === 'string'
    ? undefined
    : 'Each entry must have a "property" and a "message".'

const headers: Check = (value) => {
  try {
    // The platform knows which names and values a header may have.
    const pairs = isRecord(value) ? Object.entries(value) : [['not an object', '']]
    void new Headers(pairs.map(([key, one]): [string, string] => [key ?? '', String(one)]))
    return undefined
  } catch {
    return 'The value must be an object of header names and values.'
  }
}

/** What a fault may have. */
export const faultFields: Fields = {
  match: {
    required: true,
    fields: {
      route: { check: oneOf(routeNames) },
      method: { check: text(40) },
      code: { check: text(40) },
    },
  },
  status: { check: wholeNumber(200, 599) },
  headers: { check: headers },
  delayMs: { check: wholeNumber(0, 600_000) },
  body: {},
  errors: { check: listOf(fieldError) },
  drop: {
    check: (value) =>
      typeof value === 'boolean' || value === 'connect' || value === 'body' || value === 'refuse'
        ? undefined
        : 'The value must be true, false, "connect", "body" or "refuse".',
  },
  hang: yesOrNo,
  processed: yesOrNo,
  times: { check: wholeNumber(1, 1_000_000) },
  probability: { check: chance },
}

const amount: Field = { check: wholeNumber(0, 999_999_999) }
const changeFields: Fields = {
  isOnline: yesOrNo,
  isActive: yesOrNo,
  limits: { fields: { min: amount, max: amount } },
}

/** @throws TypeError with a sentence that names the first property that is wrong. */
export function decodeFault(value: unknown): Fault {
  refuseWrongFields(value, faultFields)
  const fault = value as Fault
  const { status, body, headers: laidOver, delayMs, drop, hang } = fault
  if (status === undefined && body === undefined && !laidOver && !delayMs && !drop && !hang) {
    throw new TypeError(
      'A fault needs a status, body, headers, delayMs, drop or hang: this one would do nothing.',
    )
  }
  if (drop === 'refuse' && fault.processed) {
    throw new TypeError('"processed": A refused connection brings nothing that could be carried out.')
  }
  return fault
}

/** @throws TypeError with a sentence that names the first property that is wrong. */
export function decodeChannelChange(value: unknown): ChannelChange {
  refuseWrongFields(value, changeFields)
  return value as ChannelChange
}

const dayMs = 86_400_000
const statusCode = text(60)
const blikFields: Fields = {
  outcome: { required: true, check: oneOf(blikOutcomeNames) },
  statusCode: { check: (value) => (value === null ? undefined : statusCode(value)) },
  afterMs: { check: wholeNumber(0, dayMs) },
  statusCodeAfterMs: { check: wholeNumber(0, dayMs) },
}

/** @throws TypeError with a sentence that names the first property that is wrong, or that would do nothing. */
export function decodeBlikPlan(value: unknown): BlikPlan {
  refuseWrongFields(value, blikFields)
  const plan = value as BlikPlan
  const { end } = blikOutcomes[plan.outcome]
  if (!end && Object.keys(plan).length > 1) {
    throw new TypeError(`A payment that is ${plan.outcome} doesn't end by itself: nothing else can be set.`)
  }
  const hasReason = end?.statusCode && plan.statusCode !== null
  if ((plan.statusCode && !end?.statusCode) || (plan.statusCodeAfterMs !== undefined && !hasReason)) {
    throw new TypeError(`"statusCode": A payment that is ${plan.outcome} has none here.`)
  }
  return plan
}

function refuseWrongFields(value: unknown, fields: Fields): void {
  if (!isRecord(value)) throw new TypeError('The body must be a JSON object.')
  const [error] = checkFields(value, fields)
  if (error) throw new TypeError(`"${error.property}": ${error.message}`)
}
