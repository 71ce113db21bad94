import { describe, expect, it } from 'vitest'
import { createTestBrowser, type TestBrowser, type TestTab } from './test-tabs.ts'

const openThree = (): readonly [TestBrowser, TestTab, TestTab, TestTab] => {
  const browser = createTestBrowser()
  return [browser, browser.open(), browser.open(), browser.open()]
}

/** Lets everything run that waits for nothing but its turn. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('storage of a test browser', () => {
  it('is one for all tabs, and open to the test', () => {
    const [browser, one, other] = openThree()
    one.write('name', 'text')
    expect(other.read('name')).toBe('text')
    browser.kept.set('name', 'spoilt')
    expect(one.read('name')).toBe('spoilt')
    other.write('name', undefined)
    expect(one.read('name')).toBeUndefined()
    expect(browser.kept).toHaveLength(0)
  })

  it('keeps nothing new when it is full, but lets go', () => {
    const [browser, one] = openThree()
    one.write('name', 'text')
    browser.set({ storage: 'full' })
    one.write('name', 'longer text')
    one.write('other', 'text')
    expect(one.read('name')).toBe('text')
    expect(one.read('other')).toBeUndefined()
    one.write('name', undefined)
    expect(one.read('name')).toBeUndefined()
  })

  it('has nothing when it is blocked, until it is mended', () => {
    const [browser, one] = openThree()
    one.write('name', 'text')
    browser.set({ storage: 'blocked' })
    one.write('name', undefined)
    expect(one.read('name')).toBeUndefined()
    browser.set({ storage: 'works' })
    expect(one.read('name')).toBe('text')
  })
})

describe('messages of a test browser', () => {
  it('come later, in order, as copies, to every tab but the one that posts them', async () => {
    const [, one, other, third] = openThree()
    const heard: unknown[] = []
    for (const tab of [one, other, third])
      tab.listen('name', (message) => heard.push([tab === one ? 'one' : 'other', message]))
    const message = { count: 1 }
    one.post('name', message)
    message.count = 2
    other.post('name', message)
    one.post('foreign', message)
    expect(heard).toEqual([])
    await settle()
    expect(heard).toEqual([
      ['other', { count: 1 }],
      ['other', { count: 1 }],
      ['one', { count: 2 }],
      ['other', { count: 2 }],
    ])
  })

  it('don’t come to who has stopped listening, nor where there is no channel', async () => {
    const [browser, one, other] = openThree()
    const heard: unknown[] = []
    const stop = other.listen('name', (message) => heard.push(message))
    one.post('name', 'on its way')
    stop()
    await settle()
    other.listen('name', (message) => heard.push(message))
    browser.set({ channel: false })
    one.post('name', 'unheard')
    await settle()
    browser.set({ channel: true })
    one.post('name', 'heard')
    await settle()
    expect(heard).toEqual(['heard'])
  })
})

describe('locks of a test browser', () => {
  /** Turns that end when the test says so. */
  function takeTurns(name = 'lock') {
    const log: string[] = []
    const ends = new Map<string, () => void>()
    const take = (tab: TestTab, who: string): void => {
      const run = (): Promise<void> => {
        log.push(`${who} runs`)
        return new Promise((resolve) => ends.set(who, resolve))
      }
      void tab.exclusively(name, run).then(() => log.push(`${who} is told`))
    }
    return { log, take, end: async (who: string) => (ends.get(who)?.(), settle()) }
  }

  it('let tabs run one after the other, in the order they asked', async () => {
    const [, one, other, third] = openThree()
    const { log, take, end } = takeTurns()
    take(one, 'one')
    take(other, 'other')
    take(third, 'third')
    await settle()
    expect(log).toEqual(['one runs'])
    await end('one')
    expect(log).toEqual(['one runs', 'one is told', 'other runs'])
    await end('other')
    await end('third')
    expect(log.slice(3)).toEqual(['other is told', 'third runs', 'third is told'])
  })

  it('of different names don’t wait for each other', async () => {
    const [, one, other] = openThree()
    const [first, second] = [takeTurns('first'), takeTurns('second')]
    first.take(one, 'one')
    second.take(other, 'other')
    await settle()
    expect([first.log, second.log]).toEqual([['one runs'], ['other runs']])
  })

  it('are free after a failure, which comes to who failed', async () => {
    const [, one, other] = openThree()
    await expect(one.exclusively('lock', () => Promise.reject(new Error('its own')))).rejects.toThrow(
      'its own',
    )
    expect(await other.exclusively('lock', () => Promise.resolve(7))).toBe(7)
  })

  it('are nothing to wait for where there are none', async () => {
    const [browser, one, other] = openThree()
    browser.set({ locks: false })
    const { log, take } = takeTurns()
    take(one, 'one')
    take(other, 'other')
    await settle()
    expect(log).toEqual(['one runs', 'other runs'])
  })

  it('are free when the tab that holds one dies, and it is never told', async () => {
    const [, one, other] = openThree()
    const { log, take, end } = takeTurns()
    take(one, 'one')
    take(other, 'other')
    await settle()
    one.close()
    await settle()
    expect(log).toEqual(['one runs', 'other runs'])
    await end('one')
    await end('other')
    expect(log).toEqual(['one runs', 'other runs', 'other is told'])
  })

  it('pass by a tab that died in line, and wait for who came before it', async () => {
    const [, one, other, third] = openThree()
    const { log, take, end } = takeTurns()
    take(one, 'one')
    take(other, 'other')
    take(third, 'third')
    await settle()
    other.close()
    await settle()
    expect(log).toEqual(['one runs'])
    await end('one')
    expect(log).toEqual(['one runs', 'one is told', 'third runs'])
  })
})

it('a tab that died reads, keeps, hears and says nothing, and takes no turn', async () => {
  const [browser, one, other] = openThree()
  const heard: unknown[] = []
  one.listen('name', (message) => heard.push(message))
  other.listen('name', (message) => heard.push(message))
  browser.kept.set('name', 'text')
  other.post('name', 'on its way')
  one.close()
  one.listen('name', (message) => heard.push(message))
  other.post('name', 'late')
  one.post('name', 'from beyond')
  one.write('name', 'from beyond')
  void one.exclusively('lock', () => Promise.resolve(heard.push('ran')))
  await settle()
  expect(heard).toEqual([])
  expect(one.read('name')).toBeUndefined()
  expect(other.read('name')).toBe('text')
  expect(await other.exclusively('lock', () => Promise.resolve('done'))).toBe('done')
})
