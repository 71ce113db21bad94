import { PaymentsProvider } from '@tillkit/hooks'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { MessageKey } from '../messages/messages.ts'
import { PaymentMethods, type PaymentMethodsProps } from '../payment-methods/payment-methods.tsx'
import '../styles/index.css'
import { arrive, type Step } from './arrive.ts'
import { createStoryShop, type StoryShopOptions } from './create-story-shop.ts'

export interface ShopPickerProps extends StoryShopOptions {
  /** @defaultValue 'en' */
  readonly locale?: string | undefined
  /** Props of the picker. */
  readonly picker?: PaymentMethodsProps | undefined
  /** What happens once the picker stands. @defaultValue nothing: whoever looks at it is the shopper */
  readonly steps?: readonly Step[] | undefined
  /** The sentence by which the state is known after these steps. @defaultValue 'pay' */
  readonly reads?: MessageKey | undefined
}

/**
 * A picker with a shop of its own. It goes its steps by itself, out of reach meanwhile: many on a page take focus neither from
 * each other nor from the visitor. `data-arrived` says that it stands as it is meant to.
 */
export function ShopPicker(props: ShopPickerProps): ReactElement {
  const { locale = 'en', picker, steps, reads = 'pay' } = props
  const [shop] = useState(() => createStoryShop(props))
  const [isThere, setThere] = useState(steps === undefined)
  const place = useRef<HTMLDivElement>(null)
  const hasLeft = useRef(false)
  useEffect(() => {
    if (hasLeft.current || !steps || !place.current) return
    hasLeft.current = true
    const arrival = { page: place.current, shop, locale, messages: picker?.messages }
    void arrive(arrival, steps, reads).then(() => setThere(true))
  }, [shop, locale, picker, steps, reads])
  return (
    <div ref={place} inert={!isThere} data-arrived={isThere}>
      <PaymentsProvider client={shop.client} order={shop.order} locale={locale}>
        <PaymentMethods onRedirect={() => undefined} {...picker} />
      </PaymentsProvider>
    </div>
  )
}
