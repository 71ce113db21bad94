// The public API of @tillkit/hooks as built. Written by "pnpm api:update"; review its changes.

// client/attempt-state.d.ts
import type { AnswerName, ChannelId, Decline, FailureMessage, FieldError, Order, PaymentAction, PaymentChannel } from '@tillkit/core';
export type BlockedBecause = 'nothing-chosen' | 'channel-not-chosen' | 'unavailable' | 'gateway' | 'paused' | 'offline' | 'order-changed' | 'blik-code';
export type FallbackPolicy = 'offer' | 'redirect' | 'none';
export type BeforePay = () => Promise<boolean | void> | boolean | void;
export interface PayRequest {
    readonly before?: BeforePay | undefined;
    readonly blikCode?: string | undefined;
}
export type AttemptState = {
    readonly status: 'idle';
} | {
    readonly status: 'blocked';
    readonly because: BlockedBecause;
} | {
    readonly status: 'starting';
    readonly channel: PaymentChannel;
}
 | {
    readonly status: 'linking';
    readonly channel: PaymentChannel;
}
 | {
    readonly status: 'checking';
    readonly channel: PaymentChannel;
}
 | {
    readonly status: 'confirming';
    readonly channel: PaymentChannel;
    readonly until: number;
} | {
    readonly status: 'redirecting';
    readonly channel: PaymentChannel;
    readonly action: RedirectAction;
}
 | {
    readonly status: 'open';
    readonly channel: PaymentChannel;
} | {
    readonly status: 'transfer';
    readonly channel: PaymentChannel;
    readonly action: TransferAction;
    readonly order: Order;
} | {
    readonly status: 'paid';
    readonly transactionId?: string | undefined;
} | FailedAttempt;
export interface FailedAttempt {
    readonly status: 'failed';
    readonly channel: PaymentChannel;
    readonly answer: AnswerName;
    readonly message: FailureMessage;
    readonly end: 'notCharged' | 'unknown';
    readonly decline?: Decline | undefined;
    readonly statusCode?: string | undefined;
    readonly offersLink: boolean;
    readonly errors: readonly FieldError[];
    readonly amount?: number | undefined;
    readonly currency?: string | undefined;
}
export type RedirectAction = PaymentAction & {
    readonly type: 'redirect';
};
export type TransferAction = PaymentAction & {
    readonly type: 'transfer';
};
export interface AttemptSummary {
    readonly status: AttemptState['status'];
    readonly channel?: ChannelId | undefined;
    readonly because?: BlockedBecause | undefined;
    readonly transactionId?: string | undefined;
    readonly answer?: AnswerName | undefined;
    readonly end?: FailedAttempt['end'] | undefined;
    readonly statusCode?: string | undefined;
    readonly errors?: readonly FieldError[] | undefined;
}
export declare function summarise(state: AttemptState): AttemptSummary;

// client/checkout-view.d.ts
import { type Availability, type Catalogue, type ChannelId, type EmptyBecause, type Failure, type MethodId, type Order, type PaymentMethod } from '@tillkit/core';
import { type Observed } from '../store/availability-store.ts';
import type { ClientInternals } from './client-internals.ts';
export type ListStatus = 'loading' | 'ready' | 'failed' | 'waiting';
export type GatewayStatus = {
    readonly status: 'up';
} | {
    readonly status: 'down';
    readonly check: {
        readonly at: number;
    } | 'due';
} | {
    readonly status: 'misconfigured';
} | {
    readonly status: 'offline';
};
export interface CheckoutView {
    readonly order: Order;
    readonly locale: string;
    readonly list: ListStatus;
    readonly failure: Failure | undefined;
    readonly methods: readonly PaymentMethod[];
    readonly emptyBecause: EmptyBecause | undefined;
    readonly channels: ReadonlyMap<ChannelId, Availability>;
    readonly methodAvailability: ReadonlyMap<MethodId, Availability>;
    readonly gateway: GatewayStatus;
    readonly pausedUntil: number | undefined;
    readonly changesAt: number;
}
export interface CheckoutFacts {
    readonly order: Order;
    readonly locale: string;
    readonly catalogue: Catalogue | undefined;
    readonly failure: Failure | undefined;
    readonly observed: Observed;
    readonly isOnline: boolean;
}
export declare function buildCheckoutView({ policy, overrideOf, supportsChannel }: ClientInternals, facts: CheckoutFacts, now: number, before?: CheckoutView): CheckoutView;
export declare function buildFirstView(client: ClientInternals, order: Order, locale: string, catalogue: Catalogue | undefined): CheckoutView;
export declare const isUsable: (availability: Availability | undefined) => boolean;

