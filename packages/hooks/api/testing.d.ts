// The public API of @tillkit/hooks/testing as built. Written by "pnpm api:update"; review its changes.

// client/attempt-state.d.ts
import type { AnswerName, ChannelId, Decline, FailureMessage, FieldError, Order, PaymentAction, PaymentChannel } from '@tillkit/core';
export type BlockedBecause = 'nothing-chosen' | 'channel-not-chosen' | 'unavailable' | 'gateway' | 'paused' | 'offline' | 'order-changed' | 'blik-code';
export type FallbackPolicy = 'offer' | 'redirect' | 'none';
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
import { type Clock, type Override, type PaymentChannel, type PaymentGateway, type Policy } from '@tillkit/core';
import { QueryClient } from '@tanstack/react-query';
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
export declare function createMemory({ shop, tabs, store, clock, policy, onDiscarded }: MemoryParts): Memory;

// store/tabs.d.ts
export interface Tabs {
    read(name: string): string | undefined;
    write(name: string, text: string | undefined): void;
    listen(name: string, listener: (message: unknown) => void): () => void;
    post(name: string, message: unknown): void;
    exclusively<T>(name: string, run: () => Promise<T>, patience?: AbortSignal): Promise<T>;
}
export declare function createBrowserTabs(): Tabs;

// testing.d.ts
export { createFakeClock, type FakeClock } from './testing/fake-clock.ts';
export { createTestGateway, testRows, type ScriptedAnswer, type TestGateway, type TestRow, } from './testing/test-gateway.ts';
export { createTestPage, type TestPage } from './testing/test-page.ts';
export { createTestBrowser, type TestBrowser, type TestBrowserFaults, type TestTab, } from './testing/test-tabs.ts';
export { createTestPayments, testOrder, TestPaymentsProvider, type TestPayments, type TestPaymentsOptions, type TestPaymentsProviderProps, } from './testing/test-payments.tsx';

// testing/fake-clock.d.ts
import type { Clock } from '@tillkit/core';
export interface FakeClock extends Clock {
    advance(ms: number): Promise<void>;
    jump(ms: number): void;
    timers(): number;
}
export declare function createFakeClock(startsAt?: number): FakeClock;

// testing/test-gateway.d.ts
import { type AnswerName, type Clock, type Failure, type OrderPayment, type PaymentGateway, type PaymentRequest, type StartedPayment, type TransactionStatus } from '@tillkit/core';
export type ScriptedAnswer = number | AnswerName | Partial<Failure> | StartedPayment;
export interface TestGateway extends PaymentGateway {
    readonly script: {
        list: (number | AnswerName | Partial<Failure>)[];
        pay: ScriptedAnswer[];
        link: ScriptedAnswer[];
        transaction: (Omit<TransactionStatus, 'id'> | number | AnswerName)[];
        orderPayment: (OrderPayment | number | AnswerName)[];
    };
    rows: readonly TestRow[];
    ageMs: number;
    readonly requests: {
        readonly kind: keyof TestGateway['script'];
        readonly detail: unknown;
    }[];
    randomId(): string;
    payments(): readonly PaymentRequest[];
}
export interface TestRow {
    readonly paymentMethod: string;
    readonly paymentMethodCode: string;
    readonly isActive?: boolean;
    readonly isOnline?: boolean;
    readonly [field: string]: unknown;
}
export declare const testRows: readonly TestRow[];
export declare function createTestGateway(clock: Clock): TestGateway;

// testing/test-page.d.ts
import type { Page } from '../client/page.ts';
export interface TestPage extends Page {
    readonly followed: unknown[];
    set(change: {
        readonly visible?: boolean;
        readonly online?: boolean;
    }): void;
    restore(): void;
}
export declare function createTestPage(): TestPage;

// testing/test-payments.d.ts
import type { Order } from '@tillkit/core';
import type { ReactElement, ReactNode } from 'react';
import { type PaymentsClient, type PaymentsClientOptions } from '../client/payments-client.ts';
import type { PaymentsEvent } from '../client/events.ts';
import { type PaymentsProviderProps } from '../react/payments-provider.tsx';
import { type FakeClock } from './fake-clock.ts';
import { type TestGateway } from './test-gateway.ts';
import { type TestPage } from './test-page.ts';
export interface TestPayments {
    readonly client: PaymentsClient;
    readonly clock: FakeClock;
    readonly gateway: TestGateway;
    readonly page: TestPage;
    readonly events: PaymentsEvent[];
}
export declare const testOrder: Order;
export interface TestPaymentsOptions extends Partial<Omit<PaymentsClientOptions, 'clock' | 'gateway' | 'page'>>, Partial<Pick<TestPayments, 'clock' | 'gateway' | 'page'>> {
}
export declare function createTestPayments(options?: TestPaymentsOptions): TestPayments;
export interface TestPaymentsProviderProps extends Partial<Omit<PaymentsProviderProps, 'client'>> {
    readonly payments: TestPayments;
    readonly children?: ReactNode;
}
export declare const TestPaymentsProvider: ({ payments, ...props }: TestPaymentsProviderProps) => ReactElement;

// testing/test-tabs.d.ts
import type { Tabs } from '../store/tabs.ts';
export interface TestBrowser {
    open(): TestTab;
    set(faults: TestBrowserFaults): void;
    readonly kept: Map<string, string>;
}
export interface TestTab extends Tabs {
    close(): void;
}
export interface TestBrowserFaults {
    readonly storage?: 'works' | 'full' | 'blocked';
    readonly channel?: boolean;
    readonly locks?: boolean;
}
export declare function createTestBrowser(): TestBrowser;
