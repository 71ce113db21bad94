'use client'

import { useAttempt } from '@tillkit/hooks'
import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** What is under way after the shopper paid, where that needs a word: an unknown outcome, or the way to imoje's own page. */
export function PaymentProgress(props: Omit<ComponentProps<'p'>, 'children'>): ReactElement | null {
  const { className, ...rest } = props
  const state = useAttempt()
  const { t } = useMessages()
  // imoje's own page stands in no list; until it opens the words stay.
  const isLinking =
    state.status === 'linking' || (state.status === 'redirecting' && state.channel.method === 'imoje')
  if (!isLinking && state.status !== 'checking') return null
  return (
    <p
      role="status"
      tabIndex={-1}
      {...rest}
      className={join('till-message', className)}
      data-attempt={state.status}
    >
      {t(isLinking ? 'fallback.linking' : 'checking')}
    </p>
  )
}
