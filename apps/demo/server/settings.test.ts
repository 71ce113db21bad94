import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const account = {
  IMOJE_MERCHANT_ID: 'merchant',
  IMOJE_SERVICE_ID: 'service',
  IMOJE_SERVICE_KEY: 'key',
  IMOJE_TOKEN: 'token',
}

test('an empty environment means the imitation, and the page from its sources', () => {
  expect(readSettings({})).toEqual({ port: 4100, page: 'source' })
})

test('an account in the environment means imoje itself, its sandbox unless told otherwise', () => {
  const imoje = { merchantId: 'merchant', serviceId: 'service', serviceKey: 'key', token: 'token' }
  expect(readSettings(account).imoje).toEqual({ ...imoje, environment: 'sandbox' })
  expect(readSettings({ ...account, IMOJE_ENVIRONMENT: 'production' }).imoje?.environment).toBe('production')
})

test('a public address and the built page are taken from the environment', () => {
  expect(readSettings({ PUBLIC_URL: 'https://shop.example', TILLKIT_DEMO_BUILT: '1', PORT: '0' })).toEqual({
    publicUrl: 'https://shop.example',
    page: 'built',
    port: 0,
  })
})

test.each([
  { env: { IMOJE_TOKEN: 'token' }, says: 'set IMOJE_MERCHANT_ID, IMOJE_SERVICE_ID, IMOJE_SERVICE_KEY too' },
  { env: { ...account, IMOJE_TOKEN: '' }, says: 'set IMOJE_TOKEN too' },
  { env: { ...account, IMOJE_ENVIRONMENT: 'test' }, says: 'write sandbox or production' },
  { env: { PORT: 'http' }, says: 'write a number' },
])('refuses an environment with a sentence: $says', ({ env, says }) => {
  expect(() => readSettings(env)).toThrow(says)
})
