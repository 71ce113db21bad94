import type { KeyboardEvent, FocusEvent } from 'react'

/** The keyboard of one group of radios. Its markup has `role="radiogroup"`; a group inside a group keeps its own radios. */
export interface RadioGroup {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  /** To be called with a radio that came, went, or changed its state. */
  readonly sync: (radio: HTMLInputElement) => void
}

/**
 * Browsers let arrow keys check radios that are only `aria-disabled`, so arrows are handled here: focus moves over all radios,
 * and only one that can be used is clicked. Tab stops are set on the elements, since no single row can know where the one is.
 */
export function createRadioGroup(): RadioGroup {
  let root: Element | null = null
  let last: HTMLInputElement | undefined

  const radios = (): HTMLInputElement[] =>
    [...(root?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])].filter(
      (radio) => radio.closest('[role=radiogroup]') === root,
    )
  const sync = (radio: HTMLInputElement): void => {
    root = radio.closest('[role=radiogroup]') ?? root
    const all = radios()
    const stop = findTabStop(all, last)
    for (const each of all) each.tabIndex = each === stop ? 0 : -1
  }

  return {
    sync,
    onFocus: (event) => {
      const focused = radios().find((radio) => radio === event.target)
      if (!focused) return
      last = focused
      sync(focused)
    },
    onKeyDown: (event) => {
      const all = radios()
      const from = all.findIndex((radio) => radio === event.target)
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      if (from < 0 || !isPlain) return
      const isRtl = root !== null && getComputedStyle(root).direction === 'rtl'
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
