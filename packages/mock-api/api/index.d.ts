// The public API of @tillkit/mock-api as built. Written by "pnpm api:update"; review its changes.

// agenda.d.ts
export interface Agenda {
    add(at: number, run: (at: number) => Promise<unknown>): void;
    runDue(): Promise<void>;
}
export declare function createAgenda(now: () => number): Agenda;

// api-answer.d.ts
export interface FieldError {
    readonly property: string;
    readonly message: string;
}
export interface ApiAnswer {
    readonly status: number;
    readonly body: unknown;
}
export declare class ApiRefusal extends Error {
    readonly status: number;
    readonly errors: readonly FieldError[];
    constructor(status: number, message?: string, errors?: readonly FieldError[]);
}
export declare function errorBody(status: number, instance: unknown, errors?: readonly FieldError[], message?: string): unknown;

// backend.d.ts
import { type Agenda } from './agenda.ts';
import type { BlikPlan } from './blik-plan.ts';
import { type MockCredentials } from './credentials.ts';
import { type FaultBox } from './faults.ts';
import type { ChannelRow } from './fixtures/channels.ts';
import { type Journal } from './journal.ts';
import { type Ledger } from './ledger.ts';
import { type Notifier } from './notifier.ts';
import { type Random } from './random.ts';
import { type Scenario, type ScenarioName } from './scenarios.ts';
import { type World } from './world.ts';
export interface MockImojeOptions {
    seed?: number;
    scenario?: ScenarioName;
    credentials?: MockCredentials;
    clock?: {
        now(): number;
    };
    origin?: string;
    fetch?: typeof fetch;
    retrySpeedup?: number;
}
export interface Backend {
    readonly seed: number;
    readonly credentials: MockCredentials;
    origin: string;
    readonly scenarioName: ScenarioName;
    readonly scenario: Scenario;
    readonly clockOffsetMs: number;
    readonly world: World;
    readonly faults: FaultBox;
    readonly journal: Journal;
    readonly ledger: Ledger;
    readonly notifier: Notifier;
    readonly agenda: Agenda;
    readonly traces: Random;
    blikPlan: BlikPlan;
    now(): number;
    nowSeconds(): number;
    advanceClock(ms: number): void;
    setScenario(name: ScenarioName): void;
    rows(): readonly ChannelRow[];
    reset(): void;
}
export declare function createBackend(options?: MockImojeOptions): Backend;

// blik-plan.d.ts
import type { EndStatus } from './ledger.ts';
export type BlikOutcome = 'confirmed' | 'refused' | 'failed' | 'timed-out' | 'silent' | 'redirected';
export interface BlikPlan {
    readonly outcome: BlikOutcome;
    readonly statusCode?: string | null;
    readonly afterMs?: number;
    readonly statusCodeAfterMs?: number;
}
export interface BlikEnd {
    readonly status: EndStatus;
    readonly statusCode: string | null;
    readonly afterMs: number;
    readonly statusCodeAfterMs: number;
}
interface OutcomeKind {
    readonly says: string;
    readonly end?: Omit<BlikEnd, 'statusCodeAfterMs'>;
}
export declare const blikOutcomes: Readonly<Record<BlikOutcome, OutcomeKind>>;
export declare const blikOutcomeNames: readonly BlikOutcome[];
export declare function resolveBlikEnd(plan: BlikPlan): BlikEnd | undefined;
export {};

// control-state.d.ts
import type { Backend } from './backend.ts';
import { type BlikEnd, type BlikPlan } from './blik-plan.ts';
import type { StandingFault } from './faults.ts';
import type { ChannelRow } from './fixtures/channels.ts';
import type { Delivery } from './notifier.ts';
import { type ScenarioName } from './scenarios.ts';
export interface ControlState {
    readonly seed: number;
    readonly scenario: ScenarioName;
    readonly scenarios: readonly {
        readonly name: ScenarioName;
        readonly says: string;
    }[];
    readonly clock: {
        readonly now: number;
        readonly offsetMs: number;
    };
    readonly world: readonly ChannelRow[];
    readonly faults: readonly StandingFault[];
    readonly blik: Pick<BlikPlan, 'outcome'> & Partial<BlikEnd>;
    readonly transactions: readonly object[];
    readonly payments: readonly object[];
    readonly notifications: readonly Delivery[];
}
export declare function controlState(backend: Backend): ControlState;

// credentials.d.ts
export interface MockCredentials {
    readonly merchantId: string;
    readonly serviceId: string;
    readonly serviceKey: string;
    readonly token: string;
}
export declare const mockCredentials: MockCredentials;

