// The public API of @tillkit/components/messages/lt as built. Written by "pnpm api:update"; review its changes.

// messages/lt.d.ts
import type { Messages } from './messages.ts';
export declare const lt: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