// client/client-internals.d.ts
import type { Clock, Override, PaymentChannel, PaymentGateway, Policy, Ticker } from '@tillkit/core';
import type { QueryClient } from '@tanstack/react-query';
import type { AvailabilityStore } from '../store/availability-store.ts';
import type { Memory } from '../store/memory.ts';
import type { Tabs } from '../store/tabs.ts';
import type { Events } from './events.ts';
import type { FallbackPolicy } from './attempt-state.ts';
import type { Page } from './page.ts';
export interface ClientInternals {
    readonly gateway: PaymentGateway;
    readonly policy: Policy;
    readonly clock: Clock;
    readonly ticker: Ticker;
    readonly page: Page;
    readonly events: Events;
    readonly queryClient: QueryClient;
    readonly store: AvailabilityStore;
    readonly memory: Memory;
    readonly tabs: Tabs;
    readonly shared: string;
    readonly probe: (read: () => Promise<void>) => void;
    readonly fallback: FallbackPolicy;
    readonly overrideOf: (channel: PaymentChannel) => Override | undefined;
    readonly supportsChannel: (channel: PaymentChannel) => boolean;
    readonly randomId: () => string;
}

// client/events.d.ts
import type { AnswerName, AvailabilityStatus, ChannelId, DiscardedRow, Failure } from '@tillkit/core';
import type { AttemptSummary } from './attempt-state.ts';
export type PaymentsEvent =
{
    readonly type: 'availability-changed';
    readonly orderId: string;
    readonly channel: ChannelId;
    readonly label: string;
    readonly from: AvailabilityStatus;
    readonly to: AvailabilityStatus;
} | {
    readonly type: 'gateway-changed';
    readonly to: 'up' | 'down' | 'misconfigured';
}
 | {
    readonly type: 'probe';
    readonly answer: AnswerName;
}
 | {
    readonly type: 'attempt';
    readonly orderId: string;
    readonly attempt: AttemptSummary;
}
 | {
    readonly type: 'integration-error';
    readonly during: 'list' | 'pay' | 'status';
    readonly answer: AnswerName;
    readonly code: string | undefined;
    readonly detail: string | undefined;
    readonly traceId: string | undefined;
}
 | {
    readonly type: 'rows-discarded';
    readonly rows: readonly DiscardedRow[];
}
 | {
    readonly type: 'content-discarded';
    readonly source: 'storage' | 'tab';
    readonly detail: string;
};
export type PaymentsListener = (event: PaymentsEvent) => void;
export interface Events {
    emit(event: PaymentsEvent): void;
    subscribe(listener: PaymentsListener): () => void;
}
export declare const callHost: (run: () => void) => void;
export declare function createEvents(): Events;
export declare const integrationErrorOf: (during: 'list' | 'pay' | 'status', { name: answer, code, detail, traceId }: Failure) => PaymentsEvent;

// client/page.d.ts
export interface Page {
    isVisible(): boolean;
    isOnline(): boolean;
    subscribe(listener: () => void): () => void;
    onRestored(listener: () => void): () => void;
    follow(action: {
        readonly method: 'GET' | 'POST';
        readonly url: string;
        readonly fields?: Fields;
    }): void;
}
type Fields = readonly (readonly [name: string, value: string])[];
export declare const browserPage: Page;
export {};