// faults.d.ts
import type { FieldError } from './api-answer.ts';
import type { RequestSubject, RouteName } from './journal.ts';
import type { Random } from './random.ts';
export interface Fault {
    readonly match: {
        readonly route?: RouteName;
        readonly method?: string;
        readonly code?: string;
    };
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly errors?: readonly FieldError[];
    readonly delayMs?: number;
    readonly drop?: boolean | 'connect' | 'body' | 'refuse';
    readonly hang?: boolean;
    readonly processed?: boolean;
    readonly times?: number;
    readonly probability?: number;
}
export interface StandingFault extends Fault {
    readonly left: number | null;
    readonly source: 'added' | 'scenario';
}
export interface FaultBox {
    add(fault: Fault): void;
    clear(): void;
    useScenario(faults: readonly Fault[]): void;
    take(route: RouteName, subject: RequestSubject): Fault | undefined;
    list(): readonly StandingFault[];
    scenarioSpent(): boolean;
}
export declare function createFaultBox(random: Random): FaultBox;

// fixtures/channels.d.ts
export interface ChannelRow {
    readonly paymentMethod: string;
    readonly paymentMethodCode: string;
    readonly description: string;
    readonly english?: string;
    readonly currency: string;
    readonly isActive: boolean;
    readonly isOnline: boolean;
    readonly min: number;
    readonly max: number;
    readonly device?: 'desktop' | 'mobile';
}
export declare const channelRows: readonly ChannelRow[];

// index.d.ts
export type { FieldError } from './api-answer.ts';
export type { MockImojeOptions } from './backend.ts';
export type { BlikOutcome, BlikPlan } from './blik-plan.ts';
export type { ControlState } from './control-state.ts';
export { type MockCredentials, mockCredentials } from './credentials.ts';
export type { Fault, StandingFault } from './faults.ts';
export type { ChannelRow } from './fixtures/channels.ts';
export type { JournalEntry, RequestSubject, RouteName } from './journal.ts';
export { createMockImoje, type MockImoje } from './mock-imoje.ts';
export type { Delivery } from './notifier.ts';
export { type ScenarioName, scenarioNames } from './scenarios.ts';
export type { ChannelChange } from './world.ts';

// journal.d.ts
export type RouteName = 'get-service' | 'get-payment-methods' | 'create-transaction' | 'get-transaction' | 'create-payment' | 'get-payment' | 'cancel-payment' | 'hosted-page' | 'unknown';
export declare const routeNames: readonly RouteName[];
export interface RequestSubject {
    readonly orderId?: string;
    readonly paymentMethod?: string;
    readonly paymentMethodCode?: string;
    readonly amount?: number;
}
export interface JournalEntry extends RequestSubject {
    readonly route: RouteName;
    readonly method: string;
    readonly path: string;
    readonly status: number | null;
    readonly at: number;
    readonly idempotencyKey?: string;
}
export interface Journal {
    write(entry: Omit<JournalEntry, 'status'>): (status: number) => void;
    entries(): readonly JournalEntry[];
    clear(): void;
}
export declare function createJournal(): Journal;

// ledger.d.ts
import type { Random } from './random.ts';
export type EndStatus = 'settled' | 'rejected' | 'cancelled' | 'error';
export type TransactionStatus = 'new' | 'pending' | EndStatus;
export interface Customer {
    readonly firstName: string;
    readonly lastName: string;
    readonly email?: string;
    readonly locale?: string;
}
export interface OrderData {
    readonly serviceId: string;
    readonly amount: number;
    readonly currency: string;
    readonly orderId: string;
    readonly title: string;
    readonly customer: Customer;
    readonly notificationUrl?: string;
    readonly returnUrl?: string;
    readonly successReturnUrl?: string;
    readonly failureReturnUrl?: string;
    readonly validTo: number | null;
}
interface Entry {
    readonly id: string;
    readonly order: OrderData;
    readonly short: string;
    status: TransactionStatus;
    readonly created: number;
    modified: number;
}
export interface TransactionEntry extends Entry {
    readonly kind: 'transaction';
    readonly source: 'api' | 'web';
    readonly paymentId: string;
    readonly paymentMethod: string;
    readonly paymentMethodCode: string;
    readonly enteredByForm: boolean;
    statusCode?: string;
}
export interface PaymentEntry extends Entry {
    readonly kind: 'payment';
    readonly additionalDescription: string;
    readonly visibleMethod: readonly string[];
    readonly preselectMethodCode?: string;
    isActive: boolean;
    usedAt: number | null;
    confirmVisitedAt: number | null;
}
type Fresh<E extends Entry> = Omit<E, 'id' | 'short' | 'created' | 'modified' | 'kind'>;
export interface Ledger {
    addTransaction(fresh: Omit<Fresh<TransactionEntry>, 'paymentId'> & {
        paymentId?: string;
    }): TransactionEntry;
    addPayment(fresh: Fresh<PaymentEntry>): PaymentEntry;
    transaction(id: string): TransactionEntry | undefined;
    payment(id: string): PaymentEntry | undefined;
    page(short: string): TransactionEntry | PaymentEntry | undefined;
    transactions(): readonly TransactionEntry[];
    payments(): readonly PaymentEntry[];
    transactionsOf(paymentId: string): readonly TransactionEntry[];
}
export declare function createLedger(random: Random, now: () => number): Ledger;
export declare function isOpen({ status }: Pick<Entry, 'status'>): boolean;
export declare function isExpired({ validTo }: OrderData, at: number): boolean;
export declare function pageSession({ id }: Pick<Entry, 'id'>): string;
export {};

