export { createFakeClock, type FakeClock } from './testing/fake-clock.ts'
export {
  createTestGateway,
  testRows,
  type ScriptedAnswer,
  type TestGateway,
  type TestRow,
} from './testing/test-gateway.ts'
export { createTestPage, type TestPage } from './testing/test-page.ts'
