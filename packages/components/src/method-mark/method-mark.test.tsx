import { fireEvent, render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { lettersOf, MethodMark, tintOf } from './method-mark.tsx'

describe('MethodMark', () => {
  it.each([
    ['mBank', 'mB'],
    ['Bank Millennium', 'BM'],
    ['ING Bank Śląski', 'IB'],
    ['Żabka', 'Ża'],
    ['Visa / Mastercard', 'VM'],
    ['', ''],
  ])('draws for %j the letters %j', (label, letters) => {
    expect(lettersOf(label)).toBe(letters)
  })

  it('gives a channel the same tint always, within the eight that the style sheet has', () => {
    const ids = ['pbl/mtransfer', 'pbl/ipko', 'blik/blik', 'card/ecom3ds', 'ąę/😀']
    for (const id of ids) expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(tintOf(id))
    expect(ids.map(tintOf)).toEqual(ids.map(tintOf))
    expect(new Set(ids.map(tintOf)).size).toBeGreaterThan(2)
  })

  it('falls back to letters in the same box when its image fails, and tries another image anew', () => {
    const { container, rerender } = render(
      <MethodMark of="pbl/x" label="Bank X" image="https://a.example/1.png" />,
    )
    const box = container.firstElementChild
    fireEvent.error(container.querySelector('img')!)
    expect(box?.textContent).toBe('BX')
    rerender(<MethodMark of="pbl/x" label="Bank X" image="https://a.example/2.png" />)
    expect(container.querySelector('img')?.getAttribute('src')).toBe('https://a.example/2.png')
    expect(container.firstElementChild).toBe(box)
  })

  it('says nothing to a screen reader', () => {
    const { container } = render(<MethodMark of="pbl/x" label="Bank X" />)
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
  })
})
