'use client'

import { createContext } from 'react'
import type { BlikCodeProps } from './blik-code.tsx'

/** What the picker that pays gives the field wherever it stands in a layout; without it there is none, and BLIK needs a page. */
export type BlikContextValue = Pick<BlikCodeProps, 'code' | 'onCode' | 'onPay' | 'problem' | 'fieldRef'>

/** Apart from the rows' own context: a digit typed draws one field anew, not every row. */
export const BlikContext: React.Context<BlikContextValue | undefined> = createContext<
  BlikContextValue | undefined
>(undefined)