// client/payments-client.d.ts
import { QueryClient } from '@tanstack/react-query';
import { type Clock, type Override, type PaymentChannel, type PaymentGateway, type Policy } from '@tillkit/core';
import { type Tabs } from '../store/tabs.ts';
import type { FallbackPolicy } from './attempt-state.ts';
import { type PaymentsListener } from './events.ts';
import { type Page } from './page.ts';
export interface PaymentsClientOptions {
    readonly endpoint?: string;
    readonly gateway?: PaymentGateway;
    readonly trustedOrigins?: readonly string[];
    readonly policy?: Partial<Policy>;
    readonly overrides?: Readonly<Record<string, Override>>;
    readonly supportsChannel?: (channel: PaymentChannel) => boolean;
    readonly fallback?: FallbackPolicy;
    readonly queryClient?: QueryClient;
    readonly clock?: Clock;
    readonly page?: Page;
    readonly tabs?: Tabs;
    readonly randomId?: () => string;
}
export interface PaymentsClient {
    subscribe(listener: PaymentsListener): () => void;
    reset(): void;
}
export declare function createPaymentsClient(options: PaymentsClientOptions): PaymentsClient;

// client/selection.d.ts
import type { ChannelId, MethodId, PaymentChannel } from '@tillkit/core';
import { type StoreApi } from 'zustand/vanilla';
import { type CheckoutView } from './checkout-view.ts';
export interface Selection {
    readonly method?: MethodId;
    readonly channel?: ChannelId;
}
export type Preselect = 'none' | 'first-available' | 'last-used' | ChannelId;
export interface Chooser {
    readonly selection: StoreApi<Selection>;
    choose(id: ChannelId): boolean;
    open(method: MethodId): boolean;
}
export interface PreselectingChooser extends Chooser {
    preselect(): void;
}
export declare function createSelection(look: () => CheckoutView, wanted: Preselect, findLastUsed: () => ChannelId | undefined): PreselectingChooser;
export declare function findRescue({ methods, channels }: CheckoutView, { method: home, channel: chosen }: Selection): PaymentChannel | undefined;

// index.d.ts
export { createPaymentsClient, type PaymentsClient, type PaymentsClientOptions, } from './client/payments-client.ts';
export type { AttemptState, AttemptSummary, BeforePay, BlockedBecause, FailedAttempt, FallbackPolicy, RedirectAction, TransferAction, } from './client/attempt-state.ts';
export type { Preselect } from './client/selection.ts';
export { createBrowserTabs, type Tabs } from './store/tabs.ts';
export type { GatewayStatus, ListStatus } from './client/checkout-view.ts';
export type { PaymentsEvent, PaymentsListener } from './client/events.ts';
export { browserPage, type Page } from './client/page.ts';
export { PaymentsProvider, type PaymentsProviderProps } from './react/payments-provider.tsx';
export { useAvailability, useAvailabilityOrder, useMethodAvailability } from './react/use-availability.ts';
export { useChanges, type Changes } from './react/use-changes.ts';
export { useCountdown } from './react/use-countdown.ts';
export { useFallbackLink, type UseFallbackLink } from './react/use-fallback-link.ts';
export { useGatewayStatus, type UseGatewayStatus } from './react/use-gateway-status.ts';
export { useLocale } from './react/use-locale.ts';
export { useAttempt, usePay, type UsePay, type UsePayOptions } from './react/use-pay.ts';
export { useOrder } from './react/use-order.ts';
export { usePaymentMethods, type UsePaymentMethods } from './react/use-payment-methods.ts';
export { usePaymentSelection, useIsChosen, useIsOpen, type UsePaymentSelection, } from './react/use-payment-selection.ts';
export { usePaymentsEvent } from './react/use-payments-event.ts';
export { useReport, type ReportedAnswer } from './react/use-report.ts';
export { TillkitError } from '@tillkit/core';

