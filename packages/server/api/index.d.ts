// The public API of @tillkit/server as built. Written by "pnpm api:update"; review its changes.

// events.d.ts
import type { Clock, ProblemType } from '@tillkit/core';
import type { PaymentEvent, ShopHooks } from './order-port.ts';
export type ImojeCall = 'get-service' | 'get-payment-methods' | 'create-transaction' | 'get-transaction' | 'create-payment' | 'get-payment' | 'cancel-payment';
export type ServerEvent = {
    readonly at: number;
} & ServerEventDetails;
export type ServerEventDetails = {
    readonly type: 'upstream';
    readonly call: ImojeCall;
    readonly outcome: 'answered' | 'unsent' | 'timeout' | 'lost';
    readonly status?: number;
    readonly traceId?: string;
    readonly tookMs: number;
}
 | {
    readonly type: 'contract-broken';
    readonly call: ImojeCall;
}
 | {
    readonly type: 'address-refused';
    readonly call: ImojeCall;
    readonly origin: string;
} | {
    readonly type: 'request-refused';
    readonly problem: ProblemType;
    readonly status: number;
    readonly field?: string;
} | {
    readonly type: 'hook-failed';
    readonly hook: keyof ShopHooks | 'rateLimit';
    readonly message: string;
}
 | {
    readonly type: 'store-failed';
    readonly message: string;
} | {
    readonly type: 'store-back';
}
 | {
    readonly type: 'gateway-away';
    readonly until: number;
} | {
    readonly type: 'gateway-back';
}
 | {
    readonly type: 'channel-rests';
    readonly channel: string;
    readonly trip: number;
    readonly until: number;
} | {
    readonly type: 'channel-back';
    readonly channel: string;
} | {
    readonly type: 'internal-error';
    readonly message: string;
} | {
    readonly type: 'notification-ignored';
    readonly reason: 'signature' | 'unreadable' | 'not-a-sale' | 'order-paid' | 'outdated';
} | {
    readonly type: 'payment';
    readonly payment: PaymentEvent;
};
export type Emit = (event: ServerEventDetails) => void;
export type Redact = (text: string) => string;
export declare const createRedact: (secrets: readonly string[]) => Redact;
export declare const redactAll: (value: object, redact: Redact) => unknown;
export declare function createEmit(onEvent: ((event: ServerEvent) => void) | undefined, clock: Clock, redact: Redact): Emit;
export declare const messageOf: (error: unknown) => string;

// handler.d.ts
import { type Catalogue } from '@tillkit/core';
import { type PaymentsHandlerOptions } from './options.ts';
export interface PaymentsServer {
    handle(request: Request): Promise<Response>;
    loadCatalogue(request: Request, orderId: string, locale?: string): Promise<Catalogue | undefined>;
}
export declare function createPaymentsServer(options: PaymentsHandlerOptions): PaymentsServer;
export declare const createPaymentsHandler: (options: PaymentsHandlerOptions) => ((request: Request) => Promise<Response>);

// index.d.ts
export { createPaymentsHandler, createPaymentsServer, type PaymentsServer } from './handler.ts';
export type { ImojeOptions, PaymentsHandlerOptions } from './options.ts';
export type { Difference, PaymentEvent, ShopCustomer, ShopHooks, ShopOrder, ShopPayment, } from './order-port.ts';
export type { PaymentsRoute, RateLimit } from './rate-limit.ts';
export type { ImojeCall, ServerEvent, ServerEventDetails } from './events.ts';
export { memoryStore, type SharedStore } from './shared-store.ts';

