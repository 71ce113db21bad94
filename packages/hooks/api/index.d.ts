// The public API of @tillkit/hooks as built. Written by "pnpm api:update"; review its changes.

// client/attempt-state.d.ts
import type { AnswerName, FailureMessage, FieldError, Order, PaymentAction, PaymentChannel } from '@tillkit/core';
export type BlockedBecause = 'nothing-chosen' | 'channel-not-chosen' | 'unavailable' | 'gateway' | 'paused' | 'offline' | 'order-changed';
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
    readonly status: 'checking';
    readonly channel: PaymentChannel;
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
    readonly statusCode?: string | undefined;
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

// client/attempt.d.ts
import { type AnswerName, type ChannelId, type Order, type PaymentChannel } from '@tillkit/core';
import { type StoreApi } from 'zustand/vanilla';
import type { AttemptState, BlockedBecause } from './attempt-state.ts';
import type { ClientInternals } from './client-internals.ts';
import type { SeenAnswer } from './observe.ts';
export type BeforePay = () => Promise<boolean | void> | boolean | void;
export interface Attempts {
    readonly state: StoreApi<AttemptState>;
    pay(before?: BeforePay): Promise<AttemptState>;
    dismiss(): void;
    resume(): Promise<void>;
}
export interface AttemptContext {
    readonly internals: ClientInternals;
    getOrder(): Order;
    findPayable(): PaymentChannel | BlockedBecause;
    freshen(): Promise<void>;
    refresh(): Promise<void>;
    report(channel: ChannelId, name: AnswerName, seen: SeenAnswer): void;
}
export declare function createAttempts(context: AttemptContext): Attempts;

// client/checkout-view.d.ts
import { type Availability, type Catalogue, type ChannelId, type Failure, type MethodId, type Order, type PaymentMethod } from '@tillkit/core';
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
export declare const isUsable: (availability: Availability | undefined) => boolean;

// client/client-internals.d.ts
import type { Clock, Override, PaymentChannel, PaymentGateway, Policy, Ticker } from '@tillkit/core';
import type { QueryClient } from '@tanstack/react-query';
import type { AvailabilityStore } from '../store/availability-store.ts';
import type { Events } from './events.ts';
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
    readonly overrideOf: (channel: PaymentChannel) => Override | undefined;
    readonly supportsChannel: (channel: PaymentChannel) => boolean;
    readonly randomId: () => string;
}

// client/events.d.ts
import type { AnswerName, AvailabilityStatus, ChannelId, DiscardedRow, Failure } from '@tillkit/core';
import type { AttemptState } from './attempt-state.ts';
export type PaymentsEvent =
{
    readonly type: 'availability-changed';
    readonly orderId: string;
    readonly channel: ChannelId;
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
    readonly state: AttemptState;
}
 | {
    readonly type: 'integration-error';
    readonly during: 'list' | 'pay';
    readonly answer: AnswerName;
    readonly code: string | undefined;
    readonly detail: string | undefined;
    readonly traceId: string | undefined;
}
 | {
    readonly type: 'rows-discarded';
    readonly rows: readonly DiscardedRow[];
};
export type PaymentsListener = (event: PaymentsEvent) => void;
export interface Events {
    emit(event: PaymentsEvent): void;
    subscribe(listener: PaymentsListener): () => void;
}
export declare function createEvents(): Events;
export declare const integrationErrorOf: (during: 'list' | 'pay', { name: answer, code, detail, traceId }: Failure) => PaymentsEvent;

