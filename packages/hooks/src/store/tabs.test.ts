import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrowserTabs } from './tabs.ts'

const browserTabs = createBrowserTabs()

const forbid = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

/** As another tab would. */
const tell = (channel: Pick<BroadcastChannel, 'postMessage'>, message: unknown): void =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  channel.postMessage(message)

/** Names differ from test to test, so that no channel of another test is heard. */
let name = ''
let names = 0
beforeEach(() => {
  name = `name-${(names += 1)}`
})

describe('what a browser keeps', () => {
  beforeEach(() => localStorage.clear())

  it('is read again, replaced and removed', () => {
    expect(browserTabs.read(name)).toBeUndefined()
    browserTabs.write(name, 'one')
    browserTabs.write(name, 'two')
    expect(localStorage.getItem(name)).toBe('two')
    expect(browserTabs.read(name)).toBe('two')
    browserTabs.write(name, undefined)
    expect(localStorage).toHaveLength(0)
    expect(browserTabs.read(name)).toBeUndefined()
  })

  it('has names, the shop’s own among them', () => {
    localStorage.setItem('cart', '1')
    browserTabs.write(name, 'one')
    expect(browserTabs.names().toSorted()).toEqual(['cart', name])
  })

  it('may be an empty text', () => {
    browserTabs.write(name, '')
    expect(browserTabs.read(name)).toBe('')
  })

  it.each([
    ['is missing', () => vi.stubGlobal('localStorage', undefined)],
    ['is null, as where a setting switches it off', () => vi.stubGlobal('localStorage', null)],
    ['is forbidden', () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(forbid)],
    [
      'throws whatever is asked',
      () => vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid, removeItem: forbid }),
    ],
  ])('is nothing where storage %s', (_, breakIt) => {
    breakIt()
    expect(browserTabs.write(name, 'text')).toBeUndefined()
    expect(browserTabs.read(name)).toBeUndefined()
    expect(browserTabs.write(name, undefined)).toBeUndefined()
    expect(browserTabs.names()).not.toContain(name)
  })

  it('stays as it was where storage is full', () => {
    browserTabs.write(name, 'one')
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    })
    browserTabs.write(name, 'two')
    expect(browserTabs.read(name)).toBe('one')
    browserTabs.write(name, undefined)
    expect(browserTabs.read(name)).toBeUndefined()
  })
})

describe('what tabs say', () => {
  /** Every channel that is open, in place of the browser's. */
  let channels: Channel[] = []
  class Channel {
    readonly name: string
    onmessage: ((event: { readonly data: unknown }) => void) | undefined
    constructor(name: string) {
      this.name = name
      channels.push(this)
    }
    postMessage(data: unknown): void {
      if (typeof data === 'function') throw new DOMException('It could not be cloned.', 'DataCloneError')
      for (const other of channels)
        if (other !== this && other.name === this.name) other.onmessage?.({ data })
    }
    close(): void {
      channels = channels.filter((each) => each !== this)
    }
  }
  beforeEach(() => {
    channels = []
    vi.stubGlobal('BroadcastChannel', Channel)
  })

  const openOther = (heard: unknown[] = []): Channel => {
    const other = new Channel(name)
    other.onmessage = ({ data }) => heard.push(data)
    return other
  }

  it('is heard under its name alone, until listening stops', () => {
    const heard: unknown[] = []
    const stop = browserTabs.listen(name, (message) => heard.push(message))
    const other = openOther()
    tell(other, { one: 1 })
    tell(new Channel(`${name}-other`), 'foreign')
    expect(heard).toEqual([{ one: 1 }])
    stop()
    tell(other, 'late')
    expect(heard).toHaveLength(1)
  })

  it('reaches the other tabs and not the one that says it', () => {
    const [heard, said]: [unknown[], unknown[]] = [[], []]
    const stop = browserTabs.listen(name, (message) => said.push(message))
    openOther(heard)
    browserTabs.post(name, 'one')
    browserTabs.post(name, 'two')
    expect(heard).toEqual(['one', 'two'])
    expect(said).toEqual([])
    stop()
  })

  it('takes one channel however often a name is listened to, and none when nobody listens any more', () => {
    const heard: string[] = []
    const stops = [
      browserTabs.listen(name, () => heard.push('first')),
      browserTabs.listen(name, () => heard.push('second')),
    ]
    browserTabs.post(name, 'text')
    expect(channels).toHaveLength(1)
    const other = openOther()
    tell(other, 'text')
    expect(heard).toEqual(['first', 'second'])
    stops[0]!()
    tell(other, 'text')
    expect(heard).toEqual(['first', 'second', 'second'])
    stops[1]!()
    expect(channels).toEqual([other])
  })

  it('is still heard by a second listener after the first has stopped twice', () => {
    const stop = browserTabs.listen(name, () => undefined)
    stop()
    const heard: unknown[] = []
    const stopSecond = browserTabs.listen(name, (message) => heard.push(message))
    stop()
    tell(openOther(), 'text')
    browserTabs.post(name, 'own')
    expect(heard).toEqual(['text'])
    stopSecond()
  })

  it('needs no listener, and leaves no channel behind then', () => {
    const heard: unknown[] = []
    const other = openOther(heard)
    browserTabs.post(name, 'text')
    expect(heard).toEqual(['text'])
    browserTabs.post(name, () => 'no copy of this')
    expect(heard).toHaveLength(1)
    expect(channels).toEqual([other])
  })

  it('is not heard by a page that is kept for Back, and heard again when it is shown', () => {
    const heard: unknown[] = []
    const stop = browserTabs.listen(name, (message) => heard.push(message))
    window.dispatchEvent(new Event('pageshow'))
    expect(channels).toHaveLength(1)
    window.dispatchEvent(new Event('pagehide'))
    expect(channels).toHaveLength(0)
    const other = openOther()
    tell(other, 'while away')
    browserTabs.post(name, 'on leaving')
    expect(channels).toEqual([other])
    window.dispatchEvent(new Event('pageshow'))
    tell(other, 'back')
    expect(heard).toEqual(['back'])
    stop()
    window.dispatchEvent(new Event('pageshow'))
    expect(channels).toEqual([other])
  })

  it('leaves nothing on the page', () => {
    const listeners: string[] = []
    vi.spyOn(window, 'addEventListener').mockImplementation((type) => listeners.push(type))
    vi.spyOn(window, 'removeEventListener').mockImplementation((type) => {
      listeners.splice(listeners.indexOf(type), 1)
    })
    const stop = browserTabs.listen(name, () => undefined)
    expect(listeners).toEqual(['pageshow', 'pagehide'])
    stop()
    expect(listeners).toEqual([])
  })

  it.each([
    ['no channels', undefined],
    ['channels it forbids', forbid],
  ])('reaches nobody in a browser with %s', (_, broken) => {
    vi.stubGlobal('BroadcastChannel', broken)
    const heard: unknown[] = []
    const stop = browserTabs.listen(name, (message) => heard.push(message))
    browserTabs.post(name, 'text')
    window.dispatchEvent(new Event('pagehide'))
    window.dispatchEvent(new Event('pageshow'))
    stop()
    expect(heard).toEqual([])
  })

  it('goes through the real thing', async () => {
    vi.unstubAllGlobals()
    const other = new BroadcastChannel(name)
    const heard = new Promise((resolve) => {
      other.onmessage = (event: MessageEvent<unknown>) => {
        resolve(event.data)
        tell(other, { answer: 1 })
      }
    })
    const answer = new Promise((resolve) => {
      const stop = browserTabs.listen(name, (message) => {
        stop()
        resolve(message)
      })
    })
    browserTabs.post(name, { question: 1 })
    expect(await heard).toEqual({ question: 1 })
    expect(await answer).toEqual({ answer: 1 })
    other.close()
  })
})

