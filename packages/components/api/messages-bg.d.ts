// The public API of @tillkit/components/messages/bg as built. Written by "pnpm api:update"; review its changes.

// messages/bg.d.ts
import type { Messages } from './messages.ts';
export declare const bg: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
