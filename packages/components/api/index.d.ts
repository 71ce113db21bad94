// The public API of @tillkit/components as built. Written by "pnpm api:update"; review its changes.

// appearance/appearance.d.ts
export interface Appearance {
    readonly theme?: Theme | undefined;
    readonly density?: Density | undefined;
    readonly colorScheme?: ColorScheme | undefined;
    readonly variables?: Variables | undefined;
}
export type Theme = 'calm' | 'soft' | 'sharp' | 'contrast';
export type Density = 'tight' | 'normal' | 'roomy';
export type ColorScheme = 'light' | 'dark' | 'auto';
export type Variables = {
    readonly [Name in Token]?: string;
};
export type Token = '--till-accent' | `--till-${'text' | 'text-quiet' | 'surface' | 'surface-sunken' | 'line' | 'control' | 'focus'}` | `--till-${'action' | 'action-hover' | 'on-action' | 'selected' | 'selected-line'}` | `--till-${'caution' | 'danger' | 'success'}` | `--till-${'radius' | 'radius-inner' | 'radius-button' | 'gap' | 'inset' | 'line-width' | 'shadow' | 'motion'}` | `--till-${'size-small' | 'row-height' | 'button-height' | 'mark-width' | 'mark-height' | 'mark-radius'}`;

// availability-note/availability-note.d.ts
import type { Availability } from '@tillkit/core';
import type { ComponentProps, ReactNode } from 'react';
export interface AvailabilityNoteProps extends ComponentProps<'span'> {
    readonly availability: Availability;
    readonly of?: string | undefined;
    readonly children?: ReactNode;
}
export declare function AvailabilityNote(props: AvailabilityNoteProps): ReactNode;

// bank-search/bank-search.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface BankSearchProps extends Omit<ComponentProps<'div'>, 'children'> {
    readonly query: string;
    readonly onQuery: (query: string) => void;
    readonly hits: number;
    readonly onLeave?: ((isEnter: boolean) => void) | undefined;
}
export declare function BankSearch(props: BankSearchProps): ReactElement;

// bank-search/is-found.d.ts
import type { PaymentChannel } from '@tillkit/core';
export declare function isFound({ label, code }: Pick<PaymentChannel, 'label' | 'code'>, query: string): boolean;
export declare const foldLetters: (text: string) => string;

// blik-code/blik-code.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface BlikCodeProps extends Omit<ComponentProps<'div'>, 'children'> {
    readonly code: string;
    readonly onCode: (code: string) => void;
    readonly onPay?: (() => void) | undefined;
    readonly problem?: string | undefined;
    readonly fieldRef?: ((field: HTMLInputElement | null) => void) | undefined;
}
export declare function BlikCode(props: BlikCodeProps): ReactElement;

// channel-list/channel-list.d.ts
import type { PaymentChannel, PaymentMethod } from '@tillkit/core';
import { type ComponentProps, type ReactElement } from 'react';
export interface ChannelListProps extends Omit<ComponentProps<'div'>, 'children'> {
    readonly method: PaymentMethod;
    readonly children?: ((channel: PaymentChannel) => ReactElement) | undefined;
}
export declare function ChannelList(props: ChannelListProps): ReactElement;

// channel-option/channel-option.d.ts
import type { PaymentChannel } from '@tillkit/core';
import { type ComponentProps, type ReactElement } from 'react';
export interface ChannelOptionProps extends Omit<ComponentProps<'div'>, 'children'> {
    readonly channel: PaymentChannel;
    readonly help?: string | undefined;
}
export declare const ChannelOption: React.MemoExoticComponent<(props: ChannelOptionProps) => ReactElement>;

// confirm-payment/confirm-payment.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface ConfirmPaymentProps extends ComponentProps<'div'> {
    readonly until: number;
}
export declare function ConfirmPayment({ until, className, children, ...rest }: ConfirmPaymentProps): ReactElement;

// consent-notice/consent-notice.d.ts
import type { ComponentProps, ReactElement } from 'react';
export interface ConsentLinks {
    readonly terms: string;
    readonly privacy: string;
}
export interface ConsentNoticeProps extends Omit<ComponentProps<'p'>, 'children'>, ConsentLinks {
}
export declare function ConsentNotice(props: ConsentNoticeProps): ReactElement;

