// The public API of @tillkit/mock-api/node as built. Written by "pnpm api:update"; review its changes.

// agenda.d.ts: see the reports of the entries before this one

// api-answer.d.ts: see the reports of the entries before this one

// backend.d.ts: see the reports of the entries before this one

// blik-plan.d.ts: see the reports of the entries before this one

// credentials.d.ts: see the reports of the entries before this one

// faults.d.ts: see the reports of the entries before this one

// fixtures/channels.d.ts: see the reports of the entries before this one

// journal.d.ts: see the reports of the entries before this one

// ledger.d.ts: see the reports of the entries before this one

// mock-imoje.d.ts: see the reports of the entries before this one

// node-server.d.ts
import type { MockImojeOptions } from './backend.ts';
import { type MockImoje } from './mock-imoje.ts';
export interface MockServerOptions extends MockImojeOptions {
    port?: number;
    host?: string;
}
export interface MockServer {
    readonly mock: MockImoje;
    readonly origin: string;
    readonly port: number;
    refuse(): Promise<void>;
    accept(): Promise<void>;
    close(): Promise<void>;
}
export declare function createMockServer(options?: MockServerOptions): Promise<MockServer>;

// notifier.d.ts: see the reports of the entries before this one

// random.d.ts: see the reports of the entries before this one

// scenarios.d.ts: see the reports of the entries before this one

// world.d.ts: see the reports of the entries before this one
