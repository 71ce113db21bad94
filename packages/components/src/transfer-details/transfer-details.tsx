'use client'

import type { Order } from '@tillkit/core'
import { useId, useState, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link TransferDetails}, beside those of a `<div>`. */
export interface TransferDetailsProps extends ComponentProps<'div'> {
  /** The account to send the money to, as imoje gave it. */
  readonly account: string
  /** Must reach the bank exactly as it is: imoje finds the payment by it. */
  readonly transferTitle: string
  /** What was sent to imoje; the cart may say something else by now. */
  readonly order: Order
}

/** Where to send a traditional transfer. */
export function TransferDetails(props: TransferDetailsProps): ReactElement {
  const { account, transferTitle, order, className, children, ...rest } = props
  const { t, money } = useMessages()
  return (
    <div tabIndex={-1} {...rest} className={join('till-card till-transfer', className)}>
      <p>{t('transfer.intro')}</p>
      <dl>
        <Detail name={t('transfer.account')} text={inFours(account)} copied={account} />
        <Detail name={t('transfer.amount')} text={money(order.amount, order.currency)} />
        <Detail name={t('transfer.title')} text={transferTitle} />
      </dl>
      {children}
    </div>
  )
}

function Detail(props: {
  readonly name: string
  readonly text: string
  /** What is copied, where it isn't the text as shown. */
  readonly copied?: string
}): ReactElement {
  const { name, text, copied = text } = props
  const { t } = useMessages()
  const id = useId()
  const [done, setDone] = useState<'copied' | 'copyByHand'>()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(copied)
      setDone('copied')
    } catch {
      setDone('copyByHand')
    }
  }
  return (
    <div className="till-transfer__row">
      <dt id={`${id}name`}>{name}</dt>
      <dd>{text}</dd>
      <dd>
        <button
          type="button"
          className="till-button"
          id={`${id}copy`}
          aria-labelledby={`${id}copy ${id}name`}
          onClick={() => void copy()}
        >
          {t('copy')}
        </button>
        <span role="status">{done && t(done)}</span>
      </dd>
    </div>
  )
}

/** Account numbers are read in groups: two digits of control, then fours. */
const inFours = (account: string): string =>
  account
    .replaceAll(/\s/g, '')
    .replace(/^(\D*\d\d)/, '$1 ')
    .replaceAll(/(\d{4})(?=\d)/g, '$1 ')
