'use client'

import { usePaymentSelection, type UsePaymentSelection } from '@tillkit/hooks'
import { useMemo, useState } from 'react'
import { createRadioGroup, type GroupContextValue } from './radio-group.ts'

/** What a list of rows shares with them, and what is chosen. */
export function useRadioGroup(): { context: GroupContextValue; selection: UsePaymentSelection } {
  const [group] = useState(createRadioGroup)
  const selection = usePaymentSelection()
  const { choose, open } = selection
  return { selection, context: useMemo(() => ({ group, choose, open }), [group, choose, open]) }
}
