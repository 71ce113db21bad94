import { useOrder } from '@tillkit/hooks'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactElement } from 'react'
import { expect, waitFor } from 'storybook/test'
import { AvailabilityNote } from '../../availability-note/availability-note.tsx'
import { BankSearch } from '../../bank-search/bank-search.tsx'
import { BlikCode } from '../../blik-code/blik-code.tsx'
import { ChannelList } from '../../channel-list/channel-list.tsx'
import { ChannelOption } from '../../channel-option/channel-option.tsx'
import { ConfirmPayment } from '../../confirm-payment/confirm-payment.tsx'
import { ConsentNotice } from '../../consent-notice/consent-notice.tsx'
import { CoolDown } from '../../cool-down/cool-down.tsx'
import { ListError } from '../../list-error/list-error.tsx'
import { ListSkeleton } from '../../list-skeleton/list-skeleton.tsx'
import { useMessages } from '../../messages/messages-provider.tsx'
import { MethodGroup } from '../../method-group/method-group.tsx'
import { MethodList } from '../../method-list/method-list.tsx'
import { MethodMark } from '../../method-mark/method-mark.tsx'
import { PayButton } from '../../pay-button/pay-button.tsx'
import { PaymentDone } from '../../payment-done/payment-done.tsx'
import { TransferDetails } from '../../transfer-details/transfer-details.tsx'
import { PartStory, type PartStoryProps } from './part-story.tsx'

const meta: Meta<typeof PartStory> = { title: 'Parts/One by one', component: PartStory }
export default meta

type Story = StoryObj<typeof PartStory>

const nothing = (): void => undefined
/** When the clock of these shops stands still. */
const now = Date.UTC(2026, 10, 22, 14, 0)

const story = (says: string, part: PartStoryProps['part']): Story => ({
  args: { part },
  // The shop behind it is nothing to break: `Break it` is.
  globals: { scenario: undefined },
  parameters: { docs: { description: { story: says } } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.till-root > *')).toBeVisible())
  },
})

export const List: Story = story('All ways to pay, without the button and the messages around them.', () => (
  <MethodList aria-label="How would you like to pay?" />
))

export const Group: Story = story(
  'One method with its channels, in a list where the shop decides what stands in its rows.',
  () => (
    <MethodList aria-label="How would you like to pay?">
      {(method) => <MethodGroup key={method.id} method={method} />}
    </MethodList>
  ),
)

export const Channels: Story = story(
  'The channels of one method alone, each an option that the shop may dress.',
  (methods) =>
    methods
      .filter(({ id }) => id === 'pbl')
      .map((method) => (
        <ChannelList key={method.id} method={method} aria-label="Banks">
          {(channel) => <ChannelOption key={channel.id} channel={channel} help="No fee" />}
        </ChannelList>
      )),
)

export const Mark: Story = story(
  'The image the API sends, and letters in the same box where there is none.',
  () => (
    <div style={{ display: 'flex', gap: '0.5em' }}>
      <MethodMark of="pbl/mtransfer" label="mBank" />
      <MethodMark of="pbl/ipko" label="PKO BP iPKO" image="data:image/svg+xml,broken" />
      <MethodMark of="blik/blik" label="BLIK" />
    </div>
  ),
)

export const Search: Story = story(
  'Finds banks without Polish letters, and says how many it has found.',
  () => <SearchField />,
)

function SearchField(): ReactElement {
  const [query, setQuery] = useState('slaski')
  return <BankSearch query={query} onQuery={setQuery} hits={1} />
}

export const Code: Story = story('Six digits in two threes, pasted or typed.', () => <CodeField />)

function CodeField(): ReactElement {
  const [code, setCode] = useState('777123')
  return <BlikCode code={code} onCode={setCode} />
}

export const Confirm: Story = story(
  'What is to be done in the bank’s app, and how long there is for it.',
  () => <ConfirmPayment until={now + 90_000} />,
)

export const Pause: Story = story(
  'A countdown that is a leaf of its own, so nothing else renders each second.',
  () => <CoolDown until={now + 200_000} />,
)

export const Note: Story = story('Why something can’t be used, and from when it can.', () => (
  <AvailabilityNote
    availability={{
      status: 'coolingDown',
      until: now + 300_000,
      source: 'client',
      trip: 1,
      selectableFrom: now + 300_000,
      losing: [],
    }}
    of="mBank"
  />
))

export const Pay: Story = story('The button names the sum, and is never disabled.', () => (
  <PayButton onPay={nothing} />
))

export const Transfer: Story = story('Where to send what, each line to be copied.', () => <Details />)

function Details(): ReactElement {
  return <TransferDetails account="PL61109010140000071219812874" transferTitle="A-1001" order={useOrder()} />
}

export const Consent: Story = story('What paying agrees to, in one sentence with two links.', () => (
  <ConsentNotice terms="#terms" privacy="#privacy" />
))

export const Skeleton: Story = story('The shape of the list that comes, so that nothing jumps.', () => (
  <ListSkeleton />
))

export const Failed: Story = story(
  'The list couldn’t be loaded: what now, and one press to try again.',
  () => <ListError because="listFailed" onRetry={nothing} />,
)

export const Done: Story = story('The last word, when the payment has gone through.', () => <PaymentDone />)

export const OwnPart: Story = story(
  'A part of the shop’s own says it in the picker’s words, through useMessages.',
  () => <OwnTotal />,
)

function OwnTotal(): ReactElement {
  const { t, money } = useMessages()
  const { amount, currency } = useOrder()
  return (
    <p>
      {t('method.blik')}, {money(amount, currency)}
    </p>
  )
}
