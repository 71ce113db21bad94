import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'
import { createTicker, type Ticker } from './ticker.ts'

const start = Date.UTC(2026, 10, 22, 14, 0)
const longest = 2_147_483_647
let ticker: Ticker

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  ticker = createTicker(systemClock)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the ticker', () => {
  it('arms one timer at most, for the earliest moment anybody waits for', () => {
    const order: string[] = []
    ticker.waitUntil(start + 300, () => order.push('third'))
    ticker.waitUntil(start + 100, () => order.push('first'))
    ticker.waitUntil(start + 200, () => order.push('second'))
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(99)
    expect(order).toEqual([])
    vi.advanceTimersByTime(1)
    expect(order).toEqual(['first'])
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(200)
    expect(order).toEqual(['first', 'second', 'third'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves its timer alone while the earliest moment stays', () => {
    const setTimer = vi.spyOn(systemClock, 'setTimer')
    ticker.waitUntil(start + 100, () => {})
    const stop = ticker.waitUntil(start + 200, () => {})
    ticker.waitUntil(start + 100, () => {})
    stop()
    expect(setTimer).toHaveBeenCalledOnce()
  })

  it('runs all who wait for one moment, each once', () => {
    const [one, other] = [vi.fn(), vi.fn()]
    ticker.waitUntil(start + 100, one)
    ticker.waitUntil(start + 100, other)
    vi.advanceTimersByTime(1_000)
    expect(one).toHaveBeenCalledOnce()
    expect(other).toHaveBeenCalledOnce()
  })

  it('keeps apart two waits with the same moment and function', () => {
    const run = vi.fn()
    ticker.waitUntil(start + 100, run)
    ticker.waitUntil(start + 100, run)
    vi.advanceTimersByTime(100)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('arms nothing while nobody waits, and nothing any more once all have stopped', () => {
    expect(vi.getTimerCount()).toBe(0)
    const run = vi.fn()
    const stops = [100, 200].map((ms) => ticker.waitUntil(start + ms, run))
    stops[0]?.()
    expect(vi.getTimerCount()).toBe(1)
    stops[1]?.()
    stops[1]?.()
    expect(vi.getTimerCount()).toBe(0)
    vi.advanceTimersByTime(1_000)
    expect(run).not.toHaveBeenCalled()
  })

  it('waits for the next when the earliest stops', () => {
    const [early, late] = [vi.fn(), vi.fn()]
    const stop = ticker.waitUntil(start + 100, early)
    ticker.waitUntil(start + 200, late)
    stop()
    vi.advanceTimersByTime(199)
    expect(late).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(late).toHaveBeenCalledOnce()
    expect(early).not.toHaveBeenCalled()
  })

  it('lets whoever runs wait again, or stop another', () => {
    const seen: number[] = []
    const wait = () => {
      seen.push(Date.now() - start)
      if (seen.length < 3) ticker.waitUntil(Date.now() + 50, wait)
    }
    ticker.waitUntil(start + 50, wait)
    const later = vi.fn()
    const stop = ticker.waitUntil(start + 1_000, later)
    ticker.waitUntil(start + 60, stop)
    vi.advanceTimersByTime(2_000)
    expect(seen).toEqual([50, 100, 150])
    expect(later).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not run a wait that was stopped by another of the same moment', () => {
    const second = vi.fn()
    const stops: (() => void)[] = []
    ticker.waitUntil(start + 100, () => stops[0]?.())
    stops.push(ticker.waitUntil(start + 100, second))
    vi.advanceTimersByTime(100)
    expect(second).not.toHaveBeenCalled()
  })

  it('runs soon what is due already', () => {
    const run = vi.fn()
    ticker.waitUntil(start - 5_000, run)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledOnce()
  })

  it('has everybody look again when its timer comes early, for then the clock was set back', () => {
    const seen: string[] = []
    ticker.waitUntil(start + 100, () => {
      seen.push('first')
      ticker.waitUntil(start + 80, () => seen.push('first again'))
    })
    ticker.waitUntil(start + 200, () => seen.push('second'))
    vi.setSystemTime(start - 50) // the timer's own time goes on
    vi.advanceTimersByTime(99)
    expect(seen).toEqual([])
    vi.advanceTimersByTime(1)
    expect(seen).toEqual(['first', 'second'])
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(30)
    expect(seen).toEqual(['first', 'second', 'first again'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('has everybody look again after the longest timer there is', () => {
    const run = vi.fn()
    ticker.waitUntil(start + longest + 10_000, run)
    vi.advanceTimersByTime(longest - 1)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('check()', () => {
  it('runs what became due in a jump, without waiting for the timer', () => {
    const [due, later] = [vi.fn(), vi.fn()]
    ticker.waitUntil(start + 60_000, due)
    ticker.waitUntil(start + 600_000, later)
    vi.setSystemTime(start + 300_000)
    ticker.check()
    expect(due).toHaveBeenCalledOnce()
    expect(later).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(300_000)
    expect(later).toHaveBeenCalledOnce()
    expect(due).toHaveBeenCalledOnce()
  })

  it('arms the timer anew after the clock was set back', () => {
    const run = vi.fn()
    ticker.waitUntil(start + 1_000, run)
    vi.setSystemTime(start - 60_000)
    ticker.check()
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(60_999)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledOnce()
  })

  it('does nothing while nothing is due', () => {
    ticker.check()
    expect(vi.getTimerCount()).toBe(0)
    const run = vi.fn()
    ticker.waitUntil(start + 100, run)
    ticker.check()
    ticker.check()
    expect(run).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(1)
  })
})

describe("the machine's clock", () => {
  it('reads the time and cancels its timers', () => {
    const run = vi.fn()
    expect(systemClock.now()).toBe(start)
    const cancel = systemClock.setTimer(run, 100)
    systemClock.setTimer(run, -100)
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledOnce()
    cancel()
    vi.advanceTimersByTime(1_000)
    expect(run).toHaveBeenCalledOnce()
  })

  it('does not run a timer at once because it is too long', () => {
    const run = vi.fn()
    systemClock.setTimer(run, Infinity)
    vi.advanceTimersByTime(longest - 1)
    expect(run).not.toHaveBeenCalled()
  })
})
