// The public API of @tillkit/core as built. Written by "pnpm api:update"; review its changes.

// availability/availability.d.ts
import type { PaymentChannel } from '../domain/catalogue.ts';
import { type AmountProblem } from '../domain/eligibility.ts';
import { type CircuitState, type GatewayState } from './circuit.ts';
import type { Policy } from './policy.ts';
export interface Override {
    readonly text?: string;
    readonly until?: number;
}
export interface AvailabilityFacts {
    readonly channel: PaymentChannel;
    readonly methodOnline: boolean;
    readonly asOf: number;
    readonly amount: number;
    readonly circuit: CircuitState;
    readonly gateway: GatewayState;
    readonly misconfigured: boolean;
    readonly deviceSupported: boolean;
    readonly override?: Override | undefined;
}
export type AvailabilityReason = {
    readonly status: 'hidden';
} | {
    readonly status: 'off';
    readonly text?: string;
    readonly until?: number;
} | {
    readonly status: 'misconfigured';
} | {
    readonly status: 'ineligible';
    readonly because: 'device';
} | {
    readonly status: 'outage';
    readonly scope: 'gateway';
    readonly check: {
        readonly at: number;
    } | 'due';
} | {
    readonly status: 'outage';
    readonly scope: 'method' | 'channel';
} | ({
    readonly status: 'ineligible';
    readonly because: 'amount';
} & AmountProblem) | {
    readonly status: 'refused';
    readonly until: number;
} | {
    readonly status: 'coolingDown';
    readonly until: number;
    readonly source: 'client';
    readonly trip: number;
} | {
    readonly status: 'coolingDown';
    readonly until: number;
    readonly source: 'shop';
} | {
    readonly status: 'trial';
    readonly trip: number;
} | {
    readonly status: 'unconfirmed';
    readonly asOf: number;
} | {
    readonly status: 'available';
};
export type Availability = AvailabilityReason & {
    readonly losing: readonly AvailabilityReason[];
    readonly selectableFrom?: number;
};
export type AvailabilityStatus = AvailabilityReason['status'];
export declare const isSelectable: (reason: {
    readonly status: AvailabilityStatus;
}) => boolean;
export interface TimedAvailability {
    readonly availability: Availability;
    readonly changesAt: number;
}
export declare const resolveAvailability: (facts: AvailabilityFacts, now: number, policy: Policy) => Availability;
export declare function nextChangeAt(facts: AvailabilityFacts, now: number, policy: Policy): number | undefined;
export declare function resolveTimed(facts: AvailabilityFacts, now: number, policy: Policy): TimedAvailability;

// availability/circuit.d.ts
import type { ChannelReport, GatewayReport } from './report.ts';
import { type Policy } from './policy.ts';
export type CircuitState = {
    readonly state: 'closed';
}
 | {
    readonly state: 'open';
    readonly trip: number;
    readonly until: number;
}
 | {
    readonly state: 'refused';
    readonly trip: number;
    readonly since: number;
};
export type GatewayState = {
    readonly state: 'closed';
} | {
    readonly state: 'open';
    readonly checkAt: number;
};
export interface Circuit<Report, State> {
    readonly reports: readonly Report[];
    readonly state: State;
}
export type ChannelCircuit = Circuit<ChannelReport, CircuitState>;
export type GatewayCircuit = Circuit<GatewayReport, GatewayState>;
declare const closed: {
    readonly state: 'closed';
};
export declare const emptyCircuit: Circuit<never, typeof closed>;
export declare const reduceCircuit: (circuit: ChannelCircuit, report: ChannelReport, policy: Policy) => ChannelCircuit;
export declare const reduceGatewayCircuit: (circuit: GatewayCircuit, report: GatewayReport, policy: Policy) => GatewayCircuit;
export declare const rewindCircuit: (circuit: ChannelCircuit, now: number, policy: Policy) => ChannelCircuit;
export declare const rewindGatewayCircuit: (circuit: GatewayCircuit, now: number, policy: Policy) => GatewayCircuit;
export declare const quietEnd: (state: CircuitState, policy: Policy) => number;
export declare const trialStart: (state: CircuitState, policy: Policy) => number;
export {};

