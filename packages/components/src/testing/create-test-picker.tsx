import { createPaymentsClient, PaymentsProvider, type PaymentsClient } from '@tillkit/hooks'
import {
  createFakeClock,
  createTestBrowser,
  createTestGateway,
  createTestPage,
  testRows,
  type FakeClock,
  type TestGateway,
  type TestPage,
  type TestRow,
} from '@tillkit/hooks/testing'
import { StrictMode, type ReactElement, type ReactNode } from 'react'
import { en } from '../messages/en.ts'
import { PaymentMethods, type PaymentMethodsProps } from '../payment-methods/payment-methods.tsx'

export interface TestPicker {
  readonly clock: FakeClock
  readonly gateway: TestGateway
  readonly page: TestPage
  readonly client: PaymentsClient
  /** The picker, or other parts of it, inside its provider. */
  readonly ui: ReactElement
}

export interface TestPickerOptions extends PaymentMethodsProps {
  readonly rows?: readonly TestRow[]
  readonly locale?: string
  /** Minor units. @defaultValue 12_999 */
  readonly amount?: number
  /** Stands in the picker's place. */
  readonly parts?: ReactNode
}

/**
 * A picker over a shop's backend in memory, on a clock that stands still; in English unless told otherwise. BLIK is paid on
 * imoje's page, so that one press pays, unless a test is about its code.
 */
export function createTestPicker(options: TestPickerOptions = {}): TestPicker {
  const { rows = testRows, locale = 'en', amount = 12_999, parts, ...props } = options
  const clock = createFakeClock()
  const gateway = createTestGateway(clock)
  gateway.rows = rows
  const page = createTestPage()
  const client = createPaymentsClient({ gateway, clock, page, tabs: createTestBrowser().open() })
  const ui = (
    <StrictMode>
      <PaymentsProvider client={client} order={{ id: 'A-1', amount, currency: 'PLN' }} locale={locale}>
        {parts ?? <PaymentMethods messages={en} blik="page" {...props} />}
      </PaymentsProvider>
    </StrictMode>
  )
  return { clock, gateway, page, client, ui }
}

/** What a list with one bank switched off by imoje looks like. */
export const rowsWithFlaggedBank: readonly TestRow[] = testRows.map((row) =>
  row.paymentMethodCode === 'ipko' ? { ...row, isOnline: false } : row,
)

/** A list with enough banks to be searched: fifteen of them, and a card. */
export const rowsWithManyBanks: readonly TestRow[] = [
  ...(
    [
      ['mtransfer', 'mBank'],
      ['ipko', 'PKO BP'],
      ['pekao24', 'Bank Pekao'],
      ['bzwbk', 'Przelew24'],
      ['alior', 'Alior Bank'],
      ['millennium', 'Bank Millennium'],
      ['bnpparibas', 'BNP Paribas'],
      ['citi', 'Citi Handlowy'],
      ['creditagricole', 'Credit Agricole'],
      ['getin', 'Getin Bank'],
      ['bos', 'BOŚ'],
      ['nest', 'nestPrzelew'],
      ['bs', 'Banki spółdzielcze'],
      ['pocztowy', 'Pocztowy24'],
    ] as const
  ).map(([code, description]) => ({ paymentMethod: 'pbl', paymentMethodCode: code, description })),
  { paymentMethod: 'ing', paymentMethodCode: 'ing', description: 'ING Bank Śląski' },
  { paymentMethod: 'card', paymentMethodCode: 'ecom3ds', description: 'Visa / Mastercard' },
]
