import { PaymentsProvider, usePaymentMethods } from '@tillkit/hooks'
import type { PaymentMethod } from '@tillkit/core'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { Appearance } from '../../appearance/appearance.ts'
import { MessagesProvider } from '../../messages/messages-provider.tsx'
import { PickerRoot } from '../../picker-root/picker-root.tsx'
import '../../styles/index.css'
import { createStoryShop, type StoryShopOptions } from '../create-story-shop.ts'
import '../story-shop.css'

export interface PartStoryProps {
  /** The part, once there is a list of what can be paid with. */
  readonly part: (methods: readonly PaymentMethod[]) => ReactNode
  readonly shop?: StoryShopOptions
  /** @defaultValue 'light' */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  /** @defaultValue 'ltr' */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** @defaultValue 'en' */
  readonly locale?: string | undefined
  readonly appearance?: Appearance | undefined
}

/** One part by itself on a page of a shop, with what every part needs around it. */
export function PartStory(props: PartStoryProps): ReactElement {
  const { part, shop: options, scheme = 'light', direction, locale = 'en', appearance } = props
  const [shop] = useState(() => createStoryShop(options))
  return (
    <main className="story-page" data-scheme={scheme} dir={direction}>
      <PaymentsProvider client={shop.client} order={shop.order} locale={locale}>
        <MessagesProvider>
          <PickerRoot appearance={appearance}>
            <Part part={part} />
          </PickerRoot>
        </MessagesProvider>
      </PaymentsProvider>
    </main>
  )
}

function Part({ part }: Pick<PartStoryProps, 'part'>): ReactNode {
  const { methods } = usePaymentMethods()
  return methods.length > 0 && part(methods)
}