// availability/fallback-link.d.ts
import type { MethodId } from '../domain/ids.ts';
import { type Availability } from './availability.ts';
export interface FallbackFacts {
    readonly channels: readonly {
        readonly method: MethodId;
        readonly availability: Availability;
    }[];
    readonly failedMethod: MethodId;
    readonly gatewayDown: boolean;
}
export declare function pickFallbackMethods({ channels, failedMethod, gatewayDown, }: FallbackFacts): readonly string[];

// availability/method-availability.d.ts
import { type Availability } from './availability.ts';
export declare function resolveMethodAvailability(channels: readonly Availability[]): Availability | undefined;
export declare const isUsable: (channels: readonly Availability[]) => boolean;

// availability/policy.d.ts
export declare const defaultPolicy: Policy;
export interface Policy {
    readonly coolDownsMs: readonly number[];
    readonly failuresToOpen: number;
    readonly quietTrialMs: number;
    readonly refusedAtLeastMs: number;
    readonly refusedAtMostMs: number;
    readonly gatewayHoldMs: number;
    readonly gatewayHoldAtLeastMs: number;
    readonly gatewayHoldAtMostMs: number;
    readonly listFreshMs: number;
    readonly listWaitBeforePayingMs: number;
    readonly listRetryPausesMs: readonly number[];
    readonly maxAgeMs: number;
    readonly payingPauseMs: number;
    readonly checkNowEveryMs: number;
    readonly listTimeoutMs: number;
    readonly payTimeoutMs: number;
    readonly otherTimeoutMs: number;
    readonly blikPollMs: number;
    readonly blikPollSlowAfterMs: number;
    readonly blikPollSlowMs: number;
    readonly blikWaitMs: number;
    readonly memoryMs: number;
}
export declare function buildPolicy(own?: Partial<Policy>): Policy;
export declare const capOf: (policy: Policy) => number;
export declare const coolDownOf: (policy: Policy, trip: number) => number;
export declare const gatewayHoldOf: (policy: Policy, retryAfterMs: number | undefined) => number;

// availability/report.d.ts
import type { ChannelId } from '../domain/ids.ts';
interface Observed {
    readonly id: string;
    readonly status?: number | undefined;
    readonly sentAt: number;
    readonly at: number;
}
export interface ChannelReport extends Observed {
    readonly channel: ChannelId;
    readonly outcome: 'succeeded' | 'failed' | 'refused';
}
export interface GatewayReport extends Observed {
    readonly outcome: 'succeeded' | 'failed' | 'unanswered';
    readonly retryAfterMs?: number | undefined;
}
export {};

// availability/response-policy.d.ts
import type { FailureMessage } from '../domain/failure-message.ts';
import { type ProblemType } from '../domain/problem.ts';
import type { ChannelReport } from './report.ts';
export type AnswerName = keyof typeof answers | ProblemType;
export interface Consequence {
    readonly channel?: ChannelReport['outcome'];
    readonly gateway?: 'up' | 'down' | 'misconfigured' | undefined;
    readonly refetch?: true;
    readonly pauses?: true;
    readonly message?: FailureMessage;
    readonly integrationError?: true | undefined;
}
declare const answers: {
    readonly [Name in 'accepted' | 'rejected' | '400' | '401' | '403' | '404' | '406' | '422' | '429' | '4xx' | '500' | '5xx' | '502' | '503' | '504' | 'timeout' | 'lost' | 'offline' | 'unreadable']: Consequence;
};
export declare const consequenceOf: (name: AnswerName) => Consequence;
export interface ListConsequence {
    readonly gateway?: Consequence['gateway'];
    readonly retries: boolean;
    readonly integrationError?: true | undefined;
}
export declare function listConsequenceOf(name: AnswerName): ListConsequence;
export declare const nameStatus: (status: number) => AnswerName;
export type PaymentEnd = 'notCharged' | 'unknown' | 'paid';
export declare function resolvePaymentEnd(name: AnswerName, answer: {
    readonly status?: number | undefined;
    readonly readable?: boolean | undefined;
    readonly immediate: boolean;
}): PaymentEnd;
export {};