// cool-down/cool-down.d.ts
import type { ComponentProps, ReactElement } from 'react';
export interface CoolDownProps extends ComponentProps<'span'> {
    readonly until: number;
}
export declare function CoolDown({ until, className, ...rest }: CoolDownProps): ReactElement;

// fallback-link/fallback-link.d.ts
import type { ComponentProps, ReactElement } from 'react';
export declare function FallbackLink(props: ComponentProps<'button'>): ReactElement | null;

// field-errors/use-field-errors.d.ts
export interface RefusedField<Field extends string = string> {
    readonly field: Field;
    readonly message: string;
}
export declare function useFieldErrors<Field extends string>(fields: readonly Field[], onRefused?: (refused: readonly [RefusedField<Field>, ...RefusedField<Field>[]]) => void): Readonly<Partial<Record<Field, string>>>;

// index.d.ts
export type { Appearance, ColorScheme, Density, Theme, Token, Variables } from './appearance/appearance.ts';
export { AvailabilityNote, type AvailabilityNoteProps } from './availability-note/availability-note.tsx';
export { BankSearch, type BankSearchProps } from './bank-search/bank-search.tsx';
export { isFound } from './bank-search/is-found.ts';
export { BlikCode, type BlikCodeProps } from './blik-code/blik-code.tsx';
export { ChannelList, type ChannelListProps } from './channel-list/channel-list.tsx';
export { ChannelOption, type ChannelOptionProps } from './channel-option/channel-option.tsx';
export { ConfirmPayment, type ConfirmPaymentProps } from './confirm-payment/confirm-payment.tsx';
export { ConsentNotice, type ConsentLinks, type ConsentNoticeProps, } from './consent-notice/consent-notice.tsx';
export { CoolDown, type CoolDownProps } from './cool-down/cool-down.tsx';
export { FallbackLink } from './fallback-link/fallback-link.tsx';
export { useFieldErrors, type RefusedField } from './field-errors/use-field-errors.ts';
export { dataAttributes, type DataAttribute } from './internal/data-attributes.ts';
export { ListError, type ListErrorProps } from './list-error/list-error.tsx';
export { ListSkeleton, type ListSkeletonProps } from './list-skeleton/list-skeleton.tsx';
export type { Words } from './messages/format.ts';
export { loadMessages } from './messages/load-messages.ts';
export { MessagesProvider, useMessages, type MessagesProviderProps } from './messages/messages-provider.tsx';
export type { MessageKey, MessageOverrides, Messages, MessageValues } from './messages/messages.ts';
export { MethodGroup, type MethodGroupProps } from './method-group/method-group.tsx';
export { MethodList } from './method-list/method-list.tsx';
export type { MethodListProps } from './method-list/method-list-props.ts';
export { MethodMark, type MethodMarkProps } from './method-mark/method-mark.tsx';
export { OutageBanner } from './outage-banner/outage-banner.tsx';
export { PayButton, type PayButtonProps } from './pay-button/pay-button.tsx';
export { PaymentDone } from './payment-done/payment-done.tsx';
export { PaymentError, type PaymentErrorProps } from './payment-error/payment-error.tsx';
export { PaymentMethods, type PaymentMethodsProps } from './payment-methods/payment-methods.tsx';
export { PaymentProgress } from './payment-progress/payment-progress.tsx';
export type { Layout, PickerOptions, RowExtra, RowPieces } from './picker-root/picker-context.ts';
export { PickerRoot, type PickerRootProps } from './picker-root/picker-root.tsx';
export { RescueButton } from './rescue-button/rescue-button.tsx';
export { SelectedSummary } from './selected-summary/selected-summary.tsx';
export { TransferDetails, type TransferDetailsProps } from './transfer-details/transfer-details.tsx';

// internal/data-attributes.d.ts
import { type Availability } from '@tillkit/core';
export declare const dataAttributes: readonly ['data-availability', 'data-usable', 'data-method', 'data-channel', 'data-selected', 'data-open', 'data-layout', 'data-theme', 'data-density', 'data-color-scheme', 'data-list', 'data-gateway', 'data-attempt', 'data-because', 'data-busy', 'data-tint'];
export type DataAttribute = (typeof dataAttributes)[number];
export declare const availabilityAttributes: (availability: Availability) => Pick<Readonly<Record<DataAttribute, string | boolean>>, 'data-availability' | 'data-usable'>;

