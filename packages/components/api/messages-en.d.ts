// The public API of @tillkit/components/messages/en as built. Written by "pnpm api:update"; review its changes.

// messages/en.d.ts
import type { Messages } from './messages.ts';
export declare const en: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
