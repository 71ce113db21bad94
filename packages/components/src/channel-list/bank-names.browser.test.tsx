import '@fontsource/inter/500.css'
import { afterEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles/index.css'
import { createTestPicker, rowsWithManyBanks } from '../testing/create-test-picker.tsx'

afterEach(() => {
  for (const page of document.querySelectorAll('main')) page.remove()
})

/** The words of the banks' names that stand on more than one line. */
function findBroken(page: Element): readonly string[] {
  return [...page.querySelectorAll('.till-channel .till-row__name')].flatMap((name) => {
    const text = name.firstChild ?? expect.fail('a bank has no name')
    return [...(text.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      return range.getClientRects().length > 1 ? word : []
    })
  })
}

it.each([280, 360, 400, 620])(
  'no word of a bank is broken in %i px, whether imoje is there or away',
  async (width) => {
    await Promise.all([...document.fonts].map((face) => face.load()))
    const { ui, clock, gateway } = createTestPicker({ rows: rowsWithManyBanks })
    const page = document.createElement('main')
    page.style.cssText = `inline-size: ${width}px; font: 16px Inter`
    document.body.append(page)
    const { container } = await render(ui, { container: page })
    await clock.advance(0)
    await userEvent.click(container.querySelector("input[value='pbl']") ?? page)
    await expect.poll(() => container.querySelectorAll('.till-channel').length).toBe(15)
    expect(findBroken(page)).toEqual([])
    gateway.script.pay.push(503)
    await userEvent.click(container.querySelector("input[value='pbl/mtransfer']") ?? page)
    await userEvent.click(container.querySelector('.till-pay') ?? page)
    await clock.advance(0)
    await expect.poll(() => container.querySelectorAll('.till-channel[data-usable=false]').length).toBe(15)
    expect(findBroken(page)).toEqual([])
  },
)
