import type { PaymentMethod } from '@tillkit/core'
import { usePay, usePaymentMethods, usePaymentSelection } from '@tillkit/hooks'
import { screen } from '@testing-library/react'
import { useEffect, type ReactElement, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import * as exported from './index.ts'
import {
  AvailabilityNote,
  BankSearch,
  BlikCode,
  ChannelList,
  ChannelOption,
  ConfirmPayment,
  ConsentNotice,
  CoolDown,
  FallbackLink,
  ListError,
  ListSkeleton,
  MethodGroup,
  MethodList,
  MethodMark,
  OutageBanner,
  PayButton,
  PaymentDone,
  PaymentError,
  PaymentMethods,
  PaymentProgress,
  PickerRoot,
  RescueButton,
  SelectedSummary,
  TransferDetails,
} from './index.ts'
import { en } from './messages/en.ts'
import { describePart, type PartCase } from './testing/conformance.tsx'
import { click, radio } from './testing/show-picker.tsx'

const order = { id: 'A-1', amount: 100, currency: 'PLN' }
const nothing = (): void => undefined

/** The banks' method, once the list is there. */
function WithBanks({ children }: { readonly children: (banks: PaymentMethod) => ReactNode }): ReactNode {
  const banks = usePaymentMethods().methods.find(({ id }) => id === 'pbl')
  return banks && children(banks)
}

function PayOnce(): ReactElement {
  const { pay } = usePay()
  return (
    <button type="button" onClick={() => void pay()}>
      Pay once
    </button>
  )
}

const payOnce = (): Promise<void> => click(screen.getByRole('button', { name: 'Pay once' }))

function WithChoice({ children }: { readonly children: ReactNode }): ReactNode {
  const { channel, choose } = usePaymentSelection()
  const { status } = usePaymentMethods()
  useEffect(() => void choose('blik/blik'), [choose, status])
  return channel && children
}

const cases: readonly PartCase[] = [
  {
    name: 'PaymentMethods',
    className: 'till-root',
    part: (props) => <PaymentMethods messages={en} {...props} />,
    state: ['data-list', 'ready'],
  },
  {
    name: 'PickerRoot',
    className: 'till-root',
    part: (props) => <PickerRoot appearance={{ theme: 'soft' }} {...props} />,
    state: ['data-theme', 'soft'],
  },
  {
    name: 'MethodList',
    className: 'till-list',
    part: (props) => <MethodList {...props} />,
    state: ['data-layout', 'list'],
  },
  {
    name: 'MethodGroup',
    className: 'till-method',
    part: (props) => (
      <MethodList>
        {(method) => <MethodGroup key={method.id} method={method} {...(method.id === 'pbl' ? props : {})} />}
      </MethodList>
    ),
    state: ['data-open', 'true'],
    play: () => click(radio('Online bank transfer')),
  },
  {
    name: 'ChannelList',
    className: 'till-panel',
    part: (props) => <WithBanks>{(banks) => <ChannelList method={banks} {...props} />}</WithBanks>,
  },
  {
    name: 'ChannelOption',
    className: 'till-channel',
    part: (props) => (
      <WithBanks>
        {(banks) => (
          <ChannelList method={banks}>
            {(channel) => (
              <ChannelOption key={channel.id} channel={channel} {...(channel.code === 'ipko' ? props : {})} />
            )}
          </ChannelList>
        )}
      </WithBanks>
    ),
    state: ['data-selected', 'true'],
    play: () => click(radio('PKO BP')),
  },
  {
    name: 'AvailabilityNote',
    className: 'till-note',
    part: (props) => (
      <AvailabilityNote availability={{ status: 'outage', scope: 'channel', losing: [] }} {...props} />
    ),
    state: ['data-availability', 'outage'],
  },
  {
    name: 'CoolDown',
    className: 'till-cool-down',
    part: (props) => <CoolDown until={Date.UTC(2026, 10, 22, 14, 5)} {...props} />,
  },
  {
    name: 'BankSearch',
    className: 'till-search',
    part: (props) => <BankSearch query="" onQuery={nothing} hits={3} {...props} />,
  },
  {
    name: 'MethodMark',
    className: 'till-mark',
    part: (props) => <MethodMark of="pbl/ipko" label="PKO BP" {...props} />,
    state: ['data-tint', '0'],
  },
  {
    name: 'SelectedSummary',
    className: 'till-summary',
    part: (props) => (
      <WithChoice>
        <SelectedSummary {...props} />
      </WithChoice>
    ),
    state: ['data-channel', 'blik/blik'],
  },
  {
    name: 'ConsentNotice',
    className: 'till-consent',
    part: (props) => <ConsentNotice terms="/terms" privacy="/privacy" {...props} />,
  },
  {
    name: 'PayButton',
    className: 'till-pay',
    part: (props) => <PayButton onPay={nothing} {...props} />,
    state: ['data-busy', 'false'],
  },
  {
    name: 'PaymentError',
    className: 'till-message',
    part: (props) => (
      <>
        <PaymentError {...props} />
        <PayOnce />
      </>
    ),
    state: ['data-attempt', 'blocked'],
    play: payOnce,
  },
  {
    name: 'BlikCode',
    className: 'till-blik',
    part: (props) => <BlikCode code="" onCode={nothing} {...props} />,
  },
  {
    name: 'ConfirmPayment',
    className: 'till-confirm',
    part: (props) => <ConfirmPayment until={Date.UTC(2026, 10, 22, 14, 5)} {...props} />,
  },
  {
    name: 'PaymentProgress',
    className: 'till-message',
    part: (props) => (
      <WithChoice>
        <PaymentProgress {...props} />
        <PayOnce />
      </WithChoice>
    ),
    prepare: ({ gateway }) => {
      gateway.script.pay.push('lost')
      gateway.getOrderPayment = () => new Promise(() => undefined)
    },
    play: payOnce,
    state: ['data-attempt', 'checking'],
  },
  {
    name: 'FallbackLink',
    className: 'till-button',
    part: (props) => (
      <WithChoice>
        <FallbackLink {...props} />
        <PayOnce />
      </WithChoice>
    ),
    prepare: ({ gateway }) => void gateway.script.pay.push(500),
    play: payOnce,
  },
  {
    name: 'RescueButton',
    className: 'till-button',
    part: (props) => (
      <WithChoice>
        <RescueButton {...props} />
        <PayOnce />
      </WithChoice>
    ),
    prepare: ({ gateway }) => void gateway.script.pay.push(500),
    play: payOnce,
  },
  {
    name: 'OutageBanner',
    className: 'till-banner',
    part: (props) => (
      <>
        <MethodList />
        <OutageBanner {...props} />
      </>
    ),
    prepare: ({ gateway }) => void gateway.script.list.push(503),
    state: ['data-gateway', 'down'],
  },
  {
    name: 'TransferDetails',
    className: 'till-transfer',
    part: (props) => <TransferDetails account="PL00" transferTitle="TX" order={order} {...props} />,
  },
  { name: 'PaymentDone', className: 'till-done', part: (props) => <PaymentDone {...props} /> },
  {
    name: 'ListError',
    className: 'till-list-error',
    part: (props) => <ListError because="empty.none" onRetry={nothing} {...props} />,
    state: ['data-because', 'empty.none'],
  },
  {
    name: 'ListSkeleton',
    className: 'till-skeleton',
    part: (props) => <ListSkeleton {...props} />,
    state: ['data-layout', 'list'],
  },
]

for (const each of cases) describePart(each)

it('holds for every part that is exported', () => {
  const parts = Object.keys(exported).filter((name) => /^[A-Z]/.test(name) && name !== 'MessagesProvider')
  expect(cases.map(({ name }) => name).toSorted()).toEqual(parts.toSorted())
})
