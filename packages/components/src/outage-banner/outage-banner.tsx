'use client'

import { useGatewayStatus } from '@tillkit/hooks'
import { useContext, useState, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMounted } from '../internal/use-mounted.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'

/** One banner for imoje as a whole, instead of a reason on each row: what is wrong, and when it is checked next. */
export function OutageBanner(props: Omit<ComponentProps<'div'>, 'children'>): ReactElement | null {
  const { className, ...rest } = props
  const { bannerId } = useContext(PickerContext)
  const { gateway, checkNow } = useGatewayStatus()
  const { t, time } = useMessages()
  const isMounted = useMounted()
  const [isTooSoon, setTooSoon] = useState(false)
  if (gateway.status === 'up') return null
  const check = gateway.status === 'down' ? gateway.check : undefined
  return (
    <div id={bannerId} {...rest} className={join('till-banner', className)} data-gateway={gateway.status}>
      <span className="till-banner__text">
        {t(`gateway.${gateway.status}`)} {check === 'due' && t('gateway.due')}
        {typeof check === 'object' && isMounted && t('gateway.check', { time: time(check.at) })}
      </span>
      {typeof check === 'object' && (
        <>
          <button type="button" className="till-button" onClick={() => setTooSoon(!checkNow())}>
            {t('checkNow')}
          </button>
          <span role="status" className="till-banner__hint">
            {isTooSoon && t('checkedJustNow')}
          </span>
        </>
      )}
    </div>
  )
}