// list-error/list-error.d.ts
import { type Failure } from '@tillkit/core';
import type { ComponentProps, ReactElement } from 'react';
export interface ListErrorProps extends ComponentProps<'div'> {
    readonly because: 'listFailed' | 'slow' | 'empty' | 'empty.none' | 'empty.currency';
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
import type { ByChannel, MessageKey, MessageValues, Sentences, ValuesOf } from './messages.ts';
export interface Words {
    readonly language: string;
    readonly t: <Key extends MessageKey>(key: Key, ...values: [MessageValues[Key]] extends [never] ? [] : [ValuesOf<Key>]) => string;
    readonly about: (id: string) => Words;
    readonly find: (key: `${'method' | 'help'}.${string}`) => string | undefined;
    readonly money: (amount: number, currency: string) => string;
    readonly time: (at: number) => string;
    readonly left: (seconds: number) => string;
    readonly list: (names: readonly string[]) => string;
}
export declare function buildWords({ channels, ...messages }: Sentences & ByChannel, locale: string): Words;

// messages/load-messages.d.ts
import type { Messages } from './messages.ts';
export declare function loadMessages(locale: string): Promise<Messages>;

// messages/messages-provider.d.ts
import { type ReactElement, type ReactNode } from 'react';
import { type Words } from './format.ts';
import type { ByChannel, MessageOverrides, Messages } from './messages.ts';
export declare const WordsContext: React.Context<Words | undefined>;
export interface MessagesProviderProps {
    readonly messages?: (Messages & ByChannel) | MessageOverrides | undefined;
    readonly fallback?: ReactNode;
    readonly children?: ReactNode;
}
export declare function MessagesProvider({ messages, fallback, children }: MessagesProviderProps): ReactElement;
export declare function useMessages(channel?: string): Words;

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
    readonly 'empty.none': never;
    readonly 'empty.currency': 'currency';
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
    readonly 'field.refused': never;
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
export type ValuesOf<Key extends MessageKey> = {
    readonly [Name in MessageValues[Key]]: Name extends 'count' ? number : string;
};
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
};
type PluralKey = 'searchHits';
export type Messages = {
    readonly [Key in MessageKey]: Key extends PluralKey ? PluralForms : string;
} & {
    readonly language: string;
};
export type Sentences = {
    readonly [Key in MessageKey]: Messages[Key] | string;
} & Pick<Messages, 'language'>;
export type OwnSentences = Partial<Omit<Sentences, 'language'>>;
export interface ByChannel {
    readonly channels?: Readonly<Record<string, OwnSentences>>;
}
export type MessageOverrides = OwnSentences & ByChannel & {
    readonly language?: never;
};
export {};

// method-group/method-group.d.ts
import type { PaymentMethod } from '@tillkit/core';
import { type ComponentProps, type ReactElement } from 'react';
export interface MethodGroupProps extends Omit<ComponentProps<'div'>, 'children'> {
    readonly method: PaymentMethod;
}
export declare const MethodGroup: React.MemoExoticComponent<(props: MethodGroupProps) => ReactElement>;

// method-list/method-list-props.d.ts
import type { PaymentMethod } from '@tillkit/core';
import type { ComponentProps, ReactElement } from 'react';
export interface MethodListProps extends Omit<ComponentProps<'fieldset'>, 'children'> {
    readonly children?: ((method: PaymentMethod) => ReactElement) | undefined;
}

// method-list/method-list.d.ts
import { type ReactElement } from 'react';
import type { MethodListProps } from './method-list-props.ts';
export declare function MethodList(props: MethodListProps): ReactElement;

// method-mark/method-mark.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export interface MethodMarkProps extends ComponentProps<'span'> {
    readonly of: string;
    readonly label: string;
    readonly image?: string | undefined;
}
export declare function MethodMark({ of, label, image, className, ...rest }: MethodMarkProps): ReactElement;
export declare function lettersOf(label: string): string;
export declare function tintOf(id: string): number;

