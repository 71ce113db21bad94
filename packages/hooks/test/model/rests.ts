/*
 * What imoje's answers add up to, told from the rules (§1–§4) as plainly as they can be said, with nothing of the sources.
 * Every question re-tells a whole life. Times are epoch milliseconds on the shopper's machine.
 */

const SECOND = 1_000
const MINUTE = 60 * SECOND

export const coolDownsMs: readonly number[] = [5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE]
export const capMs = 30 * MINUTE
const quietMs = 30 * MINUTE
const refusedAtLeastMs = 30 * SECOND
const refusedAtMostMs = 5 * MINUTE
const holdMs = 5 * MINUTE

/** One thing that somebody has learnt of a channel, or of imoje as a whole. */
export interface Word {
  /** Of a channel: `failed`, `refused`, `well`. Of imoje as a whole: `down`, `up`, `silent` (it was asked, and said nothing). */
  readonly says: 'failed' | 'refused' | 'well' | 'down' | 'up' | 'silent'
  readonly sentAt: number
  readonly at: number
  /** Of `up`: how fresh the word is, where a cache may have said it. */
  readonly asOf?: number
  readonly retryAfterMs?: number | undefined
}

export type ChannelLife =
  | { readonly is: 'well' }
  | { readonly is: 'resting'; readonly trip: number; readonly until: number }
  | { readonly is: 'refused'; readonly trip: number; readonly since: number }

export type GatewayLife = { readonly is: 'well' } | { readonly is: 'away'; readonly checkAt: number }

const inOrder = (words: readonly Word[]): readonly Word[] => words.toSorted((a, b) => a.at - b.at)

export function tellChannel(words: readonly Word[]): ChannelLife {
  let life: ChannelLife = { is: 'well' }
  let changedAt = -Infinity
  for (const { says, sentAt, at } of inOrder(words)) {
    const trialFrom: number = trialOf(life)
    if (at >= trialFrom + quietMs) {
      life = { is: 'well' }
      changedAt = trialFrom + quietMs
    }
    if (sentAt < changedAt) continue
    const next = hear(life, says, sentAt, at)
    if (next === life) continue
    life = next
    changedAt = at
  }
  return life
}

function hear(life: ChannelLife, says: Word['says'], sentAt: number, at: number): ChannelLife {
  if (says === 'well') return life.is === 'well' ? life : { is: 'well' }
  const trip = life.is === 'well' ? 0 : life.trip
  const rest: ChannelLife = { is: 'resting', trip: trip + 1, until: at + coolDownOf(trip + 1) }
  // Sent while it rested, by somebody who hadn't heard: no trial.
  if (life.is === 'resting' && sentAt < life.until) return life
  if (says === 'failed') return rest
  if (life.is !== 'refused') return { is: 'refused', trip, since: at }
  return sentAt < life.since + refusedAtLeastMs ? life : rest
}

const coolDownOf = (trip: number): number => coolDownsMs[Math.min(trip, coolDownsMs.length) - 1] ?? capMs

const trialOf = (life: ChannelLife): number => {
  if (life.is === 'well') return Infinity
  return life.is === 'resting' ? life.until : life.since + refusedAtMostMs
}

/**
 * Until when a channel must not be offered; `-Infinity` when it may be.
 * @param listAsOf how fresh the list is that is shown, which says that the channel is online
 */
export function restsUntil(life: ChannelLife, listAsOf: number): number {
  if (life.is === 'well') return -Infinity
  if (life.is === 'resting') return life.until
  return life.since + (listAsOf >= life.since ? refusedAtLeastMs : refusedAtMostMs)
}

export function tellGateway(words: readonly Word[]): GatewayLife {
  let life: GatewayLife = { is: 'well' }
  let changedAt = -Infinity
  for (const { says, sentAt, at, asOf = sentAt, retryAfterMs } of inOrder(words)) {
    if (sentAt < changedAt) continue
    if (says === 'down') life = { is: 'away', checkAt: at + holdOf(retryAfterMs) }
    else if (life.is === 'well') continue
    else if (says === 'up' && asOf >= changedAt) life = { is: 'well' }
    // No word, or one from before the outage.
    else life = { is: 'away', checkAt: at + holdMs }
    changedAt = at
  }
  return life
}

const holdOf = (retryAfterMs: number | undefined): number =>
  retryAfterMs === undefined ? holdMs : Math.min(Math.max(retryAfterMs, 30 * SECOND), 30 * MINUTE)
