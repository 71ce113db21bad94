import type { AvailabilityStatus, DeclineReason, FailureMessage } from '@tillkit/core'
import type { BlockedBecause } from '@tillkit/hooks'

/** Statuses that a row explains with one sentence; the others need no word, have several, or are the banner's. */
export type ExplainedStatus = Exclude<
  AvailabilityStatus,
  'hidden' | 'misconfigured' | 'ineligible' | 'unconfirmed' | 'available'
>

/** Methods with a name of their own in every language; imoje's list is open, so others keep the name it gives them. */
export type NamedMethod =
  | 'blik'
  | 'pbl'
  | 'card'
  | 'wallet'
  | 'imoje_paylater'
  | 'imoje_installments'
  | 'wt'
  | 'lease'

/**
 * Every sentence of the picker, with the placeholders it may hold (`{time}`); `never` where it holds none. Clock times, amounts
 * and lists of names come formatted for the provider's locale. Names stand in the nominative: write no word that bends with them.
 */
export type MessageValues = {
  readonly [Key in `method.${NamedMethod}` | `help.${'blik' | 'pbl' | 'wt'}`]: never
} & { readonly [Key in `blocked.${BlockedBecause}`]: never } & {
  readonly [Key in `failure.${FailureMessage}`]: 'channel'
} & { readonly [Key in `reason.${ExplainedStatus | 'device'}`]: never } & {
  /** What the payer's side said; `newCode` follows, except after `bankBreak`, which says itself what to do. */
  readonly [Key in `decline.${DeclineReason}`]: never
} & {
  /** Names the group of methods to a screen reader. */
  readonly legend: never
  readonly loading: never
  /** The list is late. */
  readonly slow: never
  readonly listFailed: never
  /** Nothing in the list fits the order, or the part of the list that this picker shows. */
  readonly empty: never
  /** imoje's list has nothing that is active in this shop. */
  readonly 'empty.none': never
  /** The list has nothing in the order's currency; `currency` is its code, such as `PLN`. */
  readonly 'empty.currency': 'currency'
  readonly tryAgain: never
  /** A row's state, beside its name. */
  readonly 'state.unavailable': never
  readonly 'state.from': 'limit'
  readonly 'state.upTo': 'limit'
  /** Stands over the banks that can't be used. */
  readonly restHeading: never
  /** The order is below the limit by `amount`. */
  readonly 'reason.shortBy': 'amount'
  /** The order is above the limit by `amount`. */
  readonly 'reason.overBy': 'amount'
  /** Follows a reason that ends by itself. */
  readonly 'reason.from': 'time'
  /** Follows a reason without a known end. */
  readonly 'reason.other': never
  readonly countdown: 'left'
  /** Names the field in which a bank is searched. */
  readonly search: never
  /** Announced: so many banks are found. */
  readonly searchHits: 'count'
  readonly searchNone: never
  /** Empties the search. */
  readonly searchClear: never
  /** Shows the channels beyond the first few. */
  readonly showAll: 'count'
  readonly showFewer: never
  /** Leads from what is chosen back to the list. */
  readonly change: never
  /** Stands above the button that pays; the placeholders are links. */
  readonly consent: 'terms' | 'privacy'
  /** The words of a link, in the form that `consent` needs. */
  readonly 'consent.terms': never
  /** The words of a link, in the form that `consent` needs. */
  readonly 'consent.privacy': never
  /** Said of a link to a screen reader, in brackets. */
  readonly newTab: never
  readonly 'gateway.down': never
  /** Follows `gateway.down`. */
  readonly 'gateway.check': 'time'
  readonly 'gateway.due': never
  readonly 'gateway.misconfigured': never
  readonly 'gateway.offline': never
  readonly checkNow: never
  /** "Check now" was pressed again too soon. */
  readonly checkedJustNow: never
  readonly pay: 'amount'
  readonly busy: never
  /** The outcome is being asked for. */
  readonly checking: never
  /** As `failure.notAnswering`, where it is known from when the channel can be tried again. */
  readonly notAnsweringUntil: 'channel' | 'time'
  /** As `failure.notAnswering` and `failure.switchedOff`, once the channel can be used again. */
  readonly backAgain: 'channel'
  /** Back from the bank, and not paid there. */
  readonly stillOpen: 'channel'
  /** Beside another failure, where the outcome is unknown: without its page nobody can have paid. */
  readonly pageNotOpened: never
  /** As `failure.interrupted`, once it is known that nothing was charged. */
  readonly brokeOff: never
  /** As `failure.wait`, once the pause is over. */
  readonly waitOver: never
  /** Beside `failure.checkFields`: something was refused that the page has no field for. */
  readonly otherDetails: never
  /** Stands at a field of the page whose content imoje refused. */
  readonly 'field.refused': never
  /** Its own sentence; appears only where it is known. */
  readonly notCharged: never
  readonly paid: never
  readonly 'transfer.intro': never
  readonly 'transfer.account': never
  readonly 'transfer.amount': never
  readonly 'transfer.title': never
  /** Followed by the name of what is copied. */
  readonly copy: never
  readonly copied: never
  /** The browser refused to copy. */
  readonly copyByHand: never
  readonly otherWay: never
  /** Follows a reason why BLIK was declined. The code is typed in here or on imoje's page, so it names no field. */
  readonly newCode: never
  /** Beside an unknown outcome: what to tell the shop. */
  readonly orderNumber: 'order'
  /** Names the field. */
  readonly 'blik.code': never
  readonly 'confirming.title': never
  readonly 'confirming.text': 'time'
  /** The seconds to `time`; not read out. */
  readonly 'confirming.left': 'left'
  /** The way to another method: while it can still be confirmed nothing else may charge. */
  readonly 'confirming.other': never
  /** A button, after a channel that didn't answer. */
  readonly 'fallback.offer': never
  /** It was pressed, and the page is on its way. */
  readonly 'fallback.linking': never
  /** A button, while what is chosen can't be used: chooses the nearest that can. */
  readonly rescue: 'channel'
  /** Announced: these can't be used any more. */
  readonly 'live.down': 'channels'
  /** Announced: these can be tried again. */
  readonly 'live.up': 'channels'
  /** Announced instead of a long list of names. */
  readonly 'live.many': never
  readonly 'live.gatewayUp': never
}

/** The key of a sentence that every language has. */
export type MessageKey = keyof MessageValues

/** What a sentence's placeholders are filled with: texts, and for `count` the number that chooses the plural form. */
export type ValuesOf<Key extends MessageKey> = {
  readonly [Name in MessageValues[Key]]: Name extends 'count' ? number : string
}

/** One sentence for each plural form of a language (CLDR categories, as `Intl.PluralRules` names them). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

type PluralKey = 'searchHits'

/** A whole language. */
export type Messages = { readonly [Key in MessageKey]: Key extends PluralKey ? PluralForms : string } & {
  /** Its code, such as `pl`. */
  readonly language: string
}

/** A whole language in which a shop's own sentences may stand: one may do for all plural forms. */
export type Sentences = { readonly [Key in MessageKey]: Messages[Key] | string } & Pick<Messages, 'language'>

/** A shop's own sentences, for some keys. */
export type OwnSentences = Partial<Omit<Sentences, 'language'>>

/** Sentences that are a shop's own where they are about one channel. */
export interface ByChannel {
  /** By the id of a channel, or of a method with several. */
  readonly channels?: Readonly<Record<string, OwnSentences>>
}

/**
 * Sentences that replace the kit's own, with the same placeholders; the language stays the provider's. One sentence may stand for all
 * plural forms.
 */
export type MessageOverrides = OwnSentences & ByChannel & { readonly language?: never }
