// The public API of @tillkit/components/messages/fr as built. Written by "pnpm api:update"; review its changes.

// messages/fr.d.ts
import type { Messages } from './messages.ts';
export declare const fr: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
