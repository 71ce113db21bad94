'use client'
import type { Order } from '@tillkit/core'
import { useView } from './use-view.ts'

/** What is paid, as the provider has it. */
export const useOrder = (): Order => useView((view) => view.order)
