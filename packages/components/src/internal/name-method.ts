import type { MethodId, PaymentMethod } from '@tillkit/core'
import type { Words } from '../messages/format.ts'

/** What a method is, such as `pbl`; imoje may list one in several groups. */
export const kindOf = (id: MethodId): string => id.split('~')[0] ?? id

/** A method's name and the line below it. */
export function nameMethod(
  { id, label, channels }: PaymentMethod,
  { find, list }: Words,
): { readonly name: string; readonly help: string | undefined } {
  const kind = kindOf(id)
  const labels = channels.map((channel) => channel.label)
  const name = label ?? find(`method.${kind}`) ?? list(labels)
  // The one channel's own name, where it differs, is what messages about it will say.
  const own = channels.length === 1 && labels[0] !== name ? labels[0] : undefined
  const help = own ?? find(`help.${kind}`) ?? list(labels)
  return { name, help: help === name ? undefined : help }
}
