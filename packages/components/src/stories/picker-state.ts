import type { MessageKey } from '../messages/messages.ts'
import type { PaymentMethodsProps } from '../payment-methods/payment-methods.tsx'
import type { Step } from './arrive.ts'
import type { StoryShopOptions } from './create-story-shop.ts'

/** A state that a shopper can meet, and how it comes about. Stories, the sheet of all states and the pictures show the same. */
export interface PickerState {
  /** What is to be seen, in one sentence. */
  readonly says: string
  /** @defaultValue a shop where everything works */
  readonly shop?: StoryShopOptions
  readonly picker?: PaymentMethodsProps
  /** @defaultValue none: it stands as the list arrives */
  readonly steps?: readonly Step[]
  /** The sentence by which it is known. @defaultValue 'pay' */
  readonly reads?: MessageKey
}
