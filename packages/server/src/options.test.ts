import { expect, it, vi } from 'vitest'
import { testCredentials } from './fake-shop.test.kit.ts'
import { checkOptions, type PaymentsHandlerOptions } from './options.ts'
import { memoryStore } from './shared-store.ts'

const good: PaymentsHandlerOptions = {
  imoje: testCredentials,
  publicUrl: 'https://shop.example',
  resolveOrder: () => Promise.resolve(undefined),
  authorize: () => Promise.resolve(true),
  resolvePayment: () => Promise.resolve(undefined),
  onPayment: () => Promise.resolve(),
}
const imoje = (more: object): object => ({ imoje: { ...testCredentials, ...more } })

it('fills every gap', () => {
  expect(checkOptions(good)).toMatchObject({
    basePath: '/api/payments',
    apiBase: 'https://api.imoje.pl/v1/merchant',
    notificationUrl: 'https://shop.example/api/payments/notifications',
    source: 'service',
    gatewayCircuit: true,
    trustedOrigins: ['https://shop.example'],
  })
})

it('goes to the sandbox by one word', () => {
  const { apiBase } = checkOptions({ ...good, imoje: { ...testCredentials, environment: 'sandbox' } })
  expect(apiBase).toBe('https://sandbox.api.imoje.pl/v1/merchant')
})

it.each(['http://localhost', 'https://shop.example:8443'])(
  'sends imoje no address of notifications where the shop is at %s',
  (publicUrl) => {
    expect(checkOptions({ ...good, publicUrl }).notificationUrl).toBeUndefined()
  },
)

it.each([
  ['an unknown option', { basepath: '/pay' }, /no option basepath/],
  ['an unknown option of imoje', imoje({ merchant: 'x' }), /no option imoje\.merchant\./],
  ['no token', imoje({ token: '' }), /imoje\.token/],
  ['a key with a line break', imoje({ serviceKey: 'a\nb' }), /imoje\.serviceKey/],
  ['an unknown environment', imoje({ environment: 'test' }), /imoje\.environment is 'test'/],
  ['an API without TLS', imoje({ apiUrl: 'http://api.example' }), /imoje\.apiUrl must be https/],
  ['an API with a path', imoje({ apiUrl: 'https://api.example/v1' }), /imoje\.apiUrl/],
  ['a notification address without a scheme', imoje({ notificationUrl: 'shop' }), /notificationUrl/],
  ['no hook', { onPayment: undefined }, /onPayment must be a function/],
  ['a path with a slash at its end', { basePath: '/api/' }, /basePath is '\/api\/'/],
  ['an address that is no origin', { publicUrl: 'https://shop.example/shop' }, /publicUrl/],
  ['an unknown list', { source: 'both' }, /source is 'both'/],
  ['a circuit that is neither on nor off', { gatewayCircuit: 'off' }, /gatewayCircuit is 'off'/],
  ['a trusted origin without TLS', { trustedOrigins: ['http://evil.example'] }, /trustedOrigins/],
  ['a rate limit that is no function', { rateLimit: { perMinute: 10 } }, /rateLimit is/],
  ['a log that is no function', { onEvent: console }, /onEvent is/],
])('refuses %s with a sentence', (_, change, sentence) => {
  expect(() => checkOptions({ ...good, ...change } as PaymentsHandlerOptions)).toThrow(
    expect.objectContaining({ code: 'options-invalid', message: expect.stringMatching(sentence) as string }),
  )
})

it('never repeats a secret in such a sentence', () => {
  const options = { ...good, imoje: { ...testCredentials, token: 'a secret' } }
  expect(() => checkOptions(options)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('a secret') as string }),
  )
})

it('wants the store written out in production', () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(() => checkOptions(good)).toThrow(/store is missing/)
  expect(checkOptions({ ...good, store: memoryStore() }).store).toBeDefined()
})

it('takes a mock on loopback', () => {
  const options = { ...good, imoje: { ...testCredentials, apiUrl: 'http://127.0.0.1:4010' } }
  expect(checkOptions(options).apiBase).toBe('http://127.0.0.1:4010/v1/merchant')
})
