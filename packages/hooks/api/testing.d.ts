// The public API of @tillkit/hooks/testing as built. Written by "pnpm api:update"; review its changes.

// client/attempt-state.d.ts: see the reports of the entries before this one

// client/checkout-view.d.ts: see the reports of the entries before this one

// client/client-internals.d.ts: see the reports of the entries before this one

// client/events.d.ts: see the reports of the entries before this one

// client/page.d.ts: see the reports of the entries before this one

// client/payments-client.d.ts: see the reports of the entries before this one

// client/selection.d.ts: see the reports of the entries before this one

// react/payments-provider.d.ts: see the reports of the entries before this one

// store/availability-store.d.ts: see the reports of the entries before this one

// store/kept.d.ts: see the reports of the entries before this one

// store/memory.d.ts: see the reports of the entries before this one

// store/tabs.d.ts: see the reports of the entries before this one

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
export declare function createSettlingClock(startsAt: number, settle: () => Promise<void>): FakeClock;

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
