// The public API of @tillkit/hooks/testing as built. Written by "pnpm api:update"; review its changes.

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

// testing.d.ts
export { createFakeClock, type FakeClock } from './testing/fake-clock.ts';
export { createTestGateway, testRows, type ScriptedAnswer, type TestGateway, type TestRow, } from './testing/test-gateway.ts';
export { createTestPage, type TestPage } from './testing/test-page.ts';

// testing/fake-clock.d.ts
import type { Clock } from '@tillkit/core';
export interface FakeClock extends Clock {
    advance(ms: number): Promise<void>;
    jump(ms: number): void;
    timers(): number;
}
export declare function createFakeClock(startsAt?: number): FakeClock;

// testing/test-gateway.d.ts
import { type AnswerName, type Clock, type Failure, type OrderPayment, type PaymentGateway, type PaymentRequest, type StartedPayment } from '@tillkit/core';
export type ScriptedAnswer = number | AnswerName | Partial<Failure> | StartedPayment;
export interface TestGateway extends PaymentGateway {
    readonly script: {
        list: (number | AnswerName | Partial<Failure>)[];
        pay: ScriptedAnswer[];
        orderPayment: (OrderPayment | number | AnswerName)[];
    };
    rows: readonly TestRow[];
    ageMs: number;
    readonly requests: {
        readonly kind: 'list' | 'pay' | 'orderPayment';
        readonly detail: unknown;
    }[];
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
