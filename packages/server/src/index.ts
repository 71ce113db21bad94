export { createPaymentsHandler, createPaymentsServer, type PaymentsServer } from './handler.ts'
export type { ImojeOptions, PaymentsHandlerOptions } from './options.ts'
export type {
  Difference,
  PaymentEvent,
  ShopCustomer,
  ShopHooks,
  ShopOrder,
  ShopPayment,
} from './order-port.ts'
export type { PaymentsRoute, RateLimit } from './rate-limit.ts'
export type { ImojeCall, ServerEvent, ServerEventDetails } from './events.ts'
export { memoryStore, type SharedStore } from './shared-store.ts'
