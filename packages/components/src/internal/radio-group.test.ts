import { describe, expect, it } from 'vitest'
import { findTabStop, nextIndex } from './radio-group.ts'

describe('nextIndex', () => {
  it.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowRight', 0, 3, 1],
    ['ArrowUp', 1, 3, 0],
    ['ArrowLeft', 1, 3, 0],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 0, 3, 2],
    ['ArrowDown', 0, 1, 0],
    ['Tab', 0, 3, undefined],
    ['Up', 1, 3, undefined],
    ['a', 0, 3, undefined],
  ])('leads by %s from %i of %i to %s', (key, index, count, to) => {
    expect(nextIndex(key, index, count)).toBe(to)
  })

  it('mirrors left and right, not up and down, from right to left', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp']
    expect(keys.map((key) => nextIndex(key, 1, 3, true))).toEqual([2, 0, 2, 0])
  })
})

describe('findTabStop', () => {
  const radio = (state: 'checked' | 'usable' | 'resting'): HTMLInputElement => {
    const input = document.createElement('input')
    input.type = 'radio'
    input.checked = state === 'checked'
    if (state === 'resting') input.ariaDisabled = 'true'
    return input
  }

  it('is the chosen one', () => {
    const [a, b, c] = [radio('usable'), radio('usable'), radio('checked')]
    expect(findTabStop([a, b, c], b)).toBe(c)
  })

  it('is else the last focused, even one that rests', () => {
    const [a, b] = [radio('usable'), radio('resting')]
    expect(findTabStop([a, b], b)).toBe(b)
  })

  it('is else the first that can be used, also when the last focused is gone', () => {
    const [a, b, gone] = [radio('resting'), radio('usable'), radio('usable')]
    expect(findTabStop([a, b], gone)).toBe(b)
  })

  it('is else the first', () => {
    const [a, b] = [radio('resting'), radio('resting')]
    expect(findTabStop([a, b], undefined)).toBe(a)
  })
})
