'use client'

import { isSelectable, type PaymentChannel } from '@tillkit/core'
import { useAvailability } from '@tillkit/hooks'
import { useContext, type ReactElement } from 'react'
import { BlikCode } from './blik-code.tsx'
import { BlikContext } from './blik-context.ts'

/** The fields of a chosen channel of its own: BLIK's code, where this picker asks for it. */
export function BlikEntry({ channel }: { readonly channel: PaymentChannel }): ReactElement | null {
  const entry = useContext(BlikContext)
  const isUsable = isSelectable(useAvailability(channel.id))
  return entry && channel.method === 'blik' && isUsable ? <BlikCode {...entry} /> : null
}
