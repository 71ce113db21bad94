'use client'
import { usePaymentsContext } from './checkout-context.ts'

/** The shopper's language, as given to the provider. */
export const useLocale = (): string => usePaymentsContext().locale
