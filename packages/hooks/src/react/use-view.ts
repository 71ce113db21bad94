'use client'
import { useStore } from 'zustand'
import type { CheckoutView } from '../client/checkout-view.ts'
import { useCheckout } from './checkout-context.ts'

/** One part of what is shown; re-renders only when that part changes. */
export const useView = <Part>(pick: (view: CheckoutView) => Part): Part => useStore(useCheckout().view, pick)
