// The public API of @tillkit/components/messages/es as built. Written by "pnpm api:update"; review its changes.

// messages/es.d.ts
import type { Messages } from './messages.ts';
export declare const es: Messages;

// messages/messages.d.ts: see the reports of the entries before this one
