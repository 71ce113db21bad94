'use client'

import { useCountdown } from '@tillkit/hooks'
import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link CoolDown}, beside those of a `<span>`. */
export interface CoolDownProps extends ComponentProps<'span'> {
  /** Epoch milliseconds. */
  readonly until: number
}

/** The time left, second by second. It alone re-renders; a screen reader hears the clock time elsewhere instead. */
export function CoolDown({ until, className, ...rest }: CoolDownProps): ReactElement {
  const { t, left } = useMessages()
  const seconds = useCountdown(until)
  return (
    <span aria-hidden="true" {...rest} className={join('till-cool-down', className)}>
      {t('countdown', { left: left(seconds) })}
    </span>
  )
}
