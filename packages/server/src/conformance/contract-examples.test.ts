import { readFileSync } from 'node:fs'
import { createMockImoje } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import {
  createGoodShop,
  createTestClock,
  shopOrigin,
  testCredentials,
  type GoodShop,
} from './good-shop.test.kit.ts'
import { sign } from './sign.ts'

/** What the page for other languages shows: a request, the answer, and what imoje is made to answer before. */
interface Example {
  readonly request: string
  readonly answer: string
  readonly fault: string | undefined
}

const page = readFileSync(new URL('../../docs/your-backend-isnt-node.md', import.meta.url), 'utf8')
const examples: readonly Example[] = [
  ...page.matchAll(/(?:<!-- fault: (.*) -->\s*)?```http\n([A-Z]+ \/[^]*?)```\s*```http\n(HTTP[^]*?)```/g),
].map(([, fault, request = '', answer = '']) => ({ request, answer, fault }))

const uuids = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g
/** The last part of a page's address differs with every run. */
const plain = (text: string): string => text.replaceAll(/\/s\/\w+/g, '/s/…')

it('answers every example of the page as the page says', async () => {
  const clock = createTestClock()
  const mock = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://paywall.imoje.pl',
    fetch: (input, init) => shop.handle(new Request(input, init)),
  })
  const shop: GoodShop = createGoodShop(clock, mock)
  /** imoje's ids, by those that the page has for them. */
  const ids = new Map<string, string>()

  for (const { request, answer, fault } of examples) {
    if (fault !== undefined) mock.addFault({ ...(JSON.parse(fault) as { match: object }), times: 1 })
    const asked = await readRequest(request.replaceAll(uuids, (id) => ids.get(id) ?? id))
    const given = await shop.handle(asked)
    const [head = '', body = ''] = answer.split('\n\n')
    const [status = '', ...headers] = head.trim().split('\n')
    const text = await given.text()
    expect(`HTTP/1.1 ${given.status}`, `${request}\n${text}`).toBe(status)
    for (const [name, value] of headers.map(readHeader))
      expect(given.headers.get(name), `${request}\n${name}`).toEqual(
        value === '…' ? expect.any(String) : value,
      )

    const real = text.match(uuids) ?? []
    for (const [at, id] of (body.match(uuids) ?? []).entries()) ids.set(id, real[at] ?? '')
    const expected: unknown = JSON.parse(plain(body.replaceAll(uuids, (id) => ids.get(id) ?? id)))
    expect(JSON.parse(plain(text)), request).toEqual(someOf(expected))
  }
  expect(examples.length).toBeGreaterThan(14)
})

async function readRequest(text: string): Promise<Request> {
  const [head = '', body] = text.split('\n\n')
  const [first = '', ...lines] = head.trim().split('\n')
  const [method = '', path = ''] = first.split(' ')
  const headers = new Headers(lines.map((line) => readHeader(line.replaceAll('…', '...'))))
  // The page can't show a signature that is right.
  if (headers.has('x-imoje-signature'))
    headers.set('x-imoje-signature', await sign(body ?? '', testCredentials))
  return new Request(shopOrigin + path, { method, headers, ...(body !== undefined && { body }) })
}

function readHeader(line: string): [name: string, value: string] {
  const at = line.indexOf(': ')
  return [line.slice(0, at), line.slice(at + 2)]
}

/** The page shows some rows of a list. */
function someOf(value: unknown): unknown {
  if (Array.isArray(value)) return expect.arrayContaining(value.map(someOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, someOf(part)]))
}
