import { createPaymentsClient, type PaymentsClient } from '@tillkit/hooks'

/** A test that waits for an outage's windows shortens them by the page's address, as in `?hold=1500` (milliseconds). */
const hold = Number(new URLSearchParams(globalThis.location?.search).get('hold'))

/** One client for all pickers of a page, and on the server for all requests. */
export const payments: PaymentsClient = createPaymentsClient({
  endpoint: '/api/payments',
  policy: hold > 0 ? { gatewayHoldMs: hold, gatewayHoldAtLeastMs: hold } : {},
})
