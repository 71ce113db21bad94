import type { FieldError } from './api-answer.ts'
import type { RequestSubject, RouteName } from './journal.ts'
import type { Random } from './random.ts'

/**
 * One thing that goes wrong. With `status`, `body`, `hang` or a `drop` of the connection the request isn't carried out, unless
 * `processed` says so; with `delayMs`, `headers` or a `drop` of the body alone it is.
 */
export interface Fault {
  /** Every given part must fit. An empty match fits every request under `/v1`; the hosted page only fits by its route's name. */
  readonly match: {
    readonly route?: RouteName
    /** The body's `paymentMethod`; for a payment link its only `visibleMethod`. */
    readonly method?: string
    /** The body's `paymentMethodCode`; for a payment link its `preselectMethodCode`. */
    readonly code?: string
  }
  /** HTTP status of the answer, 200–599. */
  readonly status?: number
  /** Laid over the answer's headers. */
  readonly headers?: Readonly<Record<string, string>>
  /** A string is sent as it is, anything else as JSON. Without it a status of 400 or more brings imoje's error body. */
  readonly body?: unknown
  /** Entries for that error body. */
  readonly errors?: readonly FieldError[]
  /** Milliseconds of real time between carrying the request out and answering it. */
  readonly delayMs?: number
  /**
   * `'connect'` (or `true`): the request arrives and no answer comes. `'body'`: the answer breaks off half-way. `'refuse'`: there is
   * no connection, nothing arrives and the journal stays empty; the fetch function rejects as Node does, with `ECONNREFUSED`. The
   * Node server has the connection already, so it cuts it; its own `refuse()` refuses everything.
   */
  readonly drop?: boolean | 'connect' | 'body' | 'refuse'
  /** Nothing is ever answered; the caller has to give up. */
  readonly hang?: boolean
  /** The request is carried out first, and only its answer is falsified: a payment nobody hears of. */
  readonly processed?: boolean
  /** How many requests it meets before it is used up. */
  readonly times?: number
  /** Chance, 0–1, that it meets a request that fits. Drawn from the seeded stream. */
  readonly probability?: number
}

/** A fault with what is left of its `times`; `null` where it never wears out. */
export interface StandingFault extends Fault {
  /** How many requests it still meets. */
  readonly left: number | null
  /** Whether `clearFaults` drops it. */
  readonly source: 'added' | 'scenario'
}

export interface FaultBox {
  add(fault: Fault): void
  /** Drops the added faults; those of the scenario belong to it and stay. */
  clear(): void
  /** Replaces the scenario's faults, all unused. */
  useScenario(faults: readonly Fault[]): void
  /** The fault this request meets, counted as used. Added ones come before the scenario's. */
  take(route: RouteName, subject: RequestSubject): Fault | undefined
  list(): readonly StandingFault[]
  /** Whether each of the scenario's faults with `times` is used up. */
  scenarioSpent(): boolean
}

interface Counted {
  readonly fault: Fault
  left: number
}

export function createFaultBox(random: Random): FaultBox {
  let added: Counted[] = []
  let fromScenario: Counted[] = []
  const count = (fault: Fault): Counted => ({ fault, left: fault.times ?? Infinity })
  const show = (source: StandingFault['source']) => (counted: Counted) => {
    return { ...counted.fault, left: Number.isFinite(counted.left) ? counted.left : null, source }
  }
  return {
    add(fault) {
      added.push(count(fault))
    },
    clear() {
      added = []
    },
    useScenario(faults) {
      fromScenario = faults.map(count)
    },
    take(route, subject) {
      const hit = [...added, ...fromScenario].find(
        ({ fault, left }) =>
          left > 0 && fits(fault, route, subject) && random.next() < (fault.probability ?? 1),
      )
      if (hit) hit.left -= 1
      return hit?.fault
    },
    list: () => [...added.map(show('added')), ...fromScenario.map(show('scenario'))],
    scenarioSpent: () => fromScenario.every(({ left }) => left === 0 || left === Infinity),
  }
}

function fits({ match }: Fault, route: RouteName, subject: RequestSubject): boolean {
  if (match.route ? match.route !== route : route === 'hosted-page') return false
  if (match.method !== undefined && match.method !== subject.paymentMethod) return false
  return match.code === undefined || match.code === subject.paymentMethodCode
}
