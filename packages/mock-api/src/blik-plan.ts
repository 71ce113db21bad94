import type { EndStatus } from './ledger.ts'

/** How payments with a BLIK code end; `silent` ones don't. */
export type BlikOutcome = 'confirmed' | 'refused' | 'failed' | 'timed-out' | 'silent' | 'redirected'

/** What becomes of the payments with a BLIK code that start from now on. */
export interface BlikPlan {
  /** How they end. */
  readonly outcome: BlikOutcome
  /**
   * The reason the API gives, such as `BLK-ERROR-210005`; `null` for none. Only where the outcome is refused, failed or timed-out.
   * @defaultValue 'BLK-ERROR-210009' (refused), 'BLK-ERROR-210000' (failed), 'BLK-ERROR-210010' (timed-out)
   */
  readonly statusCode?: string | null
  /**
   * Milliseconds on the mock's clock from the start to the end; with 0 the very answer says how it ended.
   * @defaultValue 5 s, timed-out 60 s
   */
  readonly afterMs?: number
  /**
   * Milliseconds on the mock's clock from the end until its reason is told, then by a notification of its own.
   * @defaultValue 0: with the end
   */
  readonly statusCodeAfterMs?: number
}

/** How a payment with a BLIK code ends by itself. The spans are those of {@link BlikPlan}. */
export interface BlikEnd {
  readonly status: EndStatus
  readonly statusCode: string | null
  readonly afterMs: number
  readonly statusCodeAfterMs: number
}

interface OutcomeKind {
  /** What happens, in one sentence. */
  readonly says: string
  /** Missing where it doesn't end by itself. */
  readonly end?: Omit<BlikEnd, 'statusCodeAfterMs'>
}

export const blikOutcomes: Readonly<Record<BlikOutcome, OutcomeKind>> = {
  confirmed: {
    says: 'The payer confirms in the bank app.',
    end: { status: 'settled', statusCode: null, afterMs: 5_000 },
  },
  refused: {
    says: 'The payer or a bank refuses.',
    end: { status: 'rejected', statusCode: 'BLK-ERROR-210009', afterMs: 5_000 },
  },
  failed: {
    says: 'Something breaks on the way.',
    end: { status: 'error', statusCode: 'BLK-ERROR-210000', afterMs: 5_000 },
  },
  'timed-out': {
    says: 'Nobody confirms, and BLIK gives up.',
    end: { status: 'rejected', statusCode: 'BLK-ERROR-210010', afterMs: 60_000 },
  },
  silent: { says: 'Nothing is ever heard: it stays pending until `validTo`.' },
  redirected: { says: 'The answer leads to a page in spite of the code, and the page decides.' },
}

export const blikOutcomeNames: readonly BlikOutcome[] = Object.keys(blikOutcomes) as BlikOutcome[]

/** The plan's end with its defaults filled in, or nothing where it doesn't end by itself. */
export function resolveBlikEnd(plan: BlikPlan): BlikEnd | undefined {
  const { end } = blikOutcomes[plan.outcome]
  if (!end) return undefined
  const { statusCode = end.statusCode, afterMs = end.afterMs, statusCodeAfterMs = 0 } = plan
  return { status: end.status, statusCode, afterMs, statusCodeAfterMs }
}
