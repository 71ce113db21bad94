'use client'

import { isBlikCode } from '@tillkit/core'
import type { AttemptState } from '@tillkit/hooks'
import { useState } from 'react'

export interface UseBlikEntry {
  readonly code: string
  /** What there is to pay with: nothing where no code is asked for. */
  readonly typed: string | undefined
  readonly setCode: (code: string) => void
  /** Set while the field must say what is missing. */
  readonly missing: AttemptState | undefined
  /** Says it here, without a word to the attempt; whether anything is missing. */
  readonly ask: () => boolean
}

/**
 * The code that is typed in: kept until it was used up, or something else is chosen.
 * @param isAsked whether the field is there
 */
export function useBlikEntry(state: AttemptState, isAsked: boolean): UseBlikEntry {
  const [held, setHeld] = useState<Held>({ state, code: '' })
  const isUsedUp = held.state !== state && usesUp(state)
  const isLeft = !isAsked && (held.code !== '' || held.missing !== undefined)
  if (isUsedUp || isLeft) setHeld({ state, code: '' })
  else if (held.state !== state) setHeld({ ...held, state })
  const blocked = state.status === 'blocked' && state.because === 'blik-code' ? state : undefined
  return {
    code: held.code,
    typed: isAsked ? held.code : undefined,
    setCode: (code) => setHeld({ state, code }),
    missing: isAsked ? (held.missing ?? blocked) : undefined,
    ask: () => {
      const isMissing = isAsked && !isBlikCode(held.code)
      if (isMissing) setHeld({ ...held, missing: { status: 'blocked', because: 'blik-code' } })
      return isMissing
    },
  }
}

interface Held {
  /** The attempt when it was last looked at. */
  readonly state: AttemptState
  readonly code: string
  readonly missing?: AttemptState
}

/** A code is good for one payment; one that never got to imoje can be sent again. */
function usesUp(state: AttemptState): boolean {
  if (state.status === 'failed') return state.decline !== undefined || state.end === 'unknown'
  return !['idle', 'blocked', 'starting'].includes(state.status)
}
