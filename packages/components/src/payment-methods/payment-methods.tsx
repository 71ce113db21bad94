'use client'

import {
  useGatewayStatus,
  usePay,
  usePaymentMethods,
  usePaymentSelection,
  type AttemptState,
  type UsePayOptions,
} from '@tillkit/hooks'
import { useEffect, useEffectEvent, useId, useRef, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { LiveRegion } from '../internal/live-region.tsx'
import { ListSkeleton } from '../list-skeleton/list-skeleton.tsx'
import { MessagesProvider, useMessages, type MessagesProviderProps } from '../messages/messages-provider.tsx'
import { OutageBanner } from '../outage-banner/outage-banner.tsx'
import { PayButton } from '../pay-button/pay-button.tsx'
import { PaymentDone } from '../payment-done/payment-done.tsx'
import { PaymentError } from '../payment-error/payment-error.tsx'
import { TransferDetails } from '../transfer-details/transfer-details.tsx'
import { MethodList } from './method-list.tsx'
import { useOutcomeFocus } from './use-outcome-focus.ts'

export interface PaymentMethodsProps
  extends Omit<ComponentProps<'div'>, 'children'>, UsePayOptions, Pick<MessagesProviderProps, 'messages'> {
  /** Under which a form around the picker sends the chosen channel's id. @defaultValue `paymentChannel` */
  readonly name?: string | undefined
  /** Fields (`customer.email`) that the page itself marks when imoje refuses them. @defaultValue none */
  readonly fields?: readonly string[] | undefined
}

/**
 * The picker: the list of payment methods, why some can't be used, and the button that pays.
 * @example
 * <PaymentMethods onPaid={() => navigate('/thanks')} />
 */
export function PaymentMethods({ messages, className, ...rest }: PaymentMethodsProps): ReactElement {
  return (
    <MessagesProvider messages={messages} fallback={<Waiting className={className} />}>
      <Picker {...rest} className={className} />
    </MessagesProvider>
  )
}

const Waiting = ({ className }: Pick<PaymentMethodsProps, 'className'>): ReactElement => (
  <div className={join('till-root', className)} data-list="loading" aria-busy="true">
    <ListSkeleton />
  </div>
)

function Picker(props: Omit<PaymentMethodsProps, 'messages'>): ReactElement {
  const { onPaid, onRedirect, onBeforePay, name = 'paymentChannel', fields, className, ...others } = props
  const { 'aria-label': label, 'aria-labelledby': labelledBy, ...rest } = others
  const { pay, state, dismiss } = usePay({ onPaid, onRedirect, onBeforePay })
  const { status: list, methods } = usePaymentMethods()
  const { gateway } = useGatewayStatus()
  const { t, language } = useMessages()
  const bannerId = useId()
  const { show, expect } = useOutcomeFocus(state)
  useForget(state, dismiss)
  return (
    <div
      lang={language}
      {...rest}
      className={join('till-root', className)}
      data-list={list}
      data-gateway={gateway.status}
      data-attempt={state.status}
    >
      <LiveRegion />
      {state.status === 'paid' ? (
        <PaymentDone ref={show} />
      ) : state.status === 'transfer' ? (
        <TransferDetails
          ref={show}
          account={state.action.account}
          transferTitle={state.action.title}
          order={state.order}
        >
          <button type="button" className="till-button" onClick={dismiss}>
            {t('otherWay')}
          </button>
        </TransferDetails>
      ) : (
        <>
          <OutageBanner id={bannerId} />
          <MethodList name={name} bannerId={bannerId} label={label} labelledBy={labelledBy} />
          {state.status === 'checking' && (
            <p role="status" className="till-message">
              {t('checking')}
            </p>
          )}
          <PaymentError ref={show} fields={fields} />
          {methods.length > 0 && (
            <PayButton
              onPay={() => {
                expect()
                void pay()
              }}
            />
          )}
        </>
      )}
    </div>
  )
}

/** Another choice answers a message, and it goes; one about money that may have moved stays. */
function useForget(state: AttemptState, dismiss: () => void): void {
  const { method, channel } = usePaymentSelection()
  const forget = useEffectEvent(() => {
    if (state.status === 'blocked' || (state.status === 'failed' && state.end === 'notCharged')) dismiss()
  })
  const choice = `${method} ${channel?.id}`
  const answered = useRef(choice)
  useEffect(() => {
    // A picker that is mounted anew answers nothing.
    if (answered.current === choice) return
    answered.current = choice
    forget()
  }, [choice])
}
