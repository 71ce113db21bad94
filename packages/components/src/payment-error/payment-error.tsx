'use client'

import { isSelectable, type Availability } from '@tillkit/core'
import {
  useAttempt,
  useAvailability,
  useGatewayStatus,
  useOrder,
  type AttemptState,
  type FailedAttempt,
} from '@tillkit/hooks'
import { useId, type ComponentProps, type ReactElement } from 'react'
import { CoolDown } from '../cool-down/cool-down.tsx'
import { join } from '../internal/join.ts'
import type { Words } from '../messages/format.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link PaymentError}, beside those of a `<div>`. */
export interface PaymentErrorProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** What to tell of. @defaultValue the provider's latest attempt */
  readonly state?: AttemptState | undefined
  /** Fields (`customer.email`) that the page itself marks when imoje refuses them; of others it says so. @defaultValue none */
  readonly fields?: readonly string[] | undefined
}

/** Why nothing was paid (or not yet), whether anything was charged, and what now. Takes focus when told to, never by itself. */
export function PaymentError(props: PaymentErrorProps): ReactElement | null {
  const attempt = useAttempt()
  const { state = attempt, fields, className, ...rest } = props
  const words = useMessages('channel' in state ? state.channel.id : undefined)
  const { pausedUntil } = useGatewayStatus()
  const order = useOrder()
  const id = useId()
  const availability = useAvailability(state.status === 'failed' ? state.channel.id : '/')
  if (state.status !== 'failed' && state.status !== 'blocked' && state.status !== 'open') return null
  const isWait =
    state.status === 'blocked'
      ? state.because === 'paused'
      : state.status === 'failed' && state.message === 'wait'
  const text =
    isWait && pausedUntil === undefined ? words.t('waitOver') : sentenceOf(state, words, availability)
  const money = state.status === 'failed' && moneyOf(state, words)
  // imoje's own words are for the developer (the event has them); the shopper learns that it isn't a field to mend here.
  const isElsewhere =
    state.status === 'failed' &&
    state.message === 'checkFields' &&
    state.errors.some(({ field = '' }) => !fields?.includes(field))
  return (
    <div
      role="group"
      tabIndex={-1}
      aria-labelledby={id}
      {...rest}
      className={join('till-message', className)}
      data-attempt={state.status}
    >
      <div id={id}>
        <p>
          {text} {isWait && pausedUntil !== undefined && <CoolDown until={pausedUntil} />}
        </p>
        {isElsewhere && <p>{words.t('otherDetails')}</p>}
        {money && <p>{money}</p>}
        {state.status === 'failed' && state.message === 'unknown' && state.end === 'unknown' && (
          <p>{words.t('orderNumber', { order: order.id })}</p>
        )}
      </div>
    </div>
  )
}

/** What is known of the shopper's money, where the message itself doesn't say it. */
function moneyOf({ end, message }: FailedAttempt, { t }: Words): string | undefined {
  if (end === 'notCharged') return t('notCharged')
  return message === 'unknown' || message === 'interrupted' ? undefined : t('pageNotOpened')
}

function sentenceOf(
  state: AttemptState & { readonly status: 'failed' | 'blocked' | 'open' },
  { t, time }: Words,
  availability: Availability,
): string {
  if (state.status === 'blocked') return t(`blocked.${state.because}`)
  if (state.status === 'open') return t('stillOpen', { channel: state.channel.label })
  const { message, end, channel, decline } = state
  const { selectableFrom } = availability
  if (message === 'notAnswering' && selectableFrom !== undefined)
    return t('notAnsweringUntil', { channel: channel.label, time: time(selectableFrom) })
  if ((message === 'notAnswering' || message === 'switchedOff') && isSelectable(availability))
    return t('backAgain', { channel: channel.label })
  if (message === 'unknown' && end === 'notCharged') return t('brokeOff')
  if (decline && (decline.reason !== 'generic' || decline.asksNewCode))
    return join(t(`decline.${decline.reason}`), decline.asksNewCode && t('newCode')) ?? ''
  return t(`failure.${message}`, { channel: channel.label })
}
