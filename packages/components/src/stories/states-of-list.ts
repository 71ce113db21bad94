import { choose, later, look, meanwhile, pay, read, see } from './arrive.ts'
import type { StoryShopOptions } from './create-story-shop.ts'
import type { PickerState } from './picker-state.ts'

/** What is beside a state's point is left out: a few banks are enough to see how they look, or none. */
export const short = { only: ['blik', 'pbl', 'card'], limit: 4 } as const
export const few = { only: ['blik', 'card', 'wallet'] } as const

const chooseBank = choose('pbl', 'pbl/mtransfer')

export const failing = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
): StoryShopOptions => ({
  faults: [{ match: { route: 'create-transaction' }, status, headers }],
})

/** What the list shows, and why. */
export const statesOfList = {
  available: { says: 'Everything works: what most shoppers see, with nothing preselected.' },
  selected: {
    says: 'A bank is chosen: its method is open in place, and its tile is marked.',
    picker: short,
    steps: [chooseBank],
  },
  hover: {
    says: 'The pointer is over a row and over the button.',
    picker: few,
    steps: [look('hover', '[data-method=card] > label', '.till-pay')],
  },
  focus: {
    says: 'The keyboard is at a row and at the button.',
    picker: few,
    steps: [look('focus', "input[value='card/ecom3ds']", '.till-pay')],
  },
  pressed: {
    says: 'A row, a bank and the button under a finger.',
    picker: short,
    steps: [
      choose('pbl'),
      look('pressed', '[data-method=card] > label', "[data-channel='pbl/ipko'] > label", '.till-pay'),
    ],
  },
  trial: {
    says: 'Five minutes after a bank failed it can be tried again, with a caution.',
    shop: { scenario: 'bank-down' },
    picker: short,
    steps: [chooseBank, pay, read('notAnsweringUntil'), later(5 * 60_000)],
    reads: 'reason.trial',
  },
  'cooling-down': {
    says: 'A wallet that answered 500 rests with a countdown, and says from when it can be tried again.',
    shop: failing(500),
    picker: few,
    steps: [choose('wallet', 'wallet/gpay'), pay],
    reads: 'reason.coolingDown',
  },
  refused: {
    says: 'imoje refused a bank although the list said online: it is off until a newer list.',
    shop: failing(406),
    picker: short,
    steps: [chooseBank, pay],
    reads: 'failure.switchedOff',
  },
  'outage-of-channel': {
    says: 'imoje says that one wallet is offline: greyed from the first paint, after those that work.',
    shop: { offline: ['wallet/gpay'] },
    picker: few,
    steps: [choose('wallet')],
    reads: 'reason.outage',
  },
  'outage-of-method': {
    says: 'imoje says that a whole method is offline: the row stays, with the reason.',
    shop: { scenario: 'method-flagged' },
    picker: { only: ['blik', 'card', 'imoje_paylater'] },
    reads: 'reason.outage',
  },
  'outage-of-gateway': {
    says: 'imoje went away while paying: one banner instead of a reason on each row.',
    shop: failing(503),
    picker: short,
    steps: [chooseBank, pay],
    reads: 'gateway.check',
  },
  'outage-before-the-list': {
    says: 'imoje is away before there was a list: the banner stands alone.',
    shop: { scenario: 'gateway-down' },
    reads: 'gateway.check',
  },
  'outage-being-checked': {
    says: 'The hold is over: whether imoje is back is being asked for.',
    shop: { scenario: 'gateway-down' },
    steps: [
      read('gateway.check'),
      meanwhile(({ mock }) => {
        mock.setScenario('calm')
        mock.addFault({ match: {}, hang: true })
      }),
      later(5 * 60_000),
    ],
    reads: 'gateway.due',
  },
  misconfigured: {
    says: "imoje refuses the shop's token: nothing to choose from, and no jargon.",
    shop: { scenario: 'misconfigured' },
    reads: 'gateway.misconfigured',
  },
  'everything-down': {
    says: 'imoje answers, but says that every channel is offline: reasons stay short and calm.',
    shop: { scenario: 'everything-down' },
    reads: 'reason.outage',
  },
  limits: {
    says: 'The order is too small for one method and too large for another, each with its own sentence.',
    shop: { scenario: 'limits' },
    picker: { only: ['card', 'blik', 'imoje_installments'] },
    steps: [read('reason.shortBy')],
    reads: 'reason.overBy',
  },
  'unsupported-device': {
    says: 'A wallet that this device has not got stands last, and says so.',
    shop: { client: { supportsChannel: ({ code }) => code !== 'applepay' } },
    picker: few,
    steps: [choose('wallet')],
    reads: 'reason.device',
  },
  'off-by-merchant': {
    says: "The shop itself switched two methods off: one with the kit's words, one with its own.",
    shop: { client: { overrides: { card: {}, wallet: { text: 'Back on Monday.' } } } },
    picker: few,
    reads: 'reason.off',
  },
  unconfirmed: {
    says: 'The list is older than five minutes: everything can still be chosen, and is asked for anew before paying.',
    picker: few,
    steps: [read('pay'), later(6 * 60_000), see('[data-availability=unconfirmed]')],
  },
  offline: {
    says: 'The browser lost its connection: the list stays, and paying waits.',
    picker: few,
    steps: [read('pay'), meanwhile(({ page }) => page.set({ online: false }))],
    reads: 'gateway.offline',
  },
  loading: {
    says: 'The list is on its way: the shape of what comes, never a flash of "no methods".',
    shop: { silent: 'everything' },
    reads: 'loading',
  },
  slow: {
    says: 'The list takes too long: the skeleton gives way to words and a way on.',
    shop: { silent: 'everything' },
    steps: [read('loading'), later(13_000)],
    reads: 'slow',
  },
  'list-failed': {
    says: "The list can't be had, and asking again by itself wouldn't help.",
    shop: { faults: [{ match: {}, status: 400 }] },
    reads: 'listFailed',
  },
  'signed-out': {
    says: 'The shop itself refuses, since its session is over: that is said, not blamed on imoje.',
    shop: { problem: 'unauthenticated' },
    reads: 'failure.signIn',
  },
  'empty-shop': {
    says: 'The list came, and nothing in it is active.',
    shop: { scenario: 'empty' },
    reads: 'empty.none',
  },
  'empty-currency': {
    says: 'Nothing in the list takes the currency of the order.',
    shop: { currency: 'NOK' },
    reads: 'empty.currency',
  },
  'empty-part': {
    says: 'The shop shows a part of the list, and there is nothing in it.',
    picker: { only: ['twisto'] },
    reads: 'empty',
  },
} as const satisfies Readonly<Record<string, PickerState>>
