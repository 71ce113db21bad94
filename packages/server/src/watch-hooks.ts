import { messageOf, type Emit } from './events.ts'
import type { ShopHooks } from './order-port.ts'
import { Refusal } from './refusal.ts'

/** The shop's hooks; where one throws, there is an event, and the request gets a problem `internal`. */
export function watchHooks(hooks: ShopHooks, emit: Emit): ShopHooks {
  const watch = async <Value>(hook: keyof ShopHooks, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work()
    } catch (error) {
      emit({ type: 'hook-failed', hook, message: messageOf(error) })
      throw new Refusal('internal')
    }
  }
  return {
    resolveOrder: (orderId, request) => watch('resolveOrder', () => hooks.resolveOrder(orderId, request)),
    authorize: (request, orderId) => watch('authorize', () => hooks.authorize(request, orderId)),
    resolvePayment: (orderId) => watch('resolvePayment', () => hooks.resolvePayment(orderId)),
    onPayment: (event) => watch('onPayment', () => hooks.onPayment(event)),
  }
}
