export {
  createPaymentsClient,
  type PaymentsClient,
  type PaymentsClientOptions,
} from './client/payments-client.ts'
export type {
  AttemptState,
  AttemptSummary,
  BeforePay,
  BlockedBecause,
  FailedAttempt,
  FallbackPolicy,
  RedirectAction,
  TransferAction,
} from './client/attempt-state.ts'
export type { Preselect } from './client/selection.ts'
export { createBrowserTabs, type Tabs } from './store/tabs.ts'
export type { GatewayStatus, ListStatus } from './client/checkout-view.ts'
export type { PaymentsEvent, PaymentsListener } from './client/events.ts'
export { browserPage, type Page } from './client/page.ts'
export { PaymentsProvider, type PaymentsProviderProps } from './react/payments-provider.tsx'
export { useAvailability, useAvailabilityOrder, useMethodAvailability } from './react/use-availability.ts'
export { useChanges, type Changes } from './react/use-changes.ts'
export { useCountdown } from './react/use-countdown.ts'
export { useFallbackLink, type UseFallbackLink } from './react/use-fallback-link.ts'
export { useGatewayStatus, type UseGatewayStatus } from './react/use-gateway-status.ts'
export { useLocale } from './react/use-locale.ts'
export { useAttempt, usePay, type UsePay, type UsePayOptions } from './react/use-pay.ts'
export { useOrder } from './react/use-order.ts'
export { usePaymentMethods, type UsePaymentMethods } from './react/use-payment-methods.ts'
export {
  usePaymentSelection,
  useIsChosen,
  useIsOpen,
  type UsePaymentSelection,
} from './react/use-payment-selection.ts'
export { usePaymentsEvent } from './react/use-payments-event.ts'
export { useReport, type ReportedAnswer } from './react/use-report.ts'
export { TillkitError } from '@tillkit/core'
