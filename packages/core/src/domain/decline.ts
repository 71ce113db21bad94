/** Why the payer's side said no, as far as the shopper can do something about it; each is a sentence in every language. */
export type DeclineReason =
  | 'generic'
  /** A break at the payer's bank: later, or with another bank's app. */
  | 'bankBreak'
  /** The saved BLIK alias doesn't do: with a code instead. */
  | 'alias'
  | 'wrongCode'
  | 'expiredCode'
  | 'codeProblem'
  | 'declinedInApp'
  | 'notConfirmed'
  | 'wrongPin'
  | 'security'
  | 'limit'
  | 'noFunds'
  | 'issuer'

/** What a payment that the payer's side refused means to the shopper. */
export interface Decline {
  /** What the payer's side refused. */
  readonly reason: DeclineReason
  /** Whether the same payment needs a new BLIK code to be tried again. */
  readonly asksNewCode: boolean
}

/** Reads a transaction's `statusCode`. imoje: BLIK codes; those of cards are informational and say nothing here. */
export function describeDecline(statusCode: string | undefined): Decline {
  const [, code] = /^BLK-ERROR-(.*)/.exec(statusCode ?? '') ?? []
  return {
    reason: blikReasons[Number(code) - firstBlikCode] ?? 'generic',
    asksNewCode: !!code && code !== '210000' && code !== '210001',
  }
}

/** imoje's BLIK codes from 210001 on. Those left out (from 210017 on: refunds, transfers) have no sentence of their own. */
const firstBlikCode = 210_001
const blikReasons: readonly DeclineReason[] = [
  'bankBreak',
  'alias',
  'alias',
  'alias',
  'wrongCode', // 210005
  'expiredCode',
  'codeProblem',
  'codeProblem',
  'declinedInApp',
  'notConfirmed', // 210010
  'notConfirmed',
  'wrongPin',
  'security',
  'limit',
  'noFunds', // 210015
  'issuer',
]
