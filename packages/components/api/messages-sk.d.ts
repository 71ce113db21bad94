// The public API of @tillkit/components/messages/sk as built. Written by "pnpm api:update"; review its changes.

// messages/messages.d.ts: see the reports of the entries before this one

// messages/sk.d.ts
import type { Messages } from './messages.ts';
export declare const sk: Messages;
