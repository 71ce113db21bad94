// The public API of @tillkit/components as built. Written by "pnpm api:update"; review its changes.

// availability-note/availability-note.d.ts
import type { Availability } from '@tillkit/core';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { type Description } from './describe-availability.ts';
export declare function useDescription(availability: Availability): Description;
export interface AvailabilityNoteProps extends ComponentProps<'span'> {
    readonly availability: Availability;
    readonly children?: ReactNode;
}
export declare function AvailabilityNote(props: AvailabilityNoteProps): ReactElement | null;

// availability-note/describe-availability.d.ts
import type { Availability, Order } from '@tillkit/core';
import type { Words } from '../messages/format.ts';
export interface Description {
    readonly state?: string | undefined;
    readonly reason?: string | undefined;
    readonly until?: number | undefined;
}
export declare const isSaidByBanner: (availability: Availability) => boolean;
export declare function describeAvailability(availability: Availability, order: Order, { t, money, time }: Words, isMounted: boolean): Description;

// cool-down/cool-down.d.ts
import type { ComponentProps, ReactElement } from 'react';
export interface CoolDownProps extends ComponentProps<'span'> {
    readonly until: number;
}
export declare function CoolDown({ until, className, ...rest }: CoolDownProps): ReactElement;

// index.d.ts
export { AvailabilityNote, type AvailabilityNoteProps } from './availability-note/availability-note.tsx';
export { CoolDown, type CoolDownProps } from './cool-down/cool-down.tsx';
export { dataAttributes, type DataAttribute } from './internal/data-attributes.ts';
export { ListError, type ListErrorProps } from './list-error/list-error.tsx';
export { ListSkeleton, type ListSkeletonProps } from './list-skeleton/list-skeleton.tsx';
export type { Words } from './messages/format.ts';
export { loadMessages } from './messages/load-messages.ts';
export { MessagesProvider, useMessages, type MessagesProviderProps } from './messages/messages-provider.tsx';
export type { MessageKey, MessageOverrides, Messages, MessageValues } from './messages/messages.ts';
export { MethodMark, type MethodMarkProps } from './method-mark/method-mark.tsx';
export { OutageBanner } from './outage-banner/outage-banner.tsx';
export { PayButton, type PayButtonProps } from './pay-button/pay-button.tsx';
export { PaymentDone } from './payment-done/payment-done.tsx';
export { PaymentError, type PaymentErrorProps } from './payment-error/payment-error.tsx';
export { PaymentMethods, type PaymentMethodsProps } from './payment-methods/payment-methods.tsx';
export { TransferDetails, type TransferDetailsProps } from './transfer-details/transfer-details.tsx';

// internal/data-attributes.d.ts
import { type Availability } from '@tillkit/core';
export declare const dataAttributes: readonly ['data-availability', 'data-usable', 'data-method', 'data-channel', 'data-selected', 'data-open', 'data-list', 'data-gateway', 'data-attempt', 'data-busy', 'data-tint'];
export type DataAttribute = (typeof dataAttributes)[number];
export declare const availabilityAttributes: (availability: Availability) => Pick<Readonly<Record<DataAttribute, string | boolean>>, 'data-availability' | 'data-usable'>;

// list-error/list-error.d.ts
import { type Failure } from '@tillkit/core';
import type { ComponentProps, ReactElement } from 'react';
export interface ListErrorProps extends ComponentProps<'div'> {
    readonly because: 'listFailed' | 'empty' | 'slow';
    readonly failure?: Failure | undefined;
    readonly onRetry: () => void;
}
export declare function ListError(props: ListErrorProps): ReactElement;

// list-skeleton/list-skeleton.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface ListSkeletonProps extends ComponentProps<'div'> {
    readonly label?: string | undefined;
    readonly late?: ReactElement;
}
export declare function ListSkeleton({ label, late, className, ...rest }: ListSkeletonProps): ReactElement;

// messages/format.d.ts
import type { MessageKey, MessageValues, Messages } from './messages.ts';
export interface Words {
    readonly language: string;
    readonly t: <Key extends MessageKey>(key: Key, ...values: [MessageValues[Key]] extends [never] ? [] : [Readonly<Record<MessageValues[Key], string>>]) => string;
    readonly find: (key: string) => string | undefined;
    readonly money: (amount: number, currency: string) => string;
    readonly time: (at: number) => string;
    readonly left: (seconds: number) => string;
    readonly list: (names: readonly string[]) => string;
}
export declare function buildWords(messages: Messages, locale: string): Words;

// messages/load-messages.d.ts
import type { Messages } from './messages.ts';
export declare function loadMessages(locale: string): Promise<Messages>;

// messages/messages-provider.d.ts
import { type ReactElement, type ReactNode } from 'react';
import { type Words } from './format.ts';
import type { MessageOverrides, Messages } from './messages.ts';
export interface MessagesProviderProps {
    readonly messages?: Messages | MessageOverrides | undefined;
    readonly fallback?: ReactNode;
    readonly children?: ReactNode;
}
export declare function MessagesProvider({ messages, fallback, children }: MessagesProviderProps): ReactElement;
export declare function useMessages(): Words;

// messages/messages.d.ts
import type { AvailabilityStatus, FailureMessage } from '@tillkit/core';
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

// method-mark/method-mark.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface MethodMarkProps extends ComponentProps<'span'> {
    readonly of: string;
    readonly label: string;
    readonly image?: string | undefined;
}
export declare function MethodMark({ of, label, image, className, ...rest }: MethodMarkProps): ReactElement;
export declare function lettersOf(label: string): string;
export declare const tintOf: (id: string) => number;

// outage-banner/outage-banner.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export declare function OutageBanner({ className, ...rest }: ComponentProps<'div'>): ReactElement | null;

// pay-button/pay-button.d.ts
import type { ComponentProps, ReactElement } from 'react';
export interface PayButtonProps extends ComponentProps<'button'> {
    readonly onPay: () => void;
}
export declare function PayButton({ onPay, className, ...rest }: PayButtonProps): ReactElement;

// payment-done/payment-done.d.ts
import type { ComponentProps, ReactElement } from 'react';
export declare function PaymentDone({ className, ...rest }: ComponentProps<'p'>): ReactElement;

// payment-error/payment-error.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface PaymentErrorProps extends ComponentProps<'div'> {
    readonly fields?: readonly string[] | undefined;
}
export declare function PaymentError({ fields, className, ...rest }: PaymentErrorProps): ReactElement | null;

// payment-methods/payment-methods.d.ts
import { type UsePayOptions } from '@tillkit/hooks';
import { type ComponentProps, type ReactElement } from 'react';
import { type MessagesProviderProps } from '../messages/messages-provider.tsx';
export interface PaymentMethodsProps extends Omit<ComponentProps<'div'>, 'children'>, UsePayOptions, Pick<MessagesProviderProps, 'messages'> {
    readonly name?: string | undefined;
    readonly fields?: readonly string[] | undefined;
}
export declare function PaymentMethods({ messages, className, ...rest }: PaymentMethodsProps): ReactElement;

// transfer-details/transfer-details.d.ts
import type { Order } from '@tillkit/core';
import { type ComponentProps, type ReactElement } from 'react';
export interface TransferDetailsProps extends ComponentProps<'div'> {
    readonly account: string;
    readonly transferTitle: string;
    readonly order: Order;
}
export declare function TransferDetails(props: TransferDetailsProps): ReactElement;
