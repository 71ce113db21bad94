export { createFakeClock, type FakeClock } from './testing/fake-clock.ts'
export {
  createTestGateway,
  testRows,
  type ScriptedAnswer,
  type TestGateway,
  type TestRow,
} from './testing/test-gateway.ts'
export { createTestPage, type TestPage } from './testing/test-page.ts'
export {
  createTestBrowser,
  type TestBrowser,
  type TestBrowserFaults,
  type TestTab,
} from './testing/test-tabs.ts'
export {
  createTestPayments,
  testOrder,
  TestPaymentsProvider,
  type TestPayments,
  type TestPaymentsOptions,
  type TestPaymentsProviderProps,
} from './testing/test-payments.tsx'
