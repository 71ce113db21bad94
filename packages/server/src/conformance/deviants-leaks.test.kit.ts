import {
  answering,
  asking,
  finding,
  isImojesError,
  isObject,
  isProblem,
  isStart,
  order,
  parse,
  pathOf,
  repeating,
  withHeaders,
  withJson,
  type DeviantShop,
} from './deviant.test.kit.ts'
import { shopOrigin, testCredentials } from './good-shop.test.kit.ts'

/** Backends that tell too much, or tell it to others. */
export const leaksDeviants: Readonly<Record<string, DeviantShop>> = {
  'passes imoje’s echo on': finding(
    // The echo holds the service id.
    ['statuses/error-cut', 'secrecy/no-secret'],
    repeating((answer, imojes) => {
      const said = parse(imojes)
      const error = isObject(said) && isObject(said.apiErrorResponse) ? said.apiErrorResponse : {}
      return answer.status === 422 && isImojesError(answer)
        ? withJson(answer, (body) => ({ ...body, instance: error.instance }))
        : answer
    }),
  ),

  'echoes its token in an error': finding(
    ['secrecy/no-secret'],
    answering((answer) =>
      isImojesError(answer)
        ? withHeaders(answer, (headers) => headers.set('x-debug', `Bearer ${testCredentials.token}`))
        : answer,
    ),
  ),

  'writes bodies to its log': finding(['secrecy/log'], ({ good }) => {
    const { handle, log } = good()
    return {
      log,
      handle: async (request) => {
        log.push(await request.clone().text())
        return handle(request)
      },
    }
  }),

  'shows its insides': finding(
    ['secrecy/no-stack-trace'],
    answering((answer) =>
      isProblem(answer) && answer.status >= 500
        ? withJson(answer, (body) => ({ ...body, detail: 'Error: oops\n    at pay (/srv/shop/pay.js:12:5)' }))
        : answer,
    ),
  ),

  'shows the payer’s data': finding(
    ['reading/transaction'],
    answering((answer, request) =>
      pathOf(request).includes('/transactions/') && answer.ok
        ? withJson(answer, ({ transaction }) => ({
            transaction: { ...(isObject(transaction) && transaction), payerData: { name: 'Ada' } },
          }))
        : answer,
    ),
  ),

  'passes imoje’s rows whole': finding(
    ['lists/list-cut'],
    answering((answer, request) =>
      pathOf(request).endsWith('/payment-methods') && answer.ok
        ? withJson(answer, ({ service }) => ({
            service: { isActive: true, ...(isObject(service) && service) },
          }))
        : answer,
    ),
  ),

  'shows everybody every order': finding(
    ['foreign-list', 'foreign-payment', 'foreign-pay', 'stranger-transaction'].map(
      (name) => `privacy/${name}`,
    ),
    ({ good }) =>
      good({ authorize: () => Promise.resolve(true), resolveOrder: () => Promise.resolve(order) }),
  ),

  'shows a transaction to who knows its id': finding(['privacy/stranger-transaction'], ({ good }) =>
    good({
      authorize: (request, orderId) =>
        Promise.resolve(
          orderId.startsWith('A-') &&
            (request.headers.has('cookie') || pathOf(request).includes('/transactions/')),
        ),
    }),
  ),

  'takes payments from any page': finding(
    ['foreign-origin', 'lookalike-origin', 'no-origin', 'cross-site'].map((name) => `origins/${name}`),
    asking((request) => {
      const headers = new Headers(request.headers)
      if (isStart(request)) headers.set('origin', shopOrigin)
      return new Request(request, { headers })
    }),
  ),
}
