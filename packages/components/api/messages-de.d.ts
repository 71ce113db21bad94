// The public API of @tillkit/components/messages/de as built. Written by "pnpm api:update"; review its changes.

// messages/de.d.ts
import type { Messages } from './messages.ts';
export declare const de: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
