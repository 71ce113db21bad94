'use client'

import { useFallbackLink } from '@tillkit/hooks'
import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** After a channel that didn't answer: a button to imoje's own page, while anything could be paid with there. */
export function FallbackLink(props: ComponentProps<'button'>): ReactElement | null {
  const { className, onClick, children, ...rest } = props
  const { isOffered, follow } = useFallbackLink()
  const { t } = useMessages()
  if (!isOffered) return null
  return (
    <button
      type="button"
      {...rest}
      className={join('till-button', className)}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) void follow()
      }}
    >
      {children ?? t('fallback.offer')}
    </button>
  )
}
