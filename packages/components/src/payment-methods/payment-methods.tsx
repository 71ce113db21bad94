'use client'

import {
  useGatewayStatus,
  usePay,
  usePaymentSelection,
  usePaymentMethods,
  type AttemptState,
  type UsePay,
  type UsePayOptions,
} from '@tillkit/hooks'
import { useContext, useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react'
import { BlikContext } from '../blik-code/blik-context.ts'
import { useBlikEntry } from '../blik-code/use-blik-entry.ts'
import { ConfirmPayment } from '../confirm-payment/confirm-payment.tsx'
import { ConsentNotice, type ConsentLinks } from '../consent-notice/consent-notice.tsx'
import { FallbackLink } from '../fallback-link/fallback-link.tsx'
import { LiveRegion } from '../internal/live-region.tsx'
import { ListSkeleton } from '../list-skeleton/list-skeleton.tsx'
import { MessagesProvider, useMessages, type MessagesProviderProps } from '../messages/messages-provider.tsx'
import { MethodList } from '../method-list/method-list.tsx'
import { NoRows } from '../method-list/no-rows.tsx'
import { useShownMethods } from '../method-list/use-shown-methods.ts'
import { useStuck } from '../method-list/use-stuck.ts'
import { OutageBanner } from '../outage-banner/outage-banner.tsx'
import { PayButton } from '../pay-button/pay-button.tsx'
import { PaymentDone } from '../payment-done/payment-done.tsx'
import { PaymentError } from '../payment-error/payment-error.tsx'
import { PaymentProgress } from '../payment-progress/payment-progress.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'
import { PickerRoot, type PickerRootProps } from '../picker-root/picker-root.tsx'
import { RescueButton } from '../rescue-button/rescue-button.tsx'
import { TransferDetails } from '../transfer-details/transfer-details.tsx'
import { useOutcomeFocus } from './use-outcome-focus.ts'

/** Props of {@link PaymentMethods}: what the picker shows, how it looks, and what happens around paying. */
export interface PaymentMethodsProps
  extends
    Omit<PickerRootProps, 'children' | 'render'>,
    UsePayOptions,
    Pick<MessagesProviderProps, 'messages'> {
  /** Under which a form around the picker sends the chosen channel's id. @defaultValue `paymentChannel` */
  readonly name?: string | undefined
  /** Fields (`customer.email`) that the page itself marks when imoje refuses them. @defaultValue none */
  readonly fields?: readonly string[] | undefined
  /** Where the shopper enters a BLIK code: in the picker, or on imoje's page. @defaultValue 'code' */
  readonly blik?: 'code' | 'page' | undefined
  /** imoje's two documents: above the button stands that paying agrees to them. @defaultValue nothing stands there */
  readonly consent?: ConsentLinks | undefined
  /** Another element in the place of the root `<div>`: it takes all props it is given. */
  readonly renderRoot?: PickerRootProps['render']
}

/**
 * The picker: the list of payment methods, why some can't be used, and the button that pays.
 * @example
 * <PaymentMethods onPaid={() => navigate('/thanks')} />
 */
export function PaymentMethods({ messages, ...props }: PaymentMethodsProps): ReactElement {
  const { className, appearance, layout, required, form, renderRoot } = props
  return (
    <MessagesProvider
      messages={messages}
      fallback={
        <PickerRoot
          className={className}
          appearance={appearance}
          layout={layout}
          render={renderRoot}
          data-list="loading"
          aria-busy="true"
        >
          <ListSkeleton />
          {/* Without words of its own the picker holds a form back with the browser's. */}
          {required && (
            <input
              type="checkbox"
              required
              form={form}
              className="till-sr-only"
              tabIndex={-1}
              aria-hidden="true"
            />
          )}
        </PickerRoot>
      }
    >
      <Picker {...props} />
    </MessagesProvider>
  )
}

function Picker(props: Omit<PaymentMethodsProps, 'messages'>): ReactElement {
  const { onPaid, onRedirect, onBeforePay, name, fields, blik, consent, renderRoot, ...others } = props
  const { 'aria-label': label, 'aria-labelledby': labelledBy, ...rest } = others
  const attempt = usePay({ onPaid, onRedirect, onBeforePay })
  const { gateway } = useGatewayStatus()
  return (
    <PickerRoot
      lang={useMessages().language}
      {...rest}
      render={renderRoot}
      data-list={usePaymentMethods().status}
      data-gateway={gateway.status}
      data-attempt={attempt.state.status}
    >
      <LiveRegion />
      <Stage
        {...attempt}
        name={name}
        fields={fields}
        blik={blik}
        consent={consent}
        aria-label={label}
        aria-labelledby={labelledBy}
      />
    </PickerRoot>
  )
}

interface StageProps
  extends
    UsePay,
    Pick<PaymentMethodsProps, 'name' | 'fields' | 'blik' | 'consent' | 'aria-label' | 'aria-labelledby'> {}

/** What the shopper has to do now: choose and pay, make a transfer, or nothing any more. */
function Stage(props: StageProps): ReactElement {
  const { pay, dismiss, name = 'paymentChannel', fields, blik, consent, ...labels } = props
  const methods = useShownMethods()
  const { method, channel, isUsable } = usePaymentSelection()
  const [missed, setMissed] = useState<string>()
  const { t } = useMessages()
  const { form } = useContext(PickerContext)
  // Chosen in another picker, or before `only` changed: what isn't seen here isn't paid with from here.
  const isUnseen = method !== undefined && !methods.some(({ id }) => id === method)
  const state = isUnseen && missed === method ? nothingChosen : props.state
  const entry = useBlikEntry(state, blik !== 'page' && channel?.method === 'blik' && isUsable && !isUnseen)
  const { show, expect } = useOutcomeFocus(entry.missing ?? state)
  useForget(props.state, dismiss)
  const isFree = isOver(state) && !isUnknown(state)
  const isStuck = useStuck() && isFree && methods.length > 0
  if (state.status === 'paid') return <PaymentDone ref={show} />
  if (state.status === 'transfer')
    return (
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
    )
  if (state.status === 'confirming') return <ConfirmPayment ref={show} until={state.until} />
  const press = (): void => {
    expect()
    if (isUnseen) setMissed(method)
    // A message about money that may have moved stays while the code is asked for.
    else if (!(isUnknown(state) && entry.ask())) void pay({ blikCode: entry.typed })
  }
  const field = {
    code: entry.code,
    onCode: (code: string) => {
      entry.setCode(code)
      if (entry.missing === state) dismiss()
    },
    onPay: press,
    problem: entry.missing && t('blocked.blik-code'),
    fieldRef: entry.missing && show,
  }
  return (
    <>
      <OutageBanner />
      {isStuck && <NoRows />}
      <BlikContext value={blik === 'page' ? undefined : field}>
        <MethodList aria-label={labels['aria-label']} aria-labelledby={labels['aria-labelledby']} />
      </BlikContext>
      {/* What can't be paid with is never submitted. */}
      {channel && isUsable && !isUnseen && <input type="hidden" form={form} name={name} value={channel.id} />}
      <PaymentProgress ref={entry.missing ? undefined : show} />
      {/* What is missing of the code the field says itself. */}
      {entry.missing !== state && (
        <PaymentError ref={entry.missing ? undefined : show} state={state} fields={fields} />
      )}
      {isFree && (
        <div className="till-ways">
          <RescueButton />
          <FallbackLink onClick={expect} />
        </div>
      )}
      {methods.length > 0 && !isStuck && (
        <>
          {consent && <ConsentNotice {...consent} />}
          <PayButton onPay={press} />
        </>
      )}
    </>
  )
}

const nothingChosen: AttemptState = { status: 'blocked', because: 'nothing-chosen' }

const isOver = ({ status }: AttemptState): boolean => /^(idle|blocked|open|failed)$/.test(status)

/** It may still charge by itself: nothing else is offered. */
const isUnknown = (state: AttemptState): boolean =>
  state.status === 'failed' && state.message === 'unknown' && state.end === 'unknown'

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