// outage-banner/outage-banner.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export declare function OutageBanner(props: Omit<ComponentProps<'div'>, 'children'>): ReactElement | null;

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
import { type AttemptState } from '@tillkit/hooks';
import { type ComponentProps, type ReactElement } from 'react';
export interface PaymentErrorProps extends Omit<ComponentProps<'div'>, 'children'> {
    readonly state?: AttemptState | undefined;
    readonly fields?: readonly string[] | undefined;
}
export declare function PaymentError(props: PaymentErrorProps): ReactElement | null;

// payment-methods/payment-methods.d.ts
import { type UsePayOptions } from '@tillkit/hooks';
import { type ReactElement } from 'react';
import { type ConsentLinks } from '../consent-notice/consent-notice.tsx';
import { type MessagesProviderProps } from '../messages/messages-provider.tsx';
import { type PickerRootProps } from '../picker-root/picker-root.tsx';
export interface PaymentMethodsProps extends Omit<PickerRootProps, 'children' | 'render'>, UsePayOptions, Pick<MessagesProviderProps, 'messages'> {
    readonly name?: string | undefined;
    readonly fields?: readonly string[] | undefined;
    readonly blik?: 'code' | 'page' | undefined;
    readonly consent?: ConsentLinks | undefined;
    readonly renderRoot?: PickerRootProps['render'];
}
export declare function PaymentMethods({ messages, ...props }: PaymentMethodsProps): ReactElement;

// payment-progress/payment-progress.d.ts
import type { ComponentProps, ReactElement } from 'react';
export declare function PaymentProgress(props: Omit<ComponentProps<'p'>, 'children'>): ReactElement | null;

// picker-root/picker-context.d.ts
import type { Availability } from '@tillkit/core';
import { type ReactElement, type ReactNode, type RefObject } from 'react';
import type { MethodMarkProps } from '../method-mark/method-mark.tsx';
export type Layout = 'list' | 'tabs' | 'grid' | 'compact';
export interface RowExtra {
    readonly text?: ReactNode;
    readonly fee?: ReactNode;
}
export interface RowPieces {
    readonly id: string;
    readonly name: string;
    readonly availability: Availability;
    readonly isChosen: boolean;
    readonly radio: ReactElement;
    readonly mark: ReactElement;
    readonly text: ReactElement;
    readonly end: ReactElement | undefined;
}
export interface PickerOptions {
    readonly layout?: Layout | undefined;
    readonly grouping?: 'method' | 'none' | undefined;
    readonly only?: readonly string[] | undefined;
    readonly priority?: readonly string[] | undefined;
    readonly limit?: number | undefined;
    readonly required?: boolean | undefined;
    readonly form?: string | undefined;
    readonly extras?: Readonly<Record<string, RowExtra>> | undefined;
    readonly renderRow?: ((row: RowPieces) => ReactElement) | undefined;
    readonly renderMark?: ((mark: Pick<MethodMarkProps, 'of' | 'label' | 'image'>) => ReactElement) | undefined;
}
export interface PickerContextValue extends PickerOptions {
    readonly bannerId?: string;
    readonly root?: RefObject<HTMLDivElement | null>;
}
export declare const PickerContext: React.Context<PickerContextValue>;

// picker-root/picker-root.d.ts
import { type ComponentProps, type ReactElement } from 'react';
import type { Appearance } from '../appearance/appearance.ts';
import { type PickerOptions } from './picker-context.ts';
export interface PickerRootProps extends ComponentProps<'div'>, PickerOptions {
    readonly appearance?: Appearance | undefined;
    readonly render?: ((props: ComponentProps<'div'>) => ReactElement) | undefined;
}
export declare function PickerRoot(props: PickerRootProps): ReactElement;

// rescue-button/rescue-button.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export declare function RescueButton(props: ComponentProps<'button'>): ReactElement | null;

// selected-summary/selected-summary.d.ts
import { type ComponentProps, type ReactElement } from 'react';
export declare function SelectedSummary(props: ComponentProps<'div'>): ReactElement | null;

// transfer-details/transfer-details.d.ts
import type { Order } from '@tillkit/core';
import { type ComponentProps, type ReactElement } from 'react';
export interface TransferDetailsProps extends ComponentProps<'div'> {
    readonly account: string;
    readonly transferTitle: string;
    readonly order: Order;
}
export declare function TransferDetails(props: TransferDetailsProps): ReactElement;