describe('taking turns', () => {
  const setLocks = (locks: unknown): void =>
    void Object.defineProperty(window.navigator, 'locks', { value: locks, configurable: true })
  afterEach(() => Reflect.deleteProperty(window.navigator, 'locks'))

  const failing = (): Promise<never> => Promise.reject(new Error('its own'))

  it('waits until the lock is granted, and holds it while it runs', async () => {
    const log: string[] = []
    let grant: (() => Promise<unknown>) | undefined
    setLocks({
      request: (asked: string, _: LockOptions, run: () => Promise<unknown>) =>
        new Promise((resolve) => {
          log.push(`asks for ${asked}`)
          grant = () => run().then(resolve)
        }),
    })
    let end: ((value: number) => void) | undefined
    const run = (): Promise<number> => {
      log.push('runs')
      return new Promise((resolve) => {
        end = resolve
      })
    }
    const turn = browserTabs.exclusively('a turn', run)
    await Promise.resolve()
    expect(log).toEqual(['asks for a turn'])
    const released = grant!().then(() => log.push('released'))
    await vi.waitUntil(() => end)
    expect(log).toEqual(['asks for a turn', 'runs'])
    end!(7)
    expect(await turn).toBe(7)
    await released
    expect(log).toEqual(['asks for a turn', 'runs', 'released'])
  })

  it('waits no longer than its patience', async () => {
    setLocks({
      request: (_name: string, { signal }: LockOptions) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    const patience = new AbortController()
    const run = vi.fn(() => Promise.resolve('done'))
    const turn = browserTabs.exclusively(name, run, patience.signal)
    await Promise.resolve()
    expect(run).not.toHaveBeenCalled()
    patience.abort()
    expect(await turn).toBe('done')
    expect(run).toHaveBeenCalledOnce()
  })

  it.each([
    ['has no locks', undefined],
    ['has locks that throw', { request: forbid }],
    ['refuses the lock', { request: async () => forbid() }],
  ])('runs at once, and once, where the browser %s', async (_, locks) => {
    setLocks(locks)
    const run = vi.fn(() => Promise.resolve('done'))
    expect(await browserTabs.exclusively(name, run)).toBe('done')
    expect(run).toHaveBeenCalledTimes(1)
    await expect(browserTabs.exclusively(name, failing)).rejects.toThrow('its own')
  })

  it('rejects as what it runs does, and runs it once', async () => {
    setLocks({ request: (_name: string, _: LockOptions, run: () => Promise<unknown>) => run() })
    const rejecting = vi.fn(failing)
    await expect(browserTabs.exclusively(name, rejecting)).rejects.toThrow('its own')
    expect(rejecting).toHaveBeenCalledTimes(1)
    const throwing = vi.fn((): Promise<never> => {
      throw new Error('at once')
    })
    await expect(browserTabs.exclusively(name, throwing)).rejects.toThrow('at once')
    expect(throwing).toHaveBeenCalledTimes(1)
  })

  it('goes on with what runs already when the lock is taken away', async () => {
    let end: ((value: string) => void) | undefined
    const run = vi.fn(
      () =>
        new Promise<string>((resolve) => {
          end = resolve
        }),
    )
    setLocks({
      request: async (_: string, granted: () => Promise<unknown>) => {
        void granted()
        await vi.waitUntil(() => end)
        throw new DOMException('Stolen.', 'AbortError')
      },
    })
    const turn = browserTabs.exclusively(name, run)
    await vi.waitUntil(() => end)
    end!('done')
    expect(await turn).toBe('done')
    expect(run).toHaveBeenCalledTimes(1)
  })
})
