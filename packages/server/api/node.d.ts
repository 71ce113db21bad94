// The public API of @tillkit/server/node as built. Written by "pnpm api:update"; review its changes.

// adapters/node.d.ts
import type { RequestListener } from 'node:http';
export interface NodeListenerOptions {
    readonly trustProxy?: boolean;
}
export declare function toNodeListener(handler: (request: Request) => Promise<Response>, { trustProxy }?: NodeListenerOptions): RequestListener;