// options.d.ts
import { type Clock } from '@tillkit/core';
import type { ServerEvent } from './events.ts';
import type { ShopHooks } from './order-port.ts';
import type { RateLimit } from './rate-limit.ts';
import { type SharedStore } from './shared-store.ts';
export interface ImojeOptions {
    readonly merchantId: string;
    readonly serviceId: string;
    readonly serviceKey: string;
    readonly token: string;
    readonly environment?: 'production' | 'sandbox';
    readonly apiUrl?: string;
    readonly notificationUrl?: string;
}
export interface PaymentsHandlerOptions extends ShopHooks {
    readonly imoje: ImojeOptions;
    readonly basePath?: string;
    readonly publicUrl: string;
    readonly trustedOrigins?: readonly string[];
    readonly source?: 'service' | 'get-payment-methods';
    readonly store?: SharedStore;
    readonly gatewayCircuit?: boolean;
    readonly clock?: Clock;
    readonly fetch?: typeof fetch;
    readonly rateLimit?: RateLimit;
    readonly onEvent?: (event: ServerEvent) => void;
}
export interface PaymentsSettings extends Required<Omit<PaymentsHandlerOptions, 'onEvent' | 'imoje' | 'rateLimit'>> {
    readonly imoje: Pick<ImojeOptions, 'merchantId' | 'serviceId' | 'serviceKey' | 'token'>;
    readonly apiBase: string;
    readonly notificationUrl: string | undefined;
    readonly rateLimit: RateLimit | undefined;
    readonly onEvent: ((event: ServerEvent) => void) | undefined;
}
export declare function checkOptions(options: PaymentsHandlerOptions): PaymentsSettings;

// order-port.d.ts
export interface ShopOrder {
    readonly amount: number;
    readonly currency: string;
    readonly customer: ShopCustomer;
    readonly returnUrls: {
        readonly success: string;
        readonly failure: string;
    };
    readonly title?: string;
    readonly clientIp?: string;
}
export interface ShopCustomer {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone?: string;
    readonly locale?: string;
}
export interface ShopPayment {
    readonly status: 'none' | 'pending' | 'paid' | 'failed';
    readonly transactionId?: string;
}
interface PaymentChange {
    readonly orderId: string;
    readonly transactionId: string;
    readonly status: string;
    readonly amount: number;
    readonly currency: string;
}
export type PaymentEvent =
(PaymentChange & {
    readonly type: 'paid';
    readonly afterFailure?: true;
})
 | (PaymentChange & {
    readonly type: 'failed' | 'pending';
})
 | (PaymentChange & {
    readonly type: 'paid-twice';
    readonly firstTransactionId: string;
})
 | (PaymentChange & {
    readonly type: 'mismatch';
    readonly differs: Difference;
});
export type Difference = 'service' | 'order' | 'amount' | 'currency' | 'attempt';
export interface ShopHooks {
    resolveOrder(orderId: string, request: Request): Promise<ShopOrder | undefined>;
    authorize(request: Request, orderId: string): Promise<boolean>;
    resolvePayment(orderId: string): Promise<ShopPayment | undefined>;
    onPayment(event: PaymentEvent): Promise<void>;
}
export {};

// rate-limit.d.ts
import { type Emit } from './events.ts';
export type PaymentsRoute =
'list' | 'fresh-list' | 'start-transaction' | 'make-link' | 'read-transaction' | 'read-payment'
 | 'notify';
export type RateLimit = (request: Request, route: PaymentsRoute) => Promise<{
    readonly retryAfterMs: number;
} | undefined>;
export type RefuseTooMany = (request: Request, route: PaymentsRoute) => Promise<void>;
export declare const createRefuseTooMany: (rateLimit: RateLimit | undefined, emit: Emit) => RefuseTooMany;

// shared-store.d.ts
import { type Clock } from '@tillkit/core';
import { type Emit } from './events.ts';
export interface SharedStore {
    claim(key: string, value: string, ttlMs: number): Promise<boolean>;
    get(key: string): Promise<string | undefined>;
    set(key: string, value: string, ttlMs: number): Promise<void>;
}
export declare function memoryStore(clock?: Clock): SharedStore;
export declare function guardStore(store: SharedStore, clock: Clock, emit: Emit): SharedStore;