// availability/same.d.ts
export declare const isSame: (a: unknown, b: unknown) => boolean;

// domain/blik-code.d.ts
export declare const isBlikCode: (code: string) => boolean;

// domain/catalogue.d.ts
import type { ChannelId, MethodId } from './ids.ts';
export interface AmountLimits {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
}
export interface PaymentChannel {
    readonly id: ChannelId;
    readonly method: MethodId;
    readonly code: string;
    readonly label: string;
    readonly image?: string | undefined;
    readonly isActive: boolean;
    readonly isOnline: boolean;
    readonly limits: AmountLimits;
    readonly restsUntil?: number | undefined;
}
export interface PaymentMethod {
    readonly id: MethodId;
    readonly label?: string | undefined;
    readonly image?: string | undefined;
    readonly isOnline: boolean;
    readonly channels: readonly PaymentChannel[];
}
export type EmptyBecause = 'none' | 'currency';
export interface Catalogue {
    readonly methods: readonly PaymentMethod[];
    readonly emptyBecause?: EmptyBecause | undefined;
    readonly dependsOnAmount?: true | undefined;
    readonly requestedAt: number;
    readonly asOf: number;
}
export declare const shiftCatalogue: <List extends Catalogue>(catalogue: List, byMs: number) => List;
export declare const channelsOf: (catalogue: Pick<Catalogue, 'methods'>) => readonly PaymentChannel[];

// domain/decline.d.ts
export type DeclineReason = 'generic'
 | 'bankBreak'
 | 'alias' | 'wrongCode' | 'expiredCode' | 'codeProblem' | 'declinedInApp' | 'notConfirmed' | 'wrongPin' | 'security' | 'limit' | 'noFunds' | 'issuer';
export interface Decline {
    readonly reason: DeclineReason;
    readonly asksNewCode: boolean;
}
export declare function describeDecline(statusCode: string | undefined): Decline;

// domain/eligibility.d.ts
import type { AmountLimits } from './catalogue.ts';
export type AmountProblem = {
    readonly shortBy: number;
} | {
    readonly overBy: number;
};
export declare function findAmountProblem(limits: AmountLimits, amount: number): AmountProblem | undefined;

// domain/errors.d.ts
export declare const errorCodes: Readonly<Record<ErrorCode, string>>;
export type ErrorCode = 'options-invalid' | 'order-invalid' | 'provider-missing' | 'list-failed' | 'contract-broken' | 'redirect-refused';
export declare const inDevelopment: boolean;
export declare class TillkitError extends Error {
    readonly code: ErrorCode;
    constructor(code: ErrorCode, message: string | false);
}

// domain/failure-message.d.ts
export type FailureMessage = 'couldNotStart' | 'misconfigured' | 'switchedOff' | 'checkFields' | 'wait' | 'notAnswering' | 'gatewayDown' | 'unknown'
 | 'interrupted' | 'offline' | 'declined' | 'signIn' | 'reload' | 'orderChanged' | 'orderPaid';

// domain/ids.d.ts
export type MethodId = string;
export type ChannelId = `${string}/${string}`;
export declare const buildChannelId: (method: MethodId, code: string) => ChannelId;

// domain/money.d.ts
export declare const isAmount: (amount: unknown) => amount is number;
export declare const isCurrency: (currency: unknown) => currency is string;

// domain/order.d.ts
export interface Order {
    readonly id: string;
    readonly amount: number;
    readonly currency: string;
}
export declare function checkOrder(order: Order): Order;

// domain/payment-route.d.ts
import type { MethodId } from './ids.ts';
export declare const linkMethods: readonly ['pbl', 'card', 'wallet', 'blik', 'imoje_paylater', 'wt', 'lease', 'imoje_installments'];
export declare const groupOf: (method: MethodId) => MethodId;
export declare const profileCodes: ReadonlySet<string>;
export type PaymentRoute = {
    readonly by: 'transaction';
} | {
    readonly by: 'link';
    readonly visibleMethod: readonly string[];
    readonly preselectMethodCode: string;
};
export declare const isImmediate: (method: MethodId, blikCode: string | undefined) => boolean;
export declare function resolvePaymentRoute(method: MethodId, code: string): PaymentRoute;

