import type { DeclineReason } from '@tillkit/core'
import { choose, later, pay, read, see, typeCode } from './arrive.ts'
import type { PickerState } from './picker-state.ts'
import { failing } from './states-of-list.ts'

const few = { only: ['blik', 'card'] } as const
const payByCode = [choose('blik/blik'), typeCode, pay] as const

const declined = (code: string, reason: DeclineReason, says: string): PickerState => ({
  says,
  shop: { blik: { outcome: 'refused', statusCode: `BLK-ERROR-${code}`, afterMs: 0 } },
  picker: few,
  steps: payByCode,
  reads: `decline.${reason}`,
})

/** A payment with a BLIK code, until its end. */
export const statesOfBlik = {
  'blik-code': {
    says: 'Six digits, shown as three and three. The field is BLIK’s own, below its row.',
    picker: few,
    steps: [choose('blik/blik'), typeCode, see('.till-blik')],
    reads: 'blik.code',
  },
  'blik-code-missing': {
    says: 'Paid too early: the field says what is missing.',
    picker: few,
    steps: [choose('blik/blik'), pay],
    reads: 'blocked.blik-code',
  },
  'blik-waiting': {
    says: 'The bank’s app asks for the rest. Nothing else can be paid with until this has an end.',
    shop: { blik: { outcome: 'silent' } },
    steps: payByCode,
    reads: 'confirming.title',
  },
  'blik-checking': {
    says: 'No answer came: whether the payment went through is being asked for.',
    shop: failing(504),
    picker: few,
    steps: payByCode,
    reads: 'checking',
  },
  'blik-unknown': {
    says: 'Two minutes without an answer: whom to ask, and with which number.',
    shop: { blik: { outcome: 'silent' } },
    picker: few,
    steps: [...payByCode, read('confirming.title'), later(121_000)],
    reads: 'orderNumber',
  },
  'blik-confirmed': {
    says: 'Accepted in the app: the picker notices by itself.',
    steps: [...payByCode, read('confirming.title'), later(10_000)],
    reads: 'paid',
  },
  'blik-refused': declined('210000', 'generic', 'Refused without a reason: another way is open.'),
  'blik-bank-break': declined(
    '210001',
    'bankBreak',
    'A break at the payer’s bank: another bank’s app may do.',
  ),
  'blik-alias': declined('210002', 'alias', 'A saved alias doesn’t do: a code is asked for.'),
  'blik-wrong-code': declined('210005', 'wrongCode', 'BLIK doesn’t know the code: a new one is asked for.'),
  'blik-expired-code': declined('210006', 'expiredCode', 'The code was too old: a new one is asked for.'),
  'blik-code-problem': declined(
    '210007',
    'codeProblem',
    'The code couldn’t be used: a new one is asked for.',
  ),
  'blik-declined': declined('210009', 'declinedInApp', 'Declined in the app: nothing was charged.'),
  'blik-timed-out': declined('210010', 'notConfirmed', 'Nobody confirmed in time: nothing was charged.'),
  'blik-wrong-pin': declined('210012', 'wrongPin', 'The PIN in the app didn’t match.'),
  'blik-security': declined('210013', 'security', 'The bank stopped the payment.'),
  'blik-limit': declined('210014', 'limit', 'Over the limit set in the app, which says where to change it.'),
  'blik-no-funds': declined('210015', 'noFunds', 'Not enough money: said without blame.'),
  'blik-issuer': declined('210016', 'issuer', 'The bank didn’t accept it, and doesn’t say why.'),
} as const satisfies Readonly<Record<string, PickerState>>
