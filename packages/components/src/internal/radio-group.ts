import { inDevelopment, TillkitError, type ChannelId, type MethodId, type Order } from '@tillkit/core'
import { createContext, useContext, type FocusEvent, type KeyboardEvent } from 'react'

/** The keyboard of one group of radios. Its markup has `role="radiogroup"`; a group inside a group keeps its own radios. */
export interface RadioGroup {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: () => void
  /**
   * To be called with a radio that came, went, or changed its state.
   * @param problem why it can't stay chosen
   */
  readonly sync: (radio: HTMLInputElement, problem?: string) => void
  /** What a form around says, at the group's Tab stop, while nothing is chosen; nothing where nothing must be. */
  readonly demand: (missing: string | undefined) => void
}

/** What the rows of a group have in common. */
export interface GroupContextValue {
  readonly group: RadioGroup
  readonly choose: (channel: ChannelId) => boolean
  readonly open: (method: MethodId) => boolean
  /** Told from above: a subscription in each of hundreds of rows is dear. */
  readonly order: Order
  /** False on a server and while hydrating. */
  readonly isMounted: boolean
  /** What belongs to a row stands below all of them, not in it. */
  readonly isTiled: boolean
  /** Nothing in this picker can be paid with: no row sends to another. */
  readonly isStuck: boolean
}

export const GroupContext: React.Context<GroupContextValue | undefined> = createContext<
  GroupContextValue | undefined
>(undefined)

/** @throws TillkitError `provider-missing` */
export function useGroup(): GroupContextValue {
  const group = useContext(GroupContext)
  if (group) return group
  throw new TillkitError(
    'provider-missing',
    inDevelopment && 'A row needs <MethodList> or <ChannelList> somewhere above it.',
  )
}

/**
 * Browsers let arrow keys check radios that are only `aria-disabled`, so arrows are handled here: focus moves over all radios,
 * and only one that can be used is clicked. Tab stops and positions are set on the elements, since no single row can know them.
 */
export function createRadioGroup(): RadioGroup {
  let root: Element | null = null
  let last: HTMLInputElement | undefined
  let isDue = false
  let demanded: string | undefined
  const problems = new WeakMap<HTMLInputElement, string>()

  const radios = (): HTMLInputElement[] => {
    const all = [...(root?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
    // A look at each is dear where there are hundreds.
    const hasInner = root?.querySelector('[role=radiogroup]')
    return hasInner ? all.filter((radio) => radio.closest('[role=radiogroup]') === root) : all
  }
  const arrange = (): void => {
    isDue = false
    const all = radios()
    // While a row has focus it is the one stop, or Tab would lead from it to the chosen row instead of out.
    const stop = all.find((radio) => radio === document.activeElement) ?? findTabStop(all, last)
    const missing = all.some((radio) => radio.checked) ? undefined : demanded
    for (const [index, radio] of all.entries()) {
      radio.tabIndex = radio === stop ? 0 : -1
      radio.ariaPosInSet = `${index + 1}`
      radio.ariaSetSize = `${all.length}`
      radio.setCustomValidity(problems.get(radio) || (radio === stop && missing) || '')
    }
  }
  // Rows come by the dozen, and one look at all of them does for all.
  const arrangeSoon = (): void => {
    if (!isDue) queueMicrotask(arrange)
    isDue = true
  }

  return {
    sync: (radio, problem = '') => {
      if (!root?.contains(radio)) root = radio.closest('[role=radiogroup]') ?? root
      problems.set(radio, problem)
      arrangeSoon()
    },
    demand: (missing) => {
      demanded = missing
      arrangeSoon()
    },
    onFocus: (event) => {
      last = radios().find((radio) => radio === event.target) ?? last
      arrange()
    },
    onBlur: arrange,
    onKeyDown: (event) => {
      const isRtl = root !== null && getComputedStyle(root).direction === 'rtl'
      const all = radios()
      const from = all.findIndex((radio) => radio === event.target)
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      if (from < 0 || !isPlain) return
      const to = event.key === 'Enter' ? from : nextIndex(event.key, from, all.length, isRtl)
      const radio = to === undefined ? undefined : all[to]
      if (!radio) return
      // Enter would otherwise submit the form around the picker.
      event.preventDefault()
      radio.focus()
      if (isUsable(radio)) radio.click()
    },
  }
}

/** Where an arrow key leads from `index`, around the ends; nothing for any other key. */
export function nextIndex(key: string, index: number, count: number, isRtl = false): number | undefined {
  const forward = key === 'ArrowDown' || key === (isRtl ? 'ArrowLeft' : 'ArrowRight')
  const back = key === 'ArrowUp' || key === (isRtl ? 'ArrowRight' : 'ArrowLeft')
  return forward || back ? (index + (forward ? 1 : count - 1)) % count : undefined
}

/** A group's one Tab stop: the chosen radio, else the last focused, else the first that can be used, else the first. */
export function findTabStop(
  radios: readonly HTMLInputElement[],
  last: HTMLInputElement | undefined,
): HTMLInputElement | undefined {
  return (
    radios.find((radio) => radio.checked) ??
    radios.find((radio) => radio === last) ??
    radios.find(isUsable) ??
    radios[0]
  )
}

const isUsable = (radio: HTMLInputElement): boolean => radio.ariaDisabled !== 'true'
