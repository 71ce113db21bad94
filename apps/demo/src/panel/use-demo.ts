import { systemClock } from '@tillkit/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DemoClock } from '../../shared/demo-clock.ts'
import type { DemoState } from '../../shared/shop-wire.ts'
import { demoApi } from './demo-api.ts'

export interface Demo {
  /** Nothing until the first answer. */
  readonly state: DemoState | undefined
  readonly isLost: boolean
  /** Sends a change and shows what came of it. */
  readonly run: (change: () => Promise<DemoState>) => void
}

const pollMs = 2_000

/** The imitation's state, read again and again for as long as the panel is open. */
export function useDemo(clock: DemoClock): Demo {
  const [state, setState] = useState<DemoState>()
  const [isLost, setIsLost] = useState(false)

  const asked = useRef(0)
  const shown = useRef(0)

  const follow = async (ask: () => Promise<DemoState>): Promise<void> => {
    asked.current += 1
    const turn = asked.current
    try {
      const next = await ask()
      // A poll that left before a change may come after its answer: it would turn the clock back.
      if (turn < shown.current) return
      shown.current = turn
      setState(next)
      setIsLost(false)
      if (next.clockOffsetMs !== clock.offsetMs) clock.jumpTo(next.clockOffsetMs)
    } catch {
      setIsLost(true)
    }
  }

  const poll = useEffectEvent(() => follow(demoApi.readState))
  useEffect(() => {
    let cancel: (() => void) | undefined
    let isOver = false
    const again = async (): Promise<void> => {
      await poll()
      if (!isOver) cancel = systemClock.setTimer(() => void again(), pollMs)
    }
    void again()
    return () => {
      isOver = true
      cancel?.()
    }
  }, [])

  return { state, isLost, run: (change) => void follow(change) }
}
