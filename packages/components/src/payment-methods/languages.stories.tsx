import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import type { Messages } from '../messages/messages.ts'
import { findMisfits } from '../stories/find-misfits.ts'
import { long, rightToLeft } from '../stories/pseudo.ts'
import { about } from '../stories/showroom/about.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/Languages', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const find = (page: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = page.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`There is no ${selector} yet.`)
    return found
  })

/** A Polish shop on a narrow phone: mBank has just failed, so that the list, a reason, a message and the ways on all speak. */
const story = (locale: string, what: string, messages?: Messages): Story =>
  about({
    args: {
      locale,
      width: 320,
      scenario: 'bank-down',
      ...(messages === rightToLeft && { direction: 'rtl' }),
      picker: { messages, limit: 8, consent: { terms: '#terms', privacy: '#privacy' } },
    },
    parameters: { docs: { description: { story: what } } },
    play: async ({ canvasElement }) => {
      for (const selector of ["input[value='pbl']", "input[value='pbl/mtransfer']", '.till-pay'])
        await userEvent.click(await find(canvasElement, selector))
      await find(canvasElement, '.till-message')
      await expect(findMisfits(await find(canvasElement, '.story-page'))).toEqual([])
    },
  })

export const Bulgarian: Story = story(
  'bg',
  'Cyrillic in the Bulgarian way; the shopper is addressed formally.',
)
export const Czech: Story = story('cs', 'What is switched off has no gender: its name stands before a colon.')
export const Dutch: Story = story('nl', 'Short and informal, as Dutch shops speak.')
export const English: Story = story('en', 'What all other languages are held against.')
export const French: Story = story(
  'fr',
  'No-break spaces before its colons and question marks: none begins a line.',
)
export const German: Story = story('de', 'Long compounds break within their row, and nothing else moves.')
export const Hungarian: Story = story('hu', 'Endings hang on the time of day, not on names.')
export const Italian: Story = story('it', 'The hour has its article, whatever the hour.')
export const Lithuanian: Story = story('lt', 'Three plural forms and a fourth for fractions.')
export const Polish: Story = story('pl', 'The shop’s own language, and the one most shoppers read.')
export const Romanian: Story = story('ro', 'Commas below, not cedillas; plural forms with “de”.')
export const Russian: Story = story('ru', 'Cyrillic, longer than English nearly everywhere.')
export const Slovak: Story = story('sk', 'A neighbour of Czech with words of its own.')
export const Slovenian: Story = story('sl', 'Has a dual: two banks are neither one nor many.')
export const Spanish: Story = story('es', 'Familiar, as Spanish shops speak, throughout.')
export const Swedish: Story = story('sv', 'Informal, with long words in one piece.')
export const Ukrainian: Story = story('uk', 'Cyrillic with letters that Russian doesn’t have.')

export const LongerByFortyPercent: Story = story(
  'en',
  'No language: English with accents, brackets and 40 % more of it. Where a bracket is missing a sentence is cut.',
  long,
)

export const RightToLeft: Story = story(
  'en',
  'No language: English running from right to left, on a page that does. What still runs the other way comes from outside.',
  rightToLeft,
)
