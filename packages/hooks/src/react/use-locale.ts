'use client'
import { useView } from './use-view.ts'

/** The shopper's language, as given to the provider. */
export const useLocale = (): string => useView((view) => view.locale)
