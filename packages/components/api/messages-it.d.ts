// The public API of @tillkit/components/messages/it as built. Written by "pnpm api:update"; review its changes.

// messages/it.d.ts
import type { Messages } from './messages.ts';
export declare const it: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
