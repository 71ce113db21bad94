import type { Clock } from '@tillkit/core'
import { createSettlingClock, type FakeClock } from '../../src/testing/fake-clock.ts'

/** The time of a whole world: its servers read it, and its machines read it with an error of their own. */
export interface WorldClock extends FakeClock {
  /** Lets everything run that waits for no time to pass. */
  settle(): Promise<void>
  /** Counts the times everything had come to rest. */
  turn(): number
  end(): void
}

/** @param isBusy whether something runs outside of the event loop, so that its turn can't be waited for */
export function createWorldClock(isBusy: () => boolean): WorldClock {
  let turn = 0
  const turns = createTurns()

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = isBusy() ? 0 : quiet + 1) await turns.next()
    turn += 1
  }

  const clock = createSettlingClock(Date.UTC(2026, 10, 22, 14, 0), settle)
  return { ...clock, settle, turn: () => turn, end: turns.end }
}

function createTurns() {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  return {
    next: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve)
        port2.postMessage(undefined)
      }),
    end: () => port1.close(),
  }
}

/** A machine's clock may be wrong, for all pages on it. */
export interface Machine {
  offsetMs: number
}

/** The clock of one page: it stands still with the page, and dies with it. */
export interface PageClock extends Clock {
  /** The browser keeps the page, but nothing on it runs. */
  freeze(): void
  thaw(): void
  kill(): void
  /** Resolves while the page runs; of a dead one never. */
  awake(): Promise<void>
  timers(): number
}

export function createPageClock(world: WorldClock, machine: Machine): PageClock {
  let state: 'runs' | 'frozen' | 'dead' = 'runs'
  const armed = new Set<() => void>()
  let late: (() => void)[] = []

  /** What falls due while the page is kept happens when it is shown again. */
  const when = (run: () => void): void => {
    if (state === 'runs') run()
    else if (state === 'frozen') late.push(run)
  }

  return {
    now: () => world.now() + machine.offsetMs,
    setTimer: (run, ms) => {
      if (state === 'dead') return () => undefined
      const fire = (): void => when(() => armed.delete(stop) && run())
      const cancel = world.setTimer(fire, ms)
      const stop = (): void => {
        armed.delete(stop)
        cancel()
      }
      armed.add(stop)
      return stop
    },
    freeze: () => {
      if (state === 'runs') state = 'frozen'
    },
    thaw: () => {
      if (state !== 'frozen') return
      state = 'runs'
      for (const run of late.splice(0)) run()
    },
    kill: () => {
      state = 'dead'
      late = []
      for (const stop of armed) stop()
    },
    awake: () => new Promise((resolve) => when(resolve)),
    timers: () => armed.size,
  }
}

/** Counts what Node's cryptography does in threads of its own; returns how much is under way, and what mends it. */
export function watchCryptography(): { readonly isBusy: () => boolean; readonly stop: () => void } {
  let underWay = 0
  const names = ['digest', 'importKey', 'sign'] as const
  for (const name of names) {
    const own = crypto.subtle[name].bind(crypto.subtle) as (...words: unknown[]) => Promise<unknown>
    const counted = (...words: unknown[]): Promise<unknown> => {
      underWay += 1
      return own(...words).finally(() => {
        underWay -= 1
      })
    }
    Object.defineProperty(crypto.subtle, name, { configurable: true, value: counted })
  }
  return {
    isBusy: () => underWay > 0,
    stop: () => {
      for (const name of names) Reflect.deleteProperty(crypto.subtle, name)
    },
  }
}