// domain/problem.d.ts
import type { FailureMessage } from './failure-message.ts';
export interface Problem {
    readonly payment: 'notCharged' | 'paid' | 'unknown';
    readonly message: FailureMessage;
    readonly pauses?: true;
    readonly integrationError?: true;
}
export declare const problemTypes: Readonly<Record<ProblemType, Problem>>;
export type ProblemType = 'unauthenticated' | 'forbidden-origin' | 'rate-limited' | 'order-changed' | 'invalid-request' | 'store-unavailable' | 'order-paid' | 'attempt-open' | 'key-reused' | 'upstream-timeout' | 'internal';
export declare const isProblemType: (type: string) => type is ProblemType;

// gateway/answer.d.ts
import type { AnswerName } from '../availability/response-policy.ts';
export interface Timed {
    readonly sentAt: number;
    readonly at: number;
    readonly ageMs?: number | undefined;
}
export type Answer<Value> = (Timed & {
    readonly ok: true;
    readonly status: number;
    readonly value: Value;
}) | Failure;
export interface Failure extends Timed {
    readonly ok: false;
    readonly name: AnswerName;
    readonly status?: number | undefined;
    readonly readable: boolean;
    readonly retryAfterMs?: number | undefined;
    readonly code?: string | undefined;
    readonly detail?: string | undefined;
    readonly traceId?: string | undefined;
    readonly errors: readonly FieldError[];
    readonly amount?: number | undefined;
    readonly currency?: string | undefined;
}
export interface FieldError {
    readonly field?: string | undefined;
    readonly message: string;
}

// gateway/decode.d.ts
import type { Catalogue } from '../domain/catalogue.ts';
import type { OriginGuard } from './origin-guard.ts';
export interface DecodeContext {
    readonly currency: string;
    readonly requestedAt: number;
    readonly arrivedAt: number;
    readonly ageMs: number;
    readonly longestRestMs: number;
    readonly guard: OriginGuard;
}
export interface DiscardedRow {
    readonly at: string;
    readonly reason: 'broken' | 'duplicate' | 'image-refused';
    readonly detail: string;
}
export interface DecodedCatalogue {
    readonly catalogue: Catalogue;
    readonly discarded: readonly DiscardedRow[];
}
export declare function decodeCatalogue(body: unknown, context: DecodeContext): DecodedCatalogue;

// gateway/http-gateway.d.ts
import { type Policy } from '../availability/policy.ts';
import { type Clock } from '../time/clock.ts';
import type { PaymentGateway } from './payment-gateway.ts';
export interface HttpGatewayOptions {
    readonly endpoint: string;
    readonly fetch?: typeof fetch;
    readonly clock?: Clock;
    readonly trustedOrigins?: readonly string[];
    readonly policy?: Policy;
    readonly isOnline?: () => boolean;
}
export declare function createHttpGateway(options: HttpGatewayOptions): PaymentGateway;

// gateway/origin-guard.d.ts
export interface OriginGuard {
    redirect(address: string): string | undefined;
    image(address: string): string | undefined;
}
export declare function createOriginGuard(trusted?: readonly string[]): OriginGuard;

// gateway/payment-action.d.ts
import type { OriginGuard } from './origin-guard.ts';
import type { WireAction } from './wire.ts';
export type PaymentAction =
{
    readonly type: 'redirect';
    readonly method: 'GET';
    readonly url: string;
} | {
    readonly type: 'redirect';
    readonly method: 'POST';
    readonly url: string;
    readonly fields: readonly (readonly [name: string, value: string])[];
}
 | {
    readonly type: 'transfer';
    readonly account: string;
    readonly title: string;
};
export declare function decodePaymentAction(action: WireAction | null | undefined, guard: OriginGuard): PaymentAction | undefined;

