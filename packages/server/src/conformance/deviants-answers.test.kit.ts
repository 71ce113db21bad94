import {
  answering,
  asking,
  finding,
  isImojesError,
  isProblem,
  noStore,
  pathOf,
  repeating,
  withHeaders,
  withJson,
  without,
  type DeviantShop,
} from './deviant.test.kit.ts'

const losing = (name: string): DeviantShop['make'] =>
  answering((answer) => withHeaders(answer, (headers) => headers.delete(name)))

/** Backends that say something else than imoje and the shop do. */
export const answersDeviants: Readonly<Record<string, DeviantShop>> = {
  'makes one status of several': finding(
    ['statuses/status-406'],
    answering((answer) =>
      answer.status === 406 ? new Response(answer.body, { status: 400, headers: answer.headers }) : answer,
    ),
  ),

  'turns a 503 into a 200': finding(
    // After imoje's 504 the list is a 503 of the backend's own, while it rests.
    ['outages/outage-503', 'outages/outage-504'],
    answering((answer) =>
      answer.status === 503
        ? Response.json({ service: { paymentMethods: [] } }, { headers: answer.headers })
        : answer,
    ),
  ),

  'calls imoje’s errors its own': finding(
    [
      ...[401, 403, 404].map((status) => `lists/list-status-${status}`),
      ...[400, 401, 403, 404, 406, 422, 429, 500].map((status) => `statuses/status-${status}`),
      'outages/outage-503',
      'outages/outage-504',
      'secrecy/problem-types',
    ],
    answering((answer) =>
      isImojesError(answer)
        ? withHeaders(answer, (headers) => headers.set('content-type', 'application/problem+json'))
        : answer,
    ),
  ),

  'calls its own time-out imoje’s 504': finding(
    ['outages/time-out'],
    answering((answer) =>
      answer.status === 504 ? Response.json({ code: 'timeout' }, { status: 504, headers: noStore }) : answer,
    ),
  ),

  'loses Retry-After': finding(['statuses/retry-after', 'outages/outage-says-when'], losing('retry-after')),
  'loses Age': finding(['lists/list-age'], losing('age')),
  'loses x-trace-id': finding(['statuses/trace-id'], losing('x-trace-id')),

  'passes what it can’t read': finding(
    ['lists/list-unreadable', 'statuses/unreadable-payment', 'secrecy/json-only'],
    repeating((answer, imojes) =>
      imojes.startsWith('<')
        ? new Response(imojes, { headers: { ...noStore, 'content-type': 'text/html' } })
        : answer,
    ),
  ),

  'never asks imoje for a fresh list': finding(
    ['list-fresh', 'list-age', 'list-unreadable', 'list-status-401'].map((name) => `lists/${name}`),
    asking((request) => new Request(request.url.replace('&fresh=1', ''), request)),
  ),

  'leaves the type out of some problems': finding(
    ['secrecy/problem-types'],
    answering((answer) =>
      isProblem(answer)
        ? withJson(answer, ({ type, ...body }) => (type === 'invalid-request' ? body : { type, ...body }))
        : answer,
    ),
  ),

  'doesn’t name the field': finding(
    ['list-query', 'transaction', 'link', 'body', 'key', 'payment-query'].map((name) => `input/bad-${name}`),
    answering((answer) => withJson(answer, (body) => without(body, 'field'))),
  ),

  'lets caches keep the list': finding(
    ['secrecy/not-kept'],
    answering((answer, request) =>
      pathOf(request).endsWith('/payment-methods')
        ? withHeaders(answer, (headers) => headers.set('cache-control', 'private, max-age=60'))
        : answer,
    ),
  ),
}
