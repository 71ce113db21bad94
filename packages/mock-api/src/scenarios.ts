import type { Fault } from './faults.ts'
import { breakRows } from './fixtures/broken-rows.ts'
import type { ChannelRow } from './fixtures/channels.ts'

/** The name of something that can break. */
export type ScenarioName =
  | 'calm'
  | 'bank-down'
  | 'bank-flagged'
  | 'method-flagged'
  | 'late-flag'
  | 'gateway-down'
  | 'gateway-slow-death'
  | 'flaky'
  | 'limits'
  | 'everything-down'
  | 'empty'
  | 'malformed'
  | 'validation'
  | 'misconfigured'

/** What a scenario changes, as data. Everything it doesn't name works as in `calm`. */
export interface Scenario {
  /** What happens, in one sentence. */
  readonly says: string
  readonly faults?: readonly Fault[]
  /** The list as this scenario shows it. `spent` = its counted faults are used up. */
  readonly rows?: (rows: readonly ChannelRow[], spent: boolean) => readonly ChannelRow[]
  /** Methods that are offline as a whole: every row in the flat list, the group alone in the nested one. */
  readonly flaggedMethods?: readonly string[]
  /** Spoils the rows on their way out; the world behind them stays whole. */
  readonly spoil?: (rows: readonly object[]) => readonly unknown[]
}

const mBank = { route: 'create-transaction', method: 'pbl', code: 'mtransfer' } as const

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  calm: { says: 'Everything works.' },
  'bank-down': {
    says: 'Starting a payment with mBank answers 500 twice, then works again. The list says online throughout.',
    faults: [{ match: mBank, status: 500, times: 2 }],
  },
  'bank-flagged': {
    says: 'The list says that PKO BP is offline; starting a payment with it answers 406.',
    rows: (rows) => rows.map((row) => (row.paymentMethodCode === 'ipko' ? offline(row) : row)),
  },
  'method-flagged': {
    says: 'All of pay later is offline.',
    flaggedMethods: ['imoje_paylater'],
  },
  'late-flag': {
    says: 'mBank answers 500 three times; only then the list says offline, and the bank answers 406.',
    faults: [{ match: mBank, status: 500, times: 3 }],
    rows: (rows, spent) =>
      spent ? rows.map((row) => (row.paymentMethodCode === 'mtransfer' ? offline(row) : row)) : rows,
  },
  'gateway-down': {
    says: 'The whole API answers 503, without a Retry-After, until the scenario changes.',
    faults: [{ match: {}, status: 503 }],
  },
  'gateway-slow-death': {
    says: 'Starting a payment makes the transaction, but the answer is a 504: nobody learns of it.',
    faults: [{ match: { route: 'create-transaction' }, status: 504, processed: true }],
  },
  flaky: {
    says: 'Five in a hundred requests, drawn by the seed, answer 500.',
    faults: [{ match: {}, status: 500, probability: 0.05 }],
  },
  limits: {
    says: 'Some channels take only small amounts and some only large ones, so a cart of 100 to 600 PLN fits neither.',
    rows: (rows) => rows.map((row) => ({ ...row, ...tightLimits[row.paymentMethodCode] })),
  },
  'everything-down': {
    says: 'The list is complete and every row of it is offline.',
    rows: (rows) => rows.map(offline),
  },
  empty: { says: 'The list has no rows.', rows: () => [] },
  malformed: {
    says:
      'The list mixes broken rows with good ones; starting a payment answers HTML with 200, reading a transaction ' +
      'answers JSON that breaks off, and a payment link comes with wrong types.',
    spoil: breakRows,
    faults: [
      {
        match: { route: 'create-transaction' },
        status: 200,
        processed: true,
        body: '<!doctype html><title>Maintenance</title><h1>Something else is here</h1>',
      },
      { match: { route: 'get-transaction' }, status: 200, body: '{"transaction":{"id":"0000' },
      { match: { route: 'create-payment' }, status: 200, body: { payment: { id: 7, url: null } } },
    ],
  },
  validation: {
    says: 'Starting a payment, or making a link, answers 422: one error at the e-mail, one at a field no form has.',
    faults: (['create-transaction', 'create-payment'] as const).map((route) => ({
      match: { route },
      status: 422,
      errors: [
        { property: 'customer.email', message: 'The address does not exist.' },
        { property: 'customer.vatStatus', message: 'The value is required.' },
      ],
    })),
  },
  misconfigured: {
    says: 'The whole API answers 401, as it does to a wrong token.',
    faults: [{ match: {}, status: 401 }],
  },
}

/** All of them. */
export const scenarioNames: readonly ScenarioName[] = Object.keys(scenarios).filter(isScenarioName)

export function isScenarioName(name: unknown): name is ScenarioName {
  return typeof name === 'string' && Object.hasOwn(scenarios, name)
}

/** Minor units, set around a cart of 100 to 600 PLN. */
const tightLimits: Readonly<Record<string, { readonly min?: number; readonly max?: number }>> = {
  blik: { max: 5_000 },
  alior: { min: 100_000 },
  citi: { max: 9_900 },
  imoje_twisto: { max: 5_000 },
  paypo: { max: 9_000 },
  blik_paylater: { min: 80_000 },
  paypal: { min: 70_000 },
}

function offline(row: ChannelRow): ChannelRow {
  return { ...row, isOnline: false }
}