// client/observe.d.ts
import { type AnswerName, type ChannelId, type Consequence } from '@tillkit/core';
import type { ClientInternals } from './client-internals.ts';
export interface SeenAnswer {
    readonly status?: number | undefined;
    readonly sentAt: number;
    readonly at: number;
    readonly retryAfterMs?: number | undefined;
}
export declare const observePayment: (client: ClientInternals, channel: ChannelId, name: AnswerName, seen: SeenAnswer) => void;
export declare function observe({ store, policy, randomId }: ClientInternals, { channel: outcome, gateway, pauses }: Consequence, { status, sentAt, at, retryAfterMs }: SeenAnswer, channel?: ChannelId): void;

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
import { type Clock, type Override, type PaymentChannel, type PaymentGateway, type Policy } from '@tillkit/core';
import { QueryClient } from '@tanstack/react-query';
import { type PaymentsListener } from './events.ts';
import { type Page } from './page.ts';
export interface PaymentsClientOptions {
    readonly endpoint?: string;
    readonly gateway?: PaymentGateway;
    readonly trustedOrigins?: readonly string[];
    readonly policy?: Partial<Policy>;
    readonly overrides?: Readonly<Record<string, Override>>;
    readonly supportsChannel?: (channel: PaymentChannel) => boolean;
    readonly queryClient?: QueryClient;
    readonly clock?: Clock;
    readonly page?: Page;
    readonly randomId?: () => string;
}
export interface PaymentsClient {
    subscribe(listener: PaymentsListener): () => void;
    reset(): void;
}
export declare function createPaymentsClient(options: PaymentsClientOptions): PaymentsClient;

// index.d.ts
export { createPaymentsClient, type PaymentsClient, type PaymentsClientOptions, } from './client/payments-client.ts';
export type { AttemptState, BlockedBecause, FailedAttempt, RedirectAction, TransferAction, } from './client/attempt-state.ts';
export type { BeforePay } from './client/attempt.ts';
export type { GatewayStatus, ListStatus } from './client/checkout-view.ts';
export type { PaymentsEvent, PaymentsListener } from './client/events.ts';
export { browserPage, type Page } from './client/page.ts';
export { PaymentsProvider, type PaymentsProviderProps } from './react/payments-provider.tsx';
export { useAvailability, useChannelOrder, useMethodAvailability } from './react/use-availability.ts';
export { useChanges, type Changes } from './react/use-changes.ts';
export { useCountdown } from './react/use-countdown.ts';
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
import type { Order } from '@tillkit/core';
import { type ReactElement, type ReactNode } from 'react';
import type { PaymentsClient } from '../client/payments-client.ts';
export interface PaymentsProviderProps {
    readonly client: PaymentsClient;
    readonly order: Order;
    readonly locale?: string;
    readonly onOrderChanged?: (order: {
        readonly amount: number | undefined;
        readonly currency: string | undefined;
    }) => void;
    readonly children?: ReactNode;
}
export declare function PaymentsProvider({ client, order, locale, onOrderChanged, children, }: PaymentsProviderProps): ReactElement;

// react/use-availability.d.ts
import type { Availability, ChannelId, MethodId } from '@tillkit/core';
export declare function useAvailability(channel: ChannelId): Availability;
export declare function useMethodAvailability(method: MethodId): Availability;
export declare function useChannelOrder(method: MethodId): string;

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
import type { AttemptState, RedirectAction } from '../client/attempt-state.ts';
import type { BeforePay } from '../client/attempt.ts';
export interface UsePayOptions {
    readonly onBeforePay?: BeforePay | undefined;
    readonly onRedirect?: ((action: RedirectAction) => void) | undefined;
    readonly onPaid?: ((payment: {
        readonly transactionId?: string | undefined;
    }) => void) | undefined;
}
export interface UsePay {
    readonly pay: () => Promise<AttemptState>;
    readonly state: AttemptState;
    readonly dismiss: () => void;
}
export declare function usePay({ onBeforePay, onRedirect, onPaid }?: UsePayOptions): UsePay;
export declare const useAttempt: () => AttemptState;

// react/use-payment-methods.d.ts
import type { Failure, PaymentMethod } from '@tillkit/core';
import type { ListStatus } from '../client/checkout-view.ts';
export interface UsePaymentMethods {
    readonly status: ListStatus;
    readonly methods: readonly PaymentMethod[];
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
    readonly choose: (channel: ChannelId) => boolean;
    readonly open: (method: MethodId) => boolean;
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
}
export interface AvailabilityStore extends StoreApi<Observed> {
    report(report: ChannelReport | GatewayReport): void;
    forgetFuture(now: number): void;
}
export declare function createAvailabilityStore(policy: Policy): AvailabilityStore;
export declare const isGatewayOpen: ({ gateway }: Observed) => boolean;
export declare const isResting: (observed: Observed) => boolean;