// gateway/payment-gateway.d.ts
import type { DecodedCatalogue } from './decode.ts';
import type { Answer } from './answer.ts';
import type { PaymentAction } from './payment-action.ts';
import type { Order } from '../domain/order.ts';
import type { PaymentChannel } from '../domain/catalogue.ts';
export interface PaymentGateway {
    readonly key: string;
    listPaymentMethods(request: ListRequest): Promise<Answer<DecodedCatalogue>>;
    startPayment(request: PaymentRequest): Promise<Answer<StartedPayment>>;
    createLink(request: LinkRequest): Promise<Answer<StartedPayment>>;
    getTransaction(request: TransactionRequest): Promise<Answer<TransactionStatus>>;
    getOrderPayment(request: OrderPaymentRequest): Promise<Answer<OrderPayment>>;
}
export interface ListRequest {
    readonly order: Order;
    readonly locale: string;
    readonly fresh?: boolean;
}
export interface PaymentRequest {
    readonly order: Order;
    readonly channel: PaymentChannel;
    readonly idempotencyKey: string;
    readonly blikCode?: string | undefined;
}
export interface LinkRequest {
    readonly order: Order;
    readonly visibleMethod: readonly string[];
    readonly idempotencyKey: string;
}
export interface StartedPayment {
    readonly id: string;
    readonly status?: string | undefined;
    readonly statusCode?: string | undefined;
    readonly action?: PaymentAction | undefined;
}
export interface TransactionRequest {
    readonly id: string;
}
export interface TransactionStatus {
    readonly id: string;
    readonly status?: string | undefined;
    readonly statusCode?: string | undefined;
}
export interface OrderPaymentRequest {
    readonly orderId: string;
    readonly idempotencyKey?: string | undefined;
}
export interface OrderPayment {
    readonly status: 'none' | 'pending' | 'paid' | 'failed';
    readonly transactionId?: string | undefined;
}

// gateway/wire.d.ts
import * as z from 'zod/mini';
export interface WireRow {
    readonly paymentMethod: string;
    readonly paymentMethodCode: string;
    readonly isOnline: boolean;
    readonly isActive?: boolean | undefined;
    readonly currency?: string | null | undefined;
    readonly transactionLimits?: WireLimits | null | undefined;
    readonly description?: unknown;
    readonly label?: unknown;
    readonly priority?: unknown;
    readonly paymentMethodCodeImage?: unknown;
    readonly paymentMethodImage?: unknown;
    readonly image?: unknown;
    readonly restsForMs?: unknown;
}
export interface WireLimits {
    readonly minTransaction?: {
        readonly value?: number | null | undefined;
    } | null | undefined;
    readonly maxTransaction?: {
        readonly value?: number | null | undefined;
    } | null | undefined;
}
export interface WireFlatList {
    readonly service: {
        readonly paymentMethods: readonly unknown[];
    };
}
export interface WireGroup {
    readonly isOnline: boolean;
    readonly channels: readonly unknown[];
    readonly label?: unknown;
    readonly priority?: unknown;
    readonly image?: unknown;
}
export interface WireAction {
    readonly url?: string | null | undefined;
    readonly method?: string | null | undefined;
    readonly contentBodyRaw?: string | null | undefined;
    readonly ban?: string | null | undefined;
    readonly title?: string | null | undefined;
}
export interface WirePayment {
    readonly transaction?: WireStarted | undefined;
    readonly action?: WireAction | null | undefined;
    readonly payment?: WireStarted | undefined;
}
export interface WireStarted {
    readonly id: string;
    readonly status?: unknown;
    readonly statusCode?: unknown;
    readonly url?: string | null | undefined;
}
export interface WireError {
    readonly code?: unknown;
    readonly message?: unknown;
    readonly errors?: unknown;
    readonly type?: unknown;
    readonly field?: unknown;
    readonly amount?: unknown;
    readonly currency?: unknown;
}
export declare const wireRow: z.ZodMiniType<WireRow>;
export declare function isUsualRow(value: unknown): value is WireRow;
export declare const wireGroup: z.ZodMiniType<WireGroup>;
export declare const wireFlatList: z.ZodMiniType<WireFlatList>;
export declare const readText: (value: unknown) => string | undefined;
export declare const readRank: (value: unknown) => number;
export declare function readImage(images: unknown): string | undefined;
export declare const paymentAnswer: z.ZodMiniType<WirePayment>;
export declare const transactionAnswer: z.ZodMiniType<{
    transaction: WireStarted;
}>;
type OrderStatus = 'none' | 'pending' | 'paid' | 'failed';
export declare const orderPaymentAnswer: z.ZodMiniType<{
    status: OrderStatus;
    transactionId?: string | undefined;
}>;
export declare const isWireError: (value: unknown) => value is WireError;
export {};

