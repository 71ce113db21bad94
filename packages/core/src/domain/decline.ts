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
  readonly reason: DeclineReason
  /** Whether the same payment needs a new BLIK code to be tried again. */
  readonly asksNewCode: boolean
}

/** Reads a transaction's `statusCode`. imoje: BLIK codes; those of cards are informational and say nothing here. */
export function describeDecline(statusCode: string | undefined): Decline {
  const [, code] = /^BLK-ERROR-(.*)/.exec(statusCode ?? '') ?? []
  return {
    reason: (code && blikReasons.get(code)) || 'generic',
    asksNewCode: !!code && code !== '210000' && code !== '210001',
  }
}

/** imoje's BLIK codes. Those left out (from 210017 on: refunds, transfers) have no sentence of their own. */
const blikReasons: ReadonlyMap<string, DeclineReason> = new Map([
  ['210001', 'bankBreak'],
  ['210002', 'alias'],
  ['210003', 'alias'],
  ['210004', 'alias'],
  ['210005', 'wrongCode'],
  ['210006', 'expiredCode'],
  ['210007', 'codeProblem'],
  ['210008', 'codeProblem'],
  ['210009', 'declinedInApp'],
  ['210010', 'notConfirmed'],
  ['210011', 'notConfirmed'],
  ['210012', 'wrongPin'],
  ['210013', 'security'],
  ['210014', 'limit'],
  ['210015', 'noFunds'],
  ['210016', 'issuer'],
])