// mock-imoje.d.ts
import { type MockImojeOptions } from './backend.ts';
import type { BlikPlan } from './blik-plan.ts';
import type { MockCredentials } from './credentials.ts';
import type { Fault } from './faults.ts';
import type { JournalEntry } from './journal.ts';
import type { ScenarioName } from './scenarios.ts';
import type { ChannelChange } from './world.ts';
export interface MockImoje {
    readonly fetch: typeof fetch;
    readonly credentials: MockCredentials;
    readonly origin: string;
    setOrigin(origin: string): void;
    setScenario(name: ScenarioName): void;
    reset(): void;
    advanceClock(ms: number): void;
    catchUp(): Promise<void>;
    now(): number;
    setChannel(method: string, code: string, change: ChannelChange): void;
    setBlik(plan: BlikPlan): void;
    addFault(fault: Fault): void;
    clearFaults(): void;
    journal(): readonly JournalEntry[];
    clearJournal(): void;
}
export declare function createMockImoje(options?: MockImojeOptions): MockImoje;

// notifier.d.ts
import type { Agenda } from './agenda.ts';
import type { MockCredentials } from './credentials.ts';
export interface Delivery {
    readonly transactionId: string;
    readonly to: string;
    readonly state: 'delivered' | 'waiting' | 'given-up';
    readonly attempts: number;
    readonly lastStatus: number | null;
    readonly nextAt?: number;
}
export interface Notifier {
    send(to: string, transactionId: string, body: object): Promise<void>;
    deliveries(): readonly Delivery[];
}
export declare function createNotifier(use: {
    readonly credentials: MockCredentials;
    readonly now: () => number;
    readonly agenda: Agenda;
    readonly retrySpeedup: number;
    readonly fetch: typeof fetch;
}): Notifier;

// random.d.ts
export interface Random {
    next(): number;
    uuid(): string;
    short(): string;
}
export declare function createRandom(seed: number): Random;

// scenarios.d.ts
import type { Fault } from './faults.ts';
import type { ChannelRow } from './fixtures/channels.ts';
export type ScenarioName = 'calm' | 'bank-down' | 'bank-flagged' | 'method-flagged' | 'late-flag' | 'gateway-down' | 'gateway-slow-death' | 'flaky' | 'limits' | 'everything-down' | 'empty' | 'malformed' | 'validation' | 'misconfigured';
export interface Scenario {
    readonly says: string;
    readonly faults?: readonly Fault[];
    readonly rows?: (rows: readonly ChannelRow[], spent: boolean) => readonly ChannelRow[];
    readonly flaggedMethods?: readonly string[];
    readonly spoil?: (rows: readonly object[]) => readonly unknown[];
}
export declare const scenarios: Readonly<Record<ScenarioName, Scenario>>;
export declare const scenarioNames: readonly ScenarioName[];
export declare function isScenarioName(name: unknown): name is ScenarioName;

// world.d.ts
import { type ChannelRow } from './fixtures/channels.ts';
import type { Scenario } from './scenarios.ts';
export interface ChannelChange {
    readonly isOnline?: boolean;
    readonly isActive?: boolean;
    readonly limits?: {
        readonly min?: number;
        readonly max?: number;
    };
}
export interface World {
    rows(scenario: Scenario, scenarioSpent: boolean): readonly ChannelRow[];
    change(method: string, code: string, change: ChannelChange): void;
}
export declare function createWorld(): World;
export declare function channelId(row: Pick<ChannelRow, 'paymentMethod' | 'paymentMethodCode'>): string;
export declare function outsideLimits(row: ChannelRow, amount: number): 'below' | 'above' | undefined;
