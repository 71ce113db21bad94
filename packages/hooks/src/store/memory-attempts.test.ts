import { defaultPolicy } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { createMemoryKit } from '../../test/memory-kit.ts'
import type { OpenAttempt } from './memory.ts'

const kit = createMemoryKit()
const name = 'tillkit/1/shop/attempt/A-1001'
const attempt: OpenAttempt = {
  orderId: 'A-1001',
  key: 'key-1',
  body: 'blik/blik 12999 PLN',
  channel: { id: 'blik/blik', method: 'blik', code: 'blik', label: 'BLIK' },
  at: kit.clock.now(),
  immediate: true,
  answered: false,
}

describe('an open attempt', () => {
  it('survives a reload and is found in every tab, until it is forgotten', () => {
    const { open } = createMemoryKit()
    const [one, other] = [open(), open()]
    expect(one.memory.findAttempt('A-1001')).toBeUndefined()
    one.memory.keepAttempt(attempt)
    one.tab.close()
    expect(other.memory.findAttempt('A-1001')).toEqual(attempt)
    expect(other.memory.findAttempt('A-1002')).toBeUndefined()
    other.memory.forgetAttempt('A-1001', 'key-1')
    expect(open().memory.findAttempt('A-1001')).toBeUndefined()
  })

  it('takes in what is learnt of it', () => {
    const { open } = createMemoryKit()
    const { memory } = open()
    memory.keepAttempt(attempt)
    const answered = { ...attempt, transactionId: 't-1', answered: true }
    memory.keepAttempt(answered)
    expect(open().memory.findAttempt('A-1001')).toEqual(answered)
  })

  it('is the newest of its order, whichever tab speaks last', () => {
    const { clock, open } = createMemoryKit()
    const [one, other] = [open(), open()]
    one.memory.keepAttempt(attempt)
    clock.jump(1_000)
    const newer = { ...attempt, key: 'key-2', at: clock.now() }
    other.memory.keepAttempt(newer)
    one.memory.keepAttempt({ ...attempt, answered: true })
    one.memory.forgetAttempt('A-1001', 'key-1')
    expect(one.memory.findAttempt('A-1001')).toEqual(newer)
  })

  it('makes room for the next although the clock jumped back meanwhile', () => {
    const { clock, open } = createMemoryKit()
    const { memory } = open()
    memory.keepAttempt(attempt)
    clock.jump(-60_000)
    const next = { ...attempt, key: 'key-2', at: clock.now() }
    memory.keepAttempt(next)
    expect(memory.findAttempt('A-1001')).toEqual(next)
  })

  it('stays while only other attempts and orders are forgotten', () => {
    const { open } = createMemoryKit()
    const { memory } = open()
    memory.keepAttempt(attempt)
    memory.keepAttempt({ ...attempt, orderId: 'A-1002' })
    memory.forgetAttempt('A-1001', 'key-0')
    memory.forgetAttempt('A-1002', 'key-1')
    memory.forgetAttempt('A-1003', 'key-1')
    memory.clear()
    expect(memory.findAttempt('A-1001')).toEqual(attempt)
    expect(memory.findAttempt('A-1002')).toBeUndefined()
  })

  it('is kept field by field: nothing else a caller’s object holds', () => {
    const { browser, open } = createMemoryKit()
    const channel = { ...attempt.channel, image: 'data:,', limits: { min: 1 }, code: 'blik' }
    const secrets = { code: '123456', blikCode: '123456', label: 'Jan', email: 'jan@example.pl' }
    open().memory.keepAttempt({ ...attempt, channel, ...secrets })
    expect(JSON.parse(browser.kept.get(name)!)).toEqual(attempt)
  })

  it('is forgotten, and removed, after a day', () => {
    const { browser, clock, open } = createMemoryKit()
    const { memory, discarded } = open()
    memory.keepAttempt(attempt)
    clock.jump(defaultPolicy.memoryMs)
    expect(memory.findAttempt('A-1001')).toEqual(attempt)
    clock.jump(1)
    expect(memory.findAttempt('A-1001')).toBeUndefined()
    expect(browser.kept).toHaveLength(0)
    expect(discarded).toEqual([])
  })

  it('is removed after a day also where nobody asks about its order again: whoever opens the shop does it', () => {
    const { browser, clock, open } = createMemoryKit()
    const { memory } = open()
    memory.keepAttempt(attempt)
    browser.kept.set('tillkit/1/shop2/attempt/A-1001', 'another shop’s')
    browser.kept.set('cart', 'the shop’s own')
    clock.jump(defaultPolicy.memoryMs)
    memory.keepAttempt({ ...attempt, orderId: 'A-1002', at: clock.now() })
    clock.jump(1)
    const later = open()
    later.memory.start()()
    expect([...browser.kept.keys()]).toEqual([
      'tillkit/1/shop2/attempt/A-1001',
      'cart',
      'tillkit/1/shop/attempt/A-1002',
    ])
    expect(later.discarded).toEqual([])
  })

  it.each(['full', 'blocked'] as const)('is not kept in a storage that is %s', (storage) => {
    const { browser, open } = createMemoryKit()
    browser.set({ storage })
    const { memory, discarded } = open()
    memory.keepAttempt(attempt)
    expect(memory.findAttempt('A-1001')).toBeUndefined()
    memory.forgetAttempt('A-1001', 'key-1')
    memory.keepLastUsed('blik/blik')
    expect(memory.findLastUsed()).toBeUndefined()
    expect(discarded).toEqual([])
  })

  it.each(['__proto__', 'a/b', 'reports', '\u202E', ' ', 'x'.repeat(1_000)])(
    'may be of an order named %j',
    (orderId) => {
      const { open } = createMemoryKit()
      const { memory } = open()
      memory.keepAttempt({ ...attempt, orderId })
      expect(memory.findAttempt(orderId)).toEqual({ ...attempt, orderId })
      memory.keepAttempt({ ...attempt, orderId, answered: true })
      expect(memory.findAttempt(orderId)?.answered).toBe(true)
      memory.forgetAttempt(orderId, 'key-1')
      expect(memory.findAttempt(orderId)).toBeUndefined()
    },
  )

  it.each<readonly [string, Partial<OpenAttempt>]>([
    ['an id too long to be one', { transactionId: 'x'.repeat(10_000) }],
    ['a time that is none', { at: Number.NaN }],
  ])('that couldn’t be read again, with %s, is not kept, and what was kept stays', (_, own) => {
    const { open } = createMemoryKit()
    const { memory, discarded } = open()
    memory.keepAttempt(attempt)
    memory.keepAttempt({ ...attempt, ...own })
    expect(discarded).toEqual(['storage: attempt'])
    expect(memory.findAttempt('A-1001')).toEqual(attempt)
  })

  it.each<readonly [string, string]>([
    ['nothing at all', ''],
    ['null', 'null'],
    ['cut off', JSON.stringify(attempt).slice(0, -1)],
    ['of another order', JSON.stringify({ ...attempt, orderId: 'A-1002' })],
    ['without a key', JSON.stringify({ ...attempt, key: undefined })],
    ['with an empty key', JSON.stringify({ ...attempt, key: '' })],
    ['whose key is a number', JSON.stringify({ ...attempt, key: 1 })],
    ['without a channel', JSON.stringify({ ...attempt, channel: undefined })],
    [
      'whose channel is two at once',
      JSON.stringify({ ...attempt, channel: { ...attempt.channel, id: 'pbl/ipko' } }),
    ],
    ['whose time is a text', JSON.stringify({ ...attempt, at: `${attempt.at}` })],
    ['that may be immediate', JSON.stringify({ ...attempt, immediate: 1 })],
    ['that may be answered', JSON.stringify({ ...attempt, answered: undefined })],
    ['with an id of 10 kB', JSON.stringify({ ...attempt, transactionId: 'x'.repeat(10_000) })],
  ])('is discarded and removed when storage holds one that is %s', (_, content) => {
    const { browser, open } = createMemoryKit()
    const { memory, discarded } = open()
    browser.kept.set(name, content)
    browser.kept.set('host/cart', 'mine')
    expect(memory.findAttempt('A-1001')).toBeUndefined()
    expect(discarded).toEqual(['storage: attempt'])
    expect([...browser.kept]).toEqual([['host/cart', 'mine']])
    memory.keepAttempt(attempt)
    expect(memory.findAttempt('A-1001')).toEqual(attempt)
    expect(discarded).toHaveLength(1)
  })

  it('from the future ends when it is further ahead than a clock that jumped back explains', () => {
    const { browser, clock, open } = createMemoryKit()
    const { memory } = open()
    memory.keepAttempt(attempt)
    clock.jump(-defaultPolicy.memoryMs)
    expect(memory.findAttempt('A-1001')).toEqual(attempt)
    clock.jump(-1)
    expect(memory.findAttempt('A-1001')).toBeUndefined()
    expect(browser.kept).toHaveLength(0)
  })
})

describe('the channel used last', () => {
  it('is known after a reload, and in every tab', () => {
    const { open } = createMemoryKit()
    const { memory } = open()
    expect(memory.findLastUsed()).toBeUndefined()
    memory.keepLastUsed('pbl/mtransfer')
    memory.keepLastUsed('blik/blik')
    expect(open().memory.findLastUsed()).toBe('blik/blik')
  })

  it.each(['', 'blik', '/blik', `blik/${'x'.repeat(10_000)}`])('is discarded when it is %j', (content) => {
    const { browser, open } = createMemoryKit()
    const { memory, discarded } = open()
    browser.kept.set('tillkit/1/shop/last-used', content)
    expect(memory.findLastUsed()).toBeUndefined()
    expect(memory.findLastUsed()).toBeUndefined()
    expect(discarded).toEqual(['storage: last used'])
    expect(browser.kept).toHaveLength(0)
  })
})
