import { PaymentsProvider, useAttempt, usePaymentMethods, usePaymentSelection } from '@tillkit/hooks'
import { useEffect, useState, type ReactElement } from 'react'
import { en } from '../messages/en.ts'
import { PaymentMethods, type PaymentMethodsProps } from '../payment-methods/payment-methods.tsx'
import '../styles/index.css'
import { createStoryShop, type StoryShop, type StoryShopOptions } from './create-story-shop.ts'
import './story-shop.css'

export interface PickerStoryProps extends StoryShopOptions {
  /** @defaultValue 'en' */
  readonly locale?: string
  /** @defaultValue 'light' */
  readonly scheme?: 'light' | 'dark'
  /** The width of the page around it, in pixels. @defaultValue as wide as there is, up to 560 */
  readonly width?: 900 | 320 | 280
  readonly direction?: 'rtl'
  /** A colour of the shop's own. */
  readonly accent?: 'host'
  /** Moves time on once the picker stands. */
  readonly skipMs?: number
  /** Moves time on after an attempt has failed, led to a page or to the bank's app. */
  readonly payThenSkipMs?: number
  /** imoje flags mBank once it is chosen, and the list is read again. */
  readonly flagAfterChoice?: boolean
  /** Props of the picker. */
  readonly picker?: PaymentMethodsProps
}

/** The picker on a plain page of a shop. */
export function PickerStory(props: PickerStoryProps): ReactElement {
  const { locale = 'en', scheme = 'light', width, direction, accent } = props
  const [shop] = useState(() => createStoryShop(props))
  return (
    <main className="story-page" data-scheme={scheme} data-width={width} data-accent={accent} dir={direction}>
      <PaymentsProvider client={shop.client} order={shop.order} locale={locale}>
        <PaymentMethods
          onRedirect={() => undefined}
          messages={props.skipMs ? en : undefined}
          {...props.picker}
        />
        <Fate shop={shop} {...props} />
      </PaymentsProvider>
    </main>
  )
}

/** What befalls the shop while the story is played. */
function Fate({
  shop,
  skipMs,
  payThenSkipMs,
  flagAfterChoice,
}: PickerStoryProps & { readonly shop: StoryShop }): null {
  const { channel } = usePaymentSelection()
  const { refresh } = usePaymentMethods()
  const { status } = useAttempt()
  const isFlagged = flagAfterChoice && channel?.code === 'mtransfer'
  useEffect(() => {
    if (skipMs) void shop.clock.advance(skipMs)
  }, [shop, skipMs])
  useEffect(() => {
    if (!isFlagged) return
    shop.mock.setChannel('pbl', 'mtransfer', { isOnline: false })
    // Past the server's cache.
    void shop.clock.advance(61_000).then(() => refresh())
  }, [shop, isFlagged, refresh])
  useEffect(() => {
    if (payThenSkipMs && /failed|redirecting|confirming/.test(status)) void shop.clock.advance(payThenSkipMs)
  }, [shop, payThenSkipMs, status])
  return null
}
