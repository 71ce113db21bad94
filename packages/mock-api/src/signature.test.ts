import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { testShop } from './shop.test.helper.ts'

it('signs the raw body, byte for byte, with the service key', async () => {
  const credentials = {
    merchantId: 'merchant-7',
    serviceId: '22222222-aaaa-4bbb-8ccc-000000000007',
    serviceKey: 'ключ-7',
    token: 'token-7',
  }
  const shop = testShop({ credentials })
  const { action } = await shop.started({ orderId: 'Zamówienie 7' })
  await shop.press(action.url, { outcome: 'pay' })

  const [{ rawBody, signature, to } = { rawBody: '', signature: '', to: '' }] = shop.notifications
  const digest = createHash('sha256')
    .update(Buffer.concat([Buffer.from(rawBody), Buffer.from('ключ-7')]))
    .digest('hex')
  expect(signature).toBe(
    `merchantid=merchant-7;serviceid=22222222-aaaa-4bbb-8ccc-000000000007;signature=${digest};alg=sha256`,
  )
  expect(to).toBe('http://127.0.0.1:8123/notifications')
})
