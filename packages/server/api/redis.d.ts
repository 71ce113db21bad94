// The public API of @tillkit/server/redis as built. Written by "pnpm api:update"; review its changes.

// adapters/redis.d.ts
import type { SharedStore } from '../shared-store.ts';
export interface RedisClient {
    readonly isReady: boolean;
    get(key: string): PromiseLike<unknown>;
    set(key: string, value: string, options: {
        readonly expiration: {
            readonly type: 'PX';
            readonly value: number;
        };
        readonly condition?: 'NX';
    }): PromiseLike<unknown>;
}
export interface RedisStoreOptions {
    readonly prefix?: string;
}
export declare function redisStore(client: RedisClient, { prefix }?: RedisStoreOptions): SharedStore;

// events.d.ts: see the reports of the entries before this one

// order-port.d.ts: see the reports of the entries before this one

// shared-store.d.ts: see the reports of the entries before this one