// react/payments-provider.d.ts
import type { Catalogue, Order } from '@tillkit/core';
import { type ReactElement, type ReactNode } from 'react';
import type { PaymentsClient } from '../client/payments-client.ts';
import type { Preselect } from '../client/selection.ts';
export interface PaymentsProviderProps {
    readonly client: PaymentsClient;
    readonly order: Order;
    readonly locale?: string;
    readonly preselect?: Preselect;
    readonly initialCatalogue?: Catalogue | undefined;
    readonly onOrderChanged?: (order: {
        readonly amount: number | undefined;
        readonly currency: string | undefined;
    }) => void;
    readonly children?: ReactNode;
}
export declare function PaymentsProvider({ client, order, locale, preselect, initialCatalogue, onOrderChanged, children, }: PaymentsProviderProps): ReactElement;

// react/use-availability.d.ts
import type { Availability, ChannelId, MethodId } from '@tillkit/core';
export declare function useAvailability(channel: ChannelId): Availability;
export declare function useMethodAvailability(method: MethodId): Availability;
export declare function useAvailabilityOrder<Id extends string>(ids: readonly Id[], rankOf?: (availability: Availability) => number): readonly Id[];

// react/use-changes.d.ts
import type { PaymentsEvent } from '../client/events.ts';
export interface Changes {
    readonly gateway?: 'up' | 'down' | 'misconfigured';
    readonly channels: readonly (PaymentsEvent & {
        readonly type: 'availability-changed';
    })[];
}
export declare function useChanges(): Changes;

// react/use-countdown.d.ts
export declare function useCountdown(until: number): number;

// react/use-fallback-link.d.ts
import type { AttemptState } from '../client/attempt-state.ts';
export interface UseFallbackLink {
    readonly isOffered: boolean;
    readonly follow: () => Promise<AttemptState>;
}
export declare function useFallbackLink(): UseFallbackLink;

// react/use-gateway-status.d.ts
import type { GatewayStatus } from '../client/checkout-view.ts';
export interface UseGatewayStatus {
    readonly gateway: GatewayStatus;
    readonly pausedUntil: number | undefined;
    readonly checkNow: () => boolean;
}
export declare function useGatewayStatus(): UseGatewayStatus;

// react/use-locale.d.ts
export declare const useLocale: () => string;

// react/use-order.d.ts
import type { Order } from '@tillkit/core';
export declare const useOrder: () => Order;

// react/use-pay.d.ts
import type { AttemptState, BeforePay, RedirectAction } from '../client/attempt-state.ts';
export interface UsePayOptions {
    readonly onBeforePay?: BeforePay | undefined;
    readonly onRedirect?: ((action: RedirectAction) => void) | undefined;
    readonly onPaid?: ((payment: {
        readonly transactionId?: string | undefined;
    }) => void) | undefined;
}
export interface UsePay {
    readonly pay: (blik?: {
        readonly blikCode?: string | undefined;
    }) => Promise<AttemptState>;
    readonly state: AttemptState;
    readonly dismiss: () => void;
}
export declare function usePay({ onBeforePay, onRedirect, onPaid }?: UsePayOptions): UsePay;
export declare const useAttempt: () => AttemptState;

// react/use-payment-methods.d.ts
import type { EmptyBecause, Failure, PaymentMethod } from '@tillkit/core';
import type { ListStatus } from '../client/checkout-view.ts';
export interface UsePaymentMethods {
    readonly status: ListStatus;
    readonly methods: readonly PaymentMethod[];
    readonly emptyBecause: EmptyBecause | undefined;
    readonly failure: Failure | undefined;
    readonly refresh: () => Promise<void>;
}
export declare function usePaymentMethods(): UsePaymentMethods;

// react/use-payment-selection.d.ts
import type { ChannelId, MethodId, PaymentChannel } from '@tillkit/core';
export interface UsePaymentSelection {
    readonly method: MethodId | undefined;
    readonly channel: PaymentChannel | undefined;
    readonly isUsable: boolean;
    readonly rescue: PaymentChannel | undefined;
    readonly choose: (channel: ChannelId) => boolean;
    readonly open: (method: MethodId) => boolean;
    readonly clear: () => void;
}
export declare function usePaymentSelection(): UsePaymentSelection;
export declare const useIsChosen: (id: ChannelId) => boolean;
export declare const useIsOpen: (id: MethodId) => boolean;

