import { PaymentsProvider } from '@tillkit/hooks'
import { useState, type ReactElement, type ReactNode } from 'react'
import '../../../packages/components/src/styles/index.css'
import {
  createStoryShop,
  type StoryShopOptions,
} from '../../../packages/components/src/stories/create-story-shop.ts'
import './shop-around.css'

export interface ShopAroundProps extends StoryShopOptions {
  /** @defaultValue 'en' */
  readonly locale?: string
  readonly children?: ReactNode
}

/** What stands around an example: a shop of its own, with the real handler and an imitation of imoje behind it. */
export function ShopAround({ children, locale = 'en', ...options }: ShopAroundProps): ReactElement {
  const [shop] = useState(() => createStoryShop(options))
  return (
    <main className="guide-example">
      <PaymentsProvider client={shop.client} order={shop.order} locale={locale}>
        {children}
      </PaymentsProvider>
    </main>
  )
}
