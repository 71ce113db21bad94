import { memoryStore } from '../shared-store.ts'
import {
  asking,
  believing,
  finding,
  forgetful,
  isCreation,
  isObject,
  isStart,
  order,
  overlooking,
  parse,
  sending,
  withBody,
  withHeaders,
  withJson,
  without,
  type DeviantShop,
} from './deviant.test.kit.ts'
import { testCredentials } from './good-shop.test.kit.ts'

/** Backends that charge twice, or something else, or somewhere else. */
export const moneyDeviants: Readonly<Record<string, DeviantShop>> = {
  'sends each payment twice': finding(
    ['payments/pay', 'payments/blik-code', 'keys/same-key-at-once', 'links/link'],
    sending(async (request, { fetch }) => {
      const answer = await fetch(request.clone())
      if (isCreation(request) && answer.ok) await fetch(request)
      return answer
    }),
  ),

  'ignores the key': finding(
    [
      'keys/same-key-again',
      'keys/same-key-at-once',
      'keys/same-key-link',
      'keys/key-reused',
      'keys/refused-again',
      'reading/payment-pending',
      'reading/payment-failed',
      'reading/unknown-key-closes',
      'input/bad-key',
    ],
    asking((request) => {
      const headers = new Headers(request.headers)
      if (isStart(request)) headers.set('idempotency-key', crypto.randomUUID())
      return new Request(request, { headers })
    }),
  ),

  'charges what the browser says': finding(
    ['payments/amount-is-the-shops'],
    believing(
      ({ amount }) => (typeof amount === 'number' ? { amount } : {}),
      // The good one compares with what the shopper saw, so this one has to agree with itself.
      (request) =>
        withBody(request, (body) => ({ ...body, expectedAmount: body.amount ?? body.expectedAmount })),
    ),
  ),

  'charges whatever the shopper saw': finding(
    ['payments/order-changed-amount', 'payments/order-changed-amount-link'],
    believing(
      ({ expectedAmount }) => (typeof expectedAmount === 'number' ? { amount: expectedAmount } : {}),
      (request) => Promise.resolve(request),
    ),
  ),

  'comes back where the browser says': finding(
    ['payments/return-addresses-are-the-shops'],
    believing(
      ({ successReturnUrl: success, failureReturnUrl: failure }) =>
        typeof success === 'string' && typeof failure === 'string'
          ? { returnUrls: { success, failure } }
          : {},
      (request) => Promise.resolve(request),
    ),
  ),

  'sends payers to any address': finding(
    ['payments/address-javascript', 'payments/address-http', 'payments/address-https-foreign'],
    ({ good, imitation }) => {
      const addresses = new Map<unknown, unknown>()
      const { handle, log } = good({
        fetch: async (input, init) => {
          const answer = await imitation.fetch(input, init)
          if (!isCreation(new Request(input, init))) return answer
          return withJson(answer, (body) => {
            if (!isObject(body.action) || !isObject(body.transaction)) return body
            addresses.set(body.transaction.id, body.action.url)
            return { ...body, action: { ...body.action, url: `${imitation.origin}/s/x` } }
          })
        },
      })
      return {
        log,
        handle: async (request) =>
          withJson(await handle(request), (body) =>
            isObject(body.action) && isObject(body.transaction)
              ? { ...body, action: { ...body.action, url: addresses.get(body.transaction.id) } }
              : body,
          ),
      }
    },
  ),

  'sends an empty visibleMethod': finding(['links/link-without-methods'], ({ good, imitation }) => {
    const { merchantId, serviceId, token } = testCredentials
    const { amount, currency, customer } = order
    const { handle, log } = good()
    const makeLink = async (orderId: unknown): Promise<Response> => {
      const made = await imitation.fetch(`${imitation.origin}/v1/merchant/${merchantId}/payment`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ serviceId, orderId, amount, currency, customer, visibleMethod: [] }),
      })
      const answer = withHeaders(made, (headers) => headers.set('cache-control', 'no-store'))
      return withJson(answer, ({ payment }) => ({
        payment: isObject(payment) ? { id: payment.id, url: payment.url } : {},
      }))
    }
    return {
      log,
      handle: async (request) => {
        const body = parse(await request.clone().text())
        const isEmpty = isObject(body) && JSON.stringify(body.visibleMethod) === '[]'
        return isStart(request) && isEmpty ? makeLink(body.orderId) : handle(request)
      },
    }
  }),

  'takes another payment for a paid order': finding(['notifications/order-paid'], overlooking('order-paid')),

  'starts another payment while a BLIK code is open': finding(
    ['payments/blik-code', 'keys/lost-blik-code'],
    overlooking('attempt-open'),
  ),

  'starts a payment under a key it called unused': finding(
    ['reading/unknown-key-closes'],
    ({ good, clock }) => good({ store: forgetful(memoryStore(clock), /^closed:/) }),
  ),

  'sends no validTo': finding(
    ['payments/valid-to'],
    sending(async (request, { fetch }) =>
      fetch(isCreation(request) ? await withBody(request, (body) => without(body, 'validTo')) : request),
    ),
  ),

  'forgets to cancel links': finding(
    ['notifications/paid'],
    sending(async (request, { fetch }) =>
      request.url.endsWith('/payment/cancel') ? Response.json({}) : fetch(request),
    ),
  ),
}
