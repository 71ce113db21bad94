// The public API of @tillkit/components/messages/pl as built. Written by "pnpm api:update"; review its changes.

// messages/messages.d.ts
import type { AvailabilityStatus, DeclineReason, FailureMessage } from '@tillkit/core';
import type { BlockedBecause } from '@tillkit/hooks';
export type ExplainedStatus = Exclude<AvailabilityStatus, 'hidden' | 'misconfigured' | 'ineligible' | 'unconfirmed' | 'available'>;
export type NamedMethod = 'blik' | 'pbl' | 'card' | 'wallet' | 'imoje_paylater' | 'imoje_installments' | 'wt' | 'lease';
export type MessageValues = {
    readonly [Key in `method.${NamedMethod}` | `help.${'blik' | 'pbl' | 'wt'}`]: never;
} & {
    readonly [Key in `blocked.${BlockedBecause}`]: never;
} & {
    readonly [Key in `failure.${FailureMessage}`]: 'channel';
} & {
    readonly [Key in `reason.${ExplainedStatus | 'device'}`]: never;
} & {
    readonly [Key in `decline.${DeclineReason}`]: never;
} & {
    readonly legend: never;
    readonly loading: never;
    readonly slow: never;
    readonly listFailed: never;
    readonly empty: never;
    readonly tryAgain: never;
    readonly 'state.unavailable': never;
    readonly 'state.from': 'limit';
    readonly 'state.upTo': 'limit';
    readonly restHeading: never;
    readonly 'reason.shortBy': 'amount';
    readonly 'reason.overBy': 'amount';
    readonly 'reason.from': 'time';
    readonly 'reason.other': never;
    readonly countdown: 'left';
    readonly search: never;
    readonly searchHits: 'count';
    readonly searchNone: never;
    readonly searchClear: never;
    readonly showAll: 'count';
    readonly showFewer: never;
    readonly change: never;
    readonly consent: 'terms' | 'privacy';
    readonly 'consent.terms': never;
    readonly 'consent.privacy': never;
    readonly newTab: never;
    readonly 'gateway.down': never;
    readonly 'gateway.check': 'time';
    readonly 'gateway.due': never;
    readonly 'gateway.misconfigured': never;
    readonly 'gateway.offline': never;
    readonly checkNow: never;
    readonly checkedJustNow: never;
    readonly pay: 'amount';
    readonly busy: never;
    readonly checking: never;
    readonly notAnsweringUntil: 'channel' | 'time';
    readonly backAgain: 'channel';
    readonly stillOpen: 'channel';
    readonly pageNotOpened: never;
    readonly brokeOff: never;
    readonly waitOver: never;
    readonly otherDetails: never;
    readonly notCharged: never;
    readonly paid: never;
    readonly 'transfer.intro': never;
    readonly 'transfer.account': never;
    readonly 'transfer.amount': never;
    readonly 'transfer.title': never;
    readonly copy: never;
    readonly copied: never;
    readonly copyByHand: never;
    readonly otherWay: never;
    readonly newCode: never;
    readonly orderNumber: 'order';
    readonly 'blik.code': never;
    readonly 'confirming.title': never;
    readonly 'confirming.text': 'time';
    readonly 'confirming.left': 'left';
    readonly 'confirming.other': never;
    readonly 'fallback.offer': never;
    readonly 'fallback.linking': never;
    readonly rescue: 'channel';
    readonly 'live.down': 'channels';
    readonly 'live.up': 'channels';
    readonly 'live.many': never;
    readonly 'live.gatewayUp': never;
};
export type MessageKey = keyof MessageValues;
export type Messages = {
    readonly [Key in MessageKey]: string;
} & {
    readonly language: string;
};
export type MessageOverrides = Partial<Omit<Messages, 'language'>> & {
    readonly language?: never;
};

// messages/pl.d.ts
import type { Messages } from './messages.ts';
export declare const pl: Messages;
