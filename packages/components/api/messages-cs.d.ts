// The public API of @tillkit/components/messages/cs as built. Written by "pnpm api:update"; review its changes.

// messages/cs.d.ts
import type { Messages } from './messages.ts';
export declare const cs: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
