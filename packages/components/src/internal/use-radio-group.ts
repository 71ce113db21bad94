'use client'

import { useOrder, usePaymentSelection, type UsePaymentSelection } from '@tillkit/hooks'
import { useEffect, useMemo, useState } from 'react'
import { useStuck } from '../method-list/use-stuck.ts'
import { createRadioGroup, type GroupContextValue } from './radio-group.ts'
import { useMounted } from './use-mounted.ts'

/**
 * What a list of rows shares with them, and what is chosen.
 * @param missing what a form around says while nothing is
 */
export function useRadioGroup(
  missing: string | undefined,
  isTiled: boolean,
): {
  context: GroupContextValue
  selection: UsePaymentSelection
} {
  const [group] = useState(createRadioGroup)
  const selection = usePaymentSelection()
  useEffect(() => group.demand(missing), [group, missing])
  const { choose, open } = selection
  const order = useOrder()
  const isMounted = useMounted()
  const isStuck = useStuck()
  return {
    selection,
    context: useMemo(
      () => ({ group, choose, open, order, isMounted, isTiled, isStuck }),
      [group, choose, open, order, isMounted, isTiled, isStuck],
    ),
  }
}
