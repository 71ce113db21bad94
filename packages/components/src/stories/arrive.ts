import { loadMessages } from '../messages/load-messages.ts'
import type { MessageKey, Sentences } from '../messages/messages.ts'
import type { PaymentMethodsProps } from '../payment-methods/payment-methods.tsx'
import type { StoryShop } from './create-story-shop.ts'
import { showPseudoClass, type ShownClass } from './show-pseudo-class.ts'

/** Where a picker stands, and who is behind it. */
export interface Scene {
  readonly page: HTMLElement
  readonly shop: StoryShop
  /** What the picker says, so that a sentence is found in any language. */
  readonly words: Sentences
}

/** One thing that happens on the way to a state: the shopper does something, or something befalls the shop. */
export type Step = (scene: Scene) => Promise<void>

/** Chooses methods and channels by their ids, one after the other. */
export const choose =
  (...ids: readonly string[]): Step =>
  async ({ page }) => {
    for (const id of ids) {
      const radio = await find(page, `input[value='${id}']`)
      radio.click()
      await until(page, () => radio.matches(':checked') || !radio.isConnected)
    }
  }

export const press =
  (selector: string): Step =>
  async ({ page }) =>
    (await find(page, selector)).click()

export const pay: Step = press('.till-pay')

/** Types the six digits of a BLIK code. */
export const typeCode: Step = async ({ page }) => {
  const field = await find(page, '.till-blik__field')
  // React overhears a plain assignment, and would take the event for an echo of it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '123456')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Waits until a sentence is on the page, whatever stands in its placeholders. */
export const read =
  (key: MessageKey): Step =>
  async ({ page, words }) => {
    const sentence = words[key]
    const pieces = (typeof sentence === 'string' ? sentence : sentence.other).split(/\{\w+\}/)
    await until(page, () => holdsInTurn(page.textContent ?? '', pieces))
  }

export const see =
  (selector: string): Step =>
  async ({ page }) =>
    void (await find(page, selector))

/** Makes parts look as under the pointer, pressed or focused: only one page can have these, and only for one part. */
export const look =
  (as: ShownClass, ...selectors: readonly string[]): Step =>
  async ({ page }) => {
    for (const selector of selectors) showPseudoClass(await find(page, selector), as)
  }

/** Moves the shop's time on. */
export const later =
  (ms: number): Step =>
  ({ shop }) =>
    shop.clock.advance(ms)

/** Something befalls the shop, or imoje behind it. */
export const meanwhile =
  (befall: (shop: StoryShop) => void): Step =>
  ({ shop }) => {
    befall(shop)
    return Promise.resolve()
  }

/** Goes all steps, and waits for the sentence by which the state is known. */
export async function arrive(
  { page, shop, locale, messages }: Arrival,
  steps: readonly Step[],
  reads: MessageKey,
): Promise<void> {
  const words: Sentences = { ...(await loadMessages(locale)), ...messages }
  for (const step of [...steps, read(reads)]) await step({ page, shop, words })
}

export interface Arrival extends Omit<Scene, 'words'> {
  readonly locale: string
  readonly messages: PaymentMethodsProps['messages']
}

const find = (page: HTMLElement, selector: string): Promise<HTMLElement> =>
  until(page, () => page.querySelector<HTMLElement>(selector))

function holdsInTurn(text: string, pieces: readonly string[]): boolean {
  let from = 0
  return pieces.every((piece) => {
    const at = text.indexOf(piece, from)
    from = at + piece.length
    return at >= 0
  })
}

/** Asked anew whenever something on the page has changed. */
function until<Found>(page: HTMLElement, ask: () => Found | null | false): Promise<Found> {
  return new Promise((resolve) => {
    const check = (): void => {
      const found = ask()
      if (found === null || found === false) return
      watch.disconnect()
      resolve(found)
    }
    const watch = new MutationObserver(check)
    watch.observe(page, { subtree: true, childList: true, characterData: true, attributes: true })
    check()
  })
}
