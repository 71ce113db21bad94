import { capMs, restsUntil, tellChannel, tellGateway, type GatewayLife, type Word } from './rests.ts'

/*
 * Who can know what. A page knows what it was answered, what it heard from other tabs, and what storage held when it looked.
 * Where it isn't certain that something arrived, both are possible, and only what holds either way is demanded.
 */

export type PageId = number

interface Entry {
  readonly subject: string
  readonly word: Word
  readonly by: PageId
  /** By page: the turn at which it heard of this. */
  readonly heard: Map<PageId, number>
  isKept: boolean
  /** Whether it counts at all is certain. */
  readonly isSure: boolean
}

/** After the clock jumped back: of what was known only bounds are left. */
interface Blur {
  /** For pages that lived through it: still rests until; back by. */
  floors: ReadonlyMap<PageId, number>
  ceilings: ReadonlyMap<PageId, number>
  /** For all others: back by. */
  until: number
}

export type Verdict = 'rests' | 'free' | 'unknown'

export const gateway = 'imoje'

/** How pages can learn from each other at this moment. */
export interface Ways {
  /** Counts the times everything had come to rest: by the next one messages have arrived. */
  turn(): number
  /** Who hears what others say. */
  hears(): readonly PageId[]
  storage(): 'works' | 'full' | 'blocked'
}

export interface Knowledge {
  /** A page looks at what is kept. */
  recall(page: PageId): void
  /** What was kept is lost. */
  spoil(): void
  learn(subject: string, by: PageId, word: Word, isSure?: boolean): void
  /** Whether a channel rests, as far as a page must know. @param listAsOfs how fresh its list may be */
  channel(page: PageId, id: string, now: number, listAsOfs: readonly number[]): Verdict
  /** All that imoje as a whole may be to a page. @param looksUp it has just looked at what is kept */
  gateways(page: PageId, looksUp?: boolean): readonly GatewayLife[] | undefined
  /** Whether a page must hold imoje for away, whatever else it may know. */
  isAway(page: PageId, now: number): Verdict
  /** The machine's clock was set back. @param live the pages that lived through it */
  jumpBack(before: number, after: number, live: readonly PageId[]): void
  /** It was set ahead: perhaps only to where it was before it was set back, which nobody may have noticed. */
  jumpAhead(byMs: number): void
}

/** More unknowns than this, and nothing is demanded. */
const mostUnknowns = 6

export function createKnowledge(ways: Ways): Knowledge {
  let entries: Entry[] = []
  const blurs = new Map<string, Blur>()

  /** Every set of words that a page may know of something; nothing where there are too many. */
  function possible(
    page: PageId,
    subject: string,
    looksUp = false,
  ): readonly (readonly Word[])[] | undefined {
    const about = entries.filter((entry) => entry.subject === subject)
    const sure: Word[] = []
    let sets: (readonly Word[])[] = [[]]
    const isCertain = ({ by, heard, isKept, isSure }: Entry): boolean =>
      isSure && (by === page || (heard.get(page) ?? Infinity) < ways.turn() || (looksUp && isKept))
    const open = about.filter((entry) => !isCertain(entry))
    if (open.length > mostUnknowns || hasTies(about)) return undefined
    for (const entry of about) if (isCertain(entry)) sure.push(entry.word)
    for (const { word } of open) sets = sets.flatMap((set) => [set, [...set, word]])
    return sets.map((set) => [...sure, ...set])
  }

  /** When a page may be done with something at the earliest, `-Infinity` if it may be already. */
  function endOf(page: PageId, subject: string): number {
    const ends = possible(page, subject)?.map((words) => {
      if (subject !== gateway) return restsUntil(tellChannel(words), Infinity)
      const life = tellGateway(words)
      return life.is === 'away' ? life.checkAt : -Infinity
    })
    return Math.min(Infinity, ...(ends ?? [-Infinity]))
  }

  function blurred(page: PageId, subject: string, now: number): Verdict | undefined {
    const blur = blurs.get(subject)
    if (!blur) return undefined
    if (now < (blur.floors.get(page) ?? -Infinity)) return 'rests'
    return now >= (blur.ceilings.get(page) ?? blur.until) && subject !== gateway ? 'free' : 'unknown'
  }

  return {
    recall: (page) => {
      if (ways.storage() === 'blocked') return
      for (const { isKept, heard } of entries) if (isKept) heard.set(page, -1)
    },
    spoil: () => {
      for (const entry of entries) entry.isKept = false
    },
    learn: (subject, by, word, isSure = true) => {
      const blur = blurs.get(subject)
      if (blur) {
        // What follows is folded over what isn't known.
        blur.ceilings = new Map()
        if (word.says === 'well' || word.says === 'up') blur.floors = new Map()
        blur.until = Math.max(blur.until, word.at + capMs)
        return
      }
      const heard = new Map(ways.hears().map((page) => [page, ways.turn()]))
      entries.push({ subject, word, by, heard, isSure, isKept: ways.storage() === 'works' })
    },
    channel: (page, id, now, listAsOfs) =>
      blurred(page, id, now) ??
      judge(
        possible(page, id)
          ?.map(tellChannel)
          .flatMap((life) => listAsOfs.map((asOf) => now < restsUntil(life, asOf))),
      ),
    gateways: (page, looksUp) =>
      blurs.has(gateway) ? undefined : possible(page, gateway, looksUp)?.map(tellGateway),
    isAway: (page, now) =>
      blurred(page, gateway, now) ??
      judge(possible(page, gateway)?.map((words) => tellGateway(words).is === 'away')),
    jumpBack: (before, after, live) => {
      const shift = after - before
      const ceilings = new Map(live.map((page) => [page, after + capMs]))
      for (const [subject, blur] of blurs) {
        const floors = new Map([...blur.floors].map(([page, at]) => [page, at + shift]))
        blurs.set(subject, { floors, ceilings, until: blur.until })
      }
      for (const subject of new Set(entries.map((entry) => entry.subject))) {
        const floors = new Map(live.map((page) => [page, endOf(page, subject) + shift]))
        const ats = entries.flatMap((entry) => (entry.subject === subject ? [entry.word.at] : []))
        blurs.set(subject, { floors, ceilings, until: Math.max(after, ...ats) + capMs })
      }
      entries = []
    },
    jumpAhead: (byMs) => {
      for (const [subject, { floors, ceilings, until }] of blurs) {
        const later = new Map([...ceilings].map(([page, at]) => [page, at + byMs]))
        blurs.set(subject, { floors, ceilings: later, until: until + byMs })
      }
    },
  }
}

/** Two words of the same moment have no order that could be known. */
const hasTies = (about: readonly Entry[]): boolean =>
  new Set(about.map(({ word }) => word.at)).size < about.length

function judge(each: readonly boolean[] | undefined): Verdict {
  if (!each) return 'unknown'
  return each.every(Boolean) ? 'rests' : each.some(Boolean) ? 'unknown' : 'free'
}
