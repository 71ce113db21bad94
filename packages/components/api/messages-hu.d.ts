// The public API of @tillkit/components/messages/hu as built. Written by "pnpm api:update"; review its changes.

// messages/hu.d.ts
import type { Messages } from './messages.ts';
export declare const hu: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
