import {
  answering,
  asking,
  finding,
  isNotification,
  isObject,
  noStore,
  order,
  pathOf,
  signed,
  withBody,
  type DeviantShop,
} from './deviant.test.kit.ts'
import { testCredentials } from './good-shop.test.kit.ts'
import { sign } from './sign.ts'

const signature = 'x-imoje-signature'

/** Backends that believe the wrong word about a payment. */
export const notificationsDeviants: Readonly<Record<string, DeviantShop>> = {
  'believes a notification without a signature': finding(
    ['notifications/unsigned'],
    asking((request) =>
      isNotification(request) && !request.headers.has(signature) ? signed(request) : request,
    ),
  ),

  'believes any signature': finding(
    ['wrong-key', 'changed', 'other-shop'].map((name) => `notifications/${name}`),
    asking((request) =>
      isNotification(request) && request.headers.has(signature) ? signed(request) : request,
    ),
  ),

  'believes any amount imoje tells': finding(
    ['notifications/other-amount'],
    asking(async (request) => {
      if (!isNotification(request)) return request
      const isGenuine =
        request.headers.get(signature) === (await sign(await request.clone().text(), testCredentials))
      const changed = await withBody(request, ({ transaction, ...body }) => ({
        ...body,
        transaction: { ...(isObject(transaction) && transaction), amount: order.amount },
      }))
      return isGenuine ? signed(changed) : changed
    }),
  ),

  'falls over a notification': finding(
    ['notifications/unreadable-notification'],
    answering(async (answer, request) =>
      isNotification(request) && (await request.text()).includes('$ne')
        ? Response.json({ type: 'internal' }, { status: 500, headers: noStore })
        : answer,
    ),
  ),

  'acknowledges notifications in its own words': finding(
    ['notifications/repeated'],
    answering((answer, request) =>
      isNotification(request) && answer.ok ? Response.json({ received: true }, { headers: noStore }) : answer,
    ),
  ),

  'lets a late word undo a payment': finding(['notifications/late'], ({ good }) => {
    const { handle, log } = good()
    const undone = new Set<string>()
    return {
      log,
      handle: async (request) => {
        const text = await request.clone().text()
        const answer = await handle(request)
        const orderId = /"orderId":"([^"]+)"/.exec(text)?.[1]
        if (isNotification(request) && answer.ok && orderId && text.includes('"cancelled"'))
          undone.add(orderId)
        const [, asked = ''] = /\/orders\/([^/]+)\/payment$/.exec(pathOf(request)) ?? []
        return undone.has(asked) ? Response.json({ status: 'failed' }, { headers: noStore }) : answer
      },
    }
  }),
}