// index.d.ts
export { createHttpGateway, type HttpGatewayOptions } from './gateway/http-gateway.ts';
export { createTicker, type Ticker } from './time/ticker.ts';
export { systemClock, type Clock } from './time/clock.ts';
export type { ChannelId, MethodId } from './domain/ids.ts';
export { checkOrder, type Order } from './domain/order.ts';
export { isCurrency } from './domain/money.ts';
export { errorCodes, inDevelopment, TillkitError, type ErrorCode } from './domain/errors.ts';
export { channelsOf, shiftCatalogue, type AmountLimits, type Catalogue, type EmptyBecause, type PaymentChannel, type PaymentMethod, } from './domain/catalogue.ts';
export type { AmountProblem } from './domain/eligibility.ts';
export { isImmediate, linkMethods, resolvePaymentRoute, type PaymentRoute } from './domain/payment-route.ts';
export { isBlikCode } from './domain/blik-code.ts';
export { describeDecline, type Decline, type DeclineReason } from './domain/decline.ts';
export type { FailureMessage } from './domain/failure-message.ts';
export { isProblemType, type ProblemType } from './domain/problem.ts';
export { buildPolicy, capOf, defaultPolicy, type Policy } from './availability/policy.ts';
export type { ChannelReport, GatewayReport } from './availability/report.ts';
export { emptyCircuit, reduceCircuit, reduceGatewayCircuit, rewindCircuit, rewindGatewayCircuit, trialStart, type ChannelCircuit, type Circuit, type CircuitState, type GatewayCircuit, type GatewayState, } from './availability/circuit.ts';
export { isSelectable, nextChangeAt, resolveAvailability, resolveTimed, type Availability, type AvailabilityFacts, type AvailabilityReason, type AvailabilityStatus, type Override, type TimedAvailability, } from './availability/availability.ts';
export { pickFallbackMethods, type FallbackFacts } from './availability/fallback-link.ts';
export { resolveMethodAvailability } from './availability/method-availability.ts';
export { isSame } from './availability/same.ts';
export { consequenceOf, listConsequenceOf, nameStatus, resolvePaymentEnd, type AnswerName, type Consequence, type ListConsequence, type PaymentEnd, } from './availability/response-policy.ts';
export { decodeCatalogue, type DecodeContext, type DecodedCatalogue, type DiscardedRow, } from './gateway/decode.ts';
export type { Answer, Failure, FieldError, Timed } from './gateway/answer.ts';
export { createOriginGuard, type OriginGuard } from './gateway/origin-guard.ts';
export type { PaymentAction } from './gateway/payment-action.ts';
export type { LinkRequest, ListRequest, OrderPayment, OrderPaymentRequest, PaymentGateway, PaymentRequest, StartedPayment, TransactionRequest, TransactionStatus, } from './gateway/payment-gateway.ts';

// time/clock.d.ts
export interface Clock {
    now(): number;
    setTimer(run: () => void, ms: number): () => void;
}
export declare const systemClock: Clock;

// time/ticker.d.ts
import type { Clock } from './clock.ts';
export interface Ticker {
    waitUntil(at: number, run: () => void): () => void;
    check(): void;
}
export declare function createTicker(clock: Clock): Ticker;
