import '@fontsource/inter/400.css'
import '@fontsource/inter/500.css'
import '@fontsource/inter/600.css'
import '@fontsource/inter/700.css'
import { beforeAll, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { askOfSystem } from '../testing/ask-of-system.ts'
import { findFonts } from '../testing/find-fonts.ts'
import { AllStates } from './all-states.tsx'
import { pictures, type Picture } from './pictures.ts'

const kept = Object.keys(import.meta.glob('../../pictures/{states,layouts,sheets}/*.png')).map((path) =>
  path.replace(/.*pictures\/(.*)\.png$/, '$1'),
)

const howToUpdate =
  'See packages/components/pictures/different. Is it meant? npx -y pnpm@12.21.0 --filter @tillkit/components test:visual -u'

beforeAll(async () => {
  await Promise.all([...document.fonts].map((face) => face.load()))
})

describe('the picker looks as in the picture', () => {
  it.each(pictures)('$name', async (picture) => {
    const shown = await show(picture)
    await expect(shown, howToUpdate).toMatchScreenshot(picture.name)
  })
})

it.each(['en', 'ru'])('is written in the bundled font alone, in %s', async (locale) => {
  const sheet = pictures.find(({ name }) => name === 'sheets/dark') ?? expect.fail('no such picture')
  await show({ ...sheet, locale })
  const fonts = await findFonts('.story-states')
  expect(fonts).toContain('Inter')
  expect(fonts.filter((font) => !/^Inter( Medium| SemiBold| Bold)?$/.test(font))).toEqual([])
})

it('keeps no picture that nothing is compared with, and no more than 120', () => {
  const names = pictures.map(({ name }) => name)
  expect(kept.filter((name) => !names.includes(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeLessThanOrEqual(120)
})

/** Around a picture, so that a ring at its edge is on it. */
const MARGIN = 16

/** What is pictured, when it stands: one picker, or a sheet of them. */
async function show(picture: Picture): Promise<Element> {
  const { states, system, hasImages, width = 360 } = picture
  const inlineSize = (states.length > 1 ? states.length * 392 - 32 : width) + 2 * MARGIN
  await askOfSystem({ 'prefers-reduced-motion': 'reduce', ...system })
  await page.viewport(inlineSize, 600)
  const { container } = await render(
    <AllStates {...picture} only={states} marks={hasImages ? 'plain' : 'none'} />,
  )
  document.body.style.margin = '0'
  await expect.poll(() => [...container.querySelectorAll('[data-arrived=false]')]).toEqual([])
  await Promise.all([...container.querySelectorAll('img')].map((image) => image.decode()))
  // Playwright only sees what is inside the frame the test runs in.
  await page.viewport(inlineSize, Math.ceil(container.getBoundingClientRect().height))
  const shown = states.length > 1 ? '.story-page' : '[data-arrived]'
  return container.querySelector(shown) ?? expect.fail('nothing is shown')
}