// react/use-payments-event.d.ts
import type { PaymentsEvent } from '../client/events.ts';
export declare function usePaymentsEvent(listener: (event: PaymentsEvent) => void): void;

// react/use-report.d.ts
import { type ChannelId } from '@tillkit/core';
export interface ReportedAnswer {
    readonly status: number;
    readonly sentAt?: number;
    readonly retryAfterMs?: number;
}
export declare function useReport(): (channel: ChannelId, answer: ReportedAnswer) => void;

// store/availability-store.d.ts
import { type ChannelCircuit, type ChannelId, type ChannelReport, type GatewayCircuit, type GatewayReport, type Policy } from '@tillkit/core';
import { type StoreApi } from 'zustand/vanilla';
export interface Observed {
    readonly circuits: ReadonlyMap<ChannelId, ChannelCircuit>;
    readonly gateway: GatewayCircuit;
    readonly misconfigured: boolean;
    readonly pausedUntil: number;
    readonly pauseMs: number;
}
export interface AvailabilityStore extends StoreApi<Observed> {
    report(...reports: readonly (ChannelReport | GatewayReport)[]): void;
    forgetFuture(now: number): void;
}
export declare function createAvailabilityStore(policy: Policy): AvailabilityStore;
export declare const isGatewayOpen: ({ gateway }: Observed) => boolean;
export declare const isResting: (observed: Observed) => boolean;

// store/kept.d.ts
import type { ChannelId, ChannelReport, GatewayReport } from '@tillkit/core';
export type Report = ChannelReport | GatewayReport;
export interface Shared {
    readonly resets: number;
    readonly reports: readonly Report[];
}
export interface OpenAttempt {
    readonly orderId: string;
    readonly key: string;
    readonly body: string;
    readonly channel: {
        readonly id: ChannelId;
        readonly method: string;
        readonly code: string;
        readonly label: string;
    };
    readonly at: number;
    readonly immediate: boolean;
    readonly transactionId?: string | undefined;
    readonly answered: boolean;
}
export declare function decodeShared(content: unknown): (Shared & {
    readonly broken: number;
}) | undefined;
export declare const encodeShared: ({ resets, reports }: Shared) => string;
export declare function decodeAttempt(content: unknown): OpenAttempt | undefined;
export declare function encodeAttempt(attempt: OpenAttempt): string | undefined;
export declare const isChannelId: (id: string) => id is ChannelId;

// store/memory.d.ts
import { type ChannelId, type Clock, type Policy } from '@tillkit/core';
import type { AvailabilityStore } from './availability-store.ts';
import { type OpenAttempt, type Report } from './kept.ts';
import type { Tabs } from './tabs.ts';
export type { OpenAttempt } from './kept.ts';
export interface Memory {
    report(report: Report): void;
    start(): () => void;
    recall(): void;
    clear(): void;
    findAttempt(orderId: string): OpenAttempt | undefined;
    keepAttempt(attempt: OpenAttempt): void;
    forgetAttempt(orderId: string, key: string): void;
    findLastUsed(): ChannelId | undefined;
    keepLastUsed(channel: ChannelId): void;
}
export interface MemoryParts {
    readonly shop: string;
    readonly tabs: Tabs;
    readonly store: AvailabilityStore;
    readonly clock: Clock;
    readonly policy: Policy;
    readonly onDiscarded: (source: Source, detail: string) => void;
}
type Source = 'storage' | 'tab';
export declare const placeOf: (shop: string) => string;
export declare function createMemory({ shop, tabs, store, clock, policy, onDiscarded }: MemoryParts): Memory;

// store/tabs.d.ts
export interface Tabs {
    read(name: string): string | undefined;
    write(name: string, text: string | undefined): void;
    names(): readonly string[];
    listen(name: string, listener: (message: unknown) => void): () => void;
    post(name: string, message: unknown): void;
    exclusively<T>(name: string, run: () => Promise<T>, patience?: AbortSignal): Promise<T>;
}
export declare function createBrowserTabs(): Tabs;
