import { expect, it } from 'vitest'
import { createEmit, createRedact, type ServerEvent } from './events.ts'
import { createTestClock, testCredentials } from './fake-shop.test.kit.ts'

/** The message of an event as the shop's log gets it. */
function say(message: string): string {
  const events: ServerEvent[] = []
  const emit = createEmit(
    (event) => events.push(event),
    createTestClock(),
    createRedact(Object.values(testCredentials)),
  )
  emit({ type: 'internal-error', message })
  const [event] = events
  return event?.type === 'internal-error' ? event.message : ''
}

it.each([
  ['a BLIK code', 'code 777123 refused', 'code [digits] refused'],
  ['a card’s number', 'card 4111111111111111', 'card [digits]'],
  ['a card’s number in groups', 'card 4111 1111 1111 1111.', 'card [digits].'],
  ['an account’s number in groups', '1234-5678-9012-3456', '[digits]'],
  ['an e-mail address', 'no row for ada.nowak+x@shop.example.com', 'no row for [address]'],
  ['a secret', `wrong token ${testCredentials.token}`, 'wrong token [secret]'],
  ['a secret with six digits in it', testCredentials.serviceId, '[secret]'],
])('cuts %s out of an error’s words', (_, message, cleaned) => {
  expect(say(message)).toBe(cleaned)
})

it.each(['order 1234567 is gone', 'database at 10.0.0.1:5432 is away', 'took 12345 ms'])(
  'leaves “%s”',
  (message) => {
    expect(say(message)).toBe(message)
  },
)

it('keeps a message in one line of a log, and short', () => {
  expect(say('first\r\n{"type":"payment"}\u2028x\u0000')).toBe('first {"type":"payment"} x ')
  expect(say('x'.repeat(10_000))).toHaveLength(500)
})

it('cuts a secret out before it cuts a long message off', () => {
  expect(say(`${'x'.repeat(495)}${testCredentials.serviceKey}`)).toBe(`${'x'.repeat(495)}[secr`)
})
