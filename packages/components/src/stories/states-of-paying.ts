import { choose, later, meanwhile, pay, press, read, see } from './arrive.ts'
import type { PickerState } from './picker-state.ts'
import { failing, few, short } from './states-of-list.ts'

const payAtBank = [choose('pbl', 'pbl/mtransfer'), pay] as const
const payByCard = [choose('card/ecom3ds'), pay] as const

/** What follows when the shopper presses pay. */
export const statesOfPaying = {
  'nothing-chosen': {
    says: 'The button is never disabled: pressed too early, it says what is missing.',
    picker: few,
    steps: [pay],
    reads: 'blocked.nothing-chosen',
  },
  'bank-not-chosen': {
    says: 'The method is chosen, the bank is not: that is said.',
    picker: short,
    steps: [choose('pbl'), pay],
    reads: 'blocked.channel-not-chosen',
  },
  'chosen-went-down': {
    says: 'The chosen bank goes offline before paying: still chosen, marked, and paying is blocked with the reason.',
    picker: short,
    steps: [
      choose('pbl', 'pbl/mtransfer'),
      meanwhile(({ mock }) => mock.setChannel('pbl', 'mtransfer', { isOnline: false })),
      // Older than the minute that a list is fresh for, so it is read again before paying.
      later(61_000),
      pay,
    ],
    reads: 'blocked.unavailable',
  },
  'paying-offline': {
    says: 'Without a connection nothing is sent.',
    picker: few,
    steps: [
      choose('card/ecom3ds'),
      meanwhile(({ page }) => page.set({ online: false })),
      read('gateway.offline'),
      pay,
    ],
    reads: 'blocked.offline',
  },
  'paying-paused': {
    says: 'Too many tries: paying pauses, with the seconds left.',
    shop: failing(429, { 'retry-after': '40' }),
    picker: short,
    steps: payAtBank,
    reads: 'failure.wait',
  },
  paying: {
    says: 'The payment is being started: the button turns, and nothing can be pressed twice.',
    shop: { silent: 'transactions' },
    picker: short,
    steps: payAtBank,
    reads: 'busy',
  },
  leaving: {
    says: "On the way to imoje's page for cards.",
    picker: few,
    steps: payByCard,
    reads: 'busy',
  },
  'fallback-offered': {
    says: "A bank answered 500: nothing was charged, and the nearest bank and imoje's own page are one press away.",
    shop: { scenario: 'bank-down' },
    picker: short,
    steps: payAtBank,
    reads: 'fallback.offer',
  },
  'opening-fallback': {
    says: "imoje's own page was asked for after a bank that failed, and is on its way.",
    shop: { scenario: 'bank-down', silent: 'payment-links' },
    picker: short,
    steps: [...payAtBank, read('fallback.offer'), press('.till-ways > button:last-child')],
    reads: 'fallback.linking',
  },
  'still-open': {
    says: 'Back from the bank without paying: the payment there can still be made, and the shopper is told so.',
    picker: short,
    steps: [...payAtBank, see('[data-attempt=redirecting]'), later(20_000)],
    reads: 'stillOpen',
  },
  'not-started': {
    says: 'imoje takes the request for wrong: nothing was charged, and other ways are open.',
    shop: failing(400),
    picker: short,
    steps: payAtBank,
    reads: 'failure.couldNotStart',
  },
  'details-refused': {
    says: "imoje refuses details of the order that the page doesn't ask for.",
    shop: { scenario: 'validation' },
    picker: short,
    steps: payAtBank,
    reads: 'otherDetails',
  },
  'page-not-opened': {
    says: 'No answer came where a page is needed: nobody can pay what nobody got the address of.',
    shop: { faults: [{ match: { route: 'create-transaction' }, drop: true }] },
    picker: short,
    steps: payAtBank,
    reads: 'failure.interrupted',
  },
  transfer: {
    says: 'A traditional transfer: what to send and where, each to be copied.',
    steps: [choose('wt', 'wt/wt'), pay],
    reads: 'transfer.account',
  },
  paid: {
    says: 'The payment has gone through: nothing is left to press.',
    shop: { isPaid: true },
    steps: payByCard,
    reads: 'paid',
  },
} as const satisfies Readonly<Record<string, PickerState>>
