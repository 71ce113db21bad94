import { expect, it } from 'vitest'
import { createFakeShop, type FakeShop } from './fake-shop.test.kit.ts'

const setUp = (): FakeShop => createFakeShop(() => Promise.reject(new Error('never asked')))

/** A body that is written from outside; `asked` resolves when somebody waits for more of it. */
function createBody(cancel: () => Promise<void> | void = () => undefined) {
  let give!: (chunk: string) => void
  let breakOff!: () => void
  let pulls = 0
  const waiting: (() => void)[] = []
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        give = (chunk) => controller.enqueue(new TextEncoder().encode(chunk))
        breakOff = () => controller.error(new Error('connection reset'))
      },
      pull: () => {
        pulls += 1
        for (const resolve of waiting.splice(0)) resolve()
        return new Promise(() => undefined)
      },
      cancel,
    },
    { highWaterMark: 0 },
  )
  const asked = new Promise<void>((resolve) => void waiting.push(resolve))
  return { stream, asked, give, breakOff, pulls: () => pulls }
}

function post(
  shop: FakeShop,
  path: string,
  body: ReadableStream,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const sent = { 'content-type': 'application/json', 'idempotency-key': 'key-1', ...headers }
  const init = { method: 'POST', headers: sent, body, duplex: 'half' }
  return shop.send(path, init)
}

const refusal = (status: number) => [status, { type: 'invalid-request', status, field: 'body' }]

it.each(['/transactions', '/payment-links', '/notifications'])(
  'cuts a body that never comes to %s off after ten seconds',
  async (path) => {
    const shop = setUp()
    const { stream, asked } = createBody()
    const answer = post(shop, path, stream)
    await asked
    shop.clock.advance(9_999)
    expect(await Promise.race([answer, new Promise((resolve) => setImmediate(resolve, 'waits'))])).toBe(
      'waits',
    )
    shop.clock.advance(1)
    expect([(await answer).status, await (await answer).json()]).toEqual(refusal(408))
  },
)

it('counts ten seconds for the whole body, however many bytes trickle in', async () => {
  const shop = setUp()
  const { stream, asked, give } = createBody()
  const answer = post(shop, '/transactions', stream)
  await asked
  for (let second = 0; second < 10; second++) {
    give(' ')
    shop.clock.advance(1_000)
  }
  expect((await answer).status).toBe(408)
})

it('doesn’t wait for a sender that hangs in the cancelling too', async () => {
  const shop = setUp()
  const { stream, asked } = createBody(() => new Promise(() => undefined))
  const answer = post(shop, '/transactions', stream)
  await asked
  shop.clock.advance(10_000)
  expect((await answer).status).toBe(408)
})

it('names the body when the sender breaks off', async () => {
  const shop = setUp()
  const { stream, asked, breakOff } = createBody()
  const answer = post(shop, '/transactions', stream)
  await asked
  breakOff()
  expect([(await answer).status, await (await answer).json()]).toEqual(refusal(400))
})

it('refuses what says that it is too long before it reads any of it', async () => {
  const shop = setUp()
  const { stream, pulls } = createBody()
  const answer = await post(shop, '/transactions', stream, { 'content-length': String(16 * 1024 + 1) })
  expect([answer.status, await answer.json(), pulls()]).toEqual([...refusal(413), 0])
})

it('leaves no timer behind', async () => {
  const timers = new Set<() => void>()
  const { clock } = setUp()
  const counting = {
    ...clock,
    setTimer: (run: () => void) => {
      timers.add(run)
      return () => timers.delete(run)
    },
  }
  const shop = createFakeShop(() => Promise.reject(new Error('never asked')), { clock: counting })
  expect((await shop.post('/transactions', '[]', { 'idempotency-key': 'key-1' })).status).toBe(422)
  expect(timers.size).toBe(0)
})
