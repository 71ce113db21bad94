import type { Backend } from './backend.ts'
import { type BlikEnd, type BlikPlan, resolveBlikEnd } from './blik-plan.ts'
import type { StandingFault } from './faults.ts'
import type { ChannelRow } from './fixtures/channels.ts'
import type { PaymentEntry, TransactionEntry } from './ledger.ts'
import type { Delivery } from './notifier.ts'
import { type ScenarioName, scenarioNames, scenarios } from './scenarios.ts'

/** What `GET /__control/state` answers. No credentials in it. */
export interface ControlState {
  /** What every id and every draw of luck follows from. */
  readonly seed: number
  /** The one that runs. */
  readonly scenario: ScenarioName
  /** All there are, each with what it breaks. */
  readonly scenarios: readonly { readonly name: ScenarioName; readonly says: string }[]
  /** Epoch milliseconds, and how far they are ahead of real time. */
  readonly clock: { readonly now: number; readonly offsetMs: number }
  /** The channels as they are now. */
  readonly world: readonly ChannelRow[]
  /** Those added and those of the scenario. */
  readonly faults: readonly StandingFault[]
  /** What becomes of the next payments with a BLIK code, defaults filled in. */
  readonly blik: Pick<BlikPlan, 'outcome'> & Partial<BlikEnd>
  /** As the API shows them. */
  readonly transactions: readonly object[]
  /** As the API shows them: the links to imoje's page. */
  readonly payments: readonly object[]
  /** What became of each. */
  readonly notifications: readonly Delivery[]
}

export function controlState(backend: Backend): ControlState {
  const flagged = backend.scenario.flaggedMethods ?? []
  return {
    seed: backend.seed,
    scenario: backend.scenarioName,
    scenarios: scenarioNames.map((name) => ({ name, says: scenarios[name].says })),
    clock: { now: backend.now(), offsetMs: backend.clockOffsetMs },
    world: backend
      .rows()
      .map((row) => ({ ...row, isOnline: row.isOnline && !flagged.includes(row.paymentMethod) })),
    faults: backend.faults.list(),
    blik: { outcome: backend.blikPlan.outcome, ...resolveBlikEnd(backend.blikPlan) },
    transactions: backend.ledger.transactions().map(({ paymentMethod, paymentMethodCode, ...entry }) => {
      return { ...summary(entry), paymentMethod, paymentMethodCode }
    }),
    payments: backend.ledger.payments().map(summary),
    notifications: backend.notifier.deliveries(),
  }
}

function summary({
  id,
  status,
  order,
}: Pick<TransactionEntry | PaymentEntry, 'id' | 'status' | 'order'>): object {
  const { orderId, amount, currency } = order
  return { id, status, orderId, amount, currency }
}
