import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { about } from '../stories/showroom/about.ts'
import { choose, see } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/Options', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const why = (story: string): NonNullable<Story['parameters']> => ({ docs: { description: { story } } })

const openBanks: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await choose(canvasElement, /^(Online bank transfer|Szybki przelew)$/)
}

const search =
  (text: string): NonNullable<Story['play']> =>
  async (context) => {
    await openBanks(context)
    const field = await within(context.canvasElement).findByRole('searchbox')
    await userEvent.type(field, text)
  }

export const SearchWithoutPolishLetters: Story = {
  parameters: why('"slaski" finds ING Bank Śląski; Enter picks the only bank that is found.'),
  play: async (context) => {
    await search('slaski{Enter}')(context)
    await expect(
      await within(context.canvasElement).findByRole('radio', { name: 'ING Bank Śląski' }),
    ).toBeChecked()
  },
}

export const SearchWithoutHits: Story = about({
  args: { locale: 'pl', scheme: 'dark' },
  parameters: why('No bank of that name: what now, and one press back to all of them.'),
  play: async (context) => {
    await search('bank narodowy')(context)
    await see(context.canvasElement, /Nie ma tu banku/)
  },
})

export const ShowMore: Story = {
  args: { picker: { limit: 6 } },
  parameters: why('A limit for each method; the button shows the rest.'),
  play: async (context) => {
    await openBanks(context)
    await see(context.canvasElement, 'Show all (21)')
  },
}

export const Priority: Story = {
  args: { picker: { priority: ['card', 'pbl', 'pbl/millennium', 'pbl/alior'] } },
  parameters: why('The shop names what comes first; the rest keeps the order that imoje gives.'),
  play: openBanks,
}

export const OneMethod: Story = {
  args: { picker: { only: ['pbl'], limit: 9 } },
  parameters: why('For a shop with a list of its own: the banks stand alone.'),
  play: ({ canvasElement }) => choose(canvasElement, 'mBank'),
}

export const WithoutGrouping: Story = {
  args: { picker: { grouping: 'none', only: ['blik', 'card', 'wallet'] } },
  parameters: why('Every channel is a row of its own: for shops with few of them.'),
  play: ({ canvasElement }) => choose(canvasElement, 'Google Pay'),
}

export const FeesAndWords: Story = {
  args: {
    picker: {
      extras: {
        'blik/blik': { text: 'We ship today', fee: '0 zł' },
        'card/ecom3ds': { fee: '+ 1,50 zł' },
        pbl: { text: 'Most of our customers choose this' },
        'pbl/mtransfer': { fee: '0 zł' },
      },
    },
  },
  parameters: why('A text and a fee of the shop’s own, at methods and at channels.'),
  play: ({ canvasElement }) => choose(canvasElement, 'Online bank transfer', 'mBank'),
}

export const Consent: Story = about({
  args: {
    locale: 'pl',
    picker: { only: ['blik', 'card'], consent: { terms: '#terms', privacy: '#privacy' } },
  },
  parameters: why('What paying agrees to, with the two addresses that the shop gives.'),
  play: ({ canvasElement }) => see(canvasElement, /Płacąc, akceptujesz/),
})

export const RowsOfOnesOwn: Story = {
  args: {
    picker: {
      only: ['blik', 'card', 'wallet'],
      renderRow: ({ radio, text, end }) => (
        <label className="story-row">
          {radio}
          {text}
          {end}
        </label>
      ),
    },
  },
  parameters: why('Rows with the shop’s own markup keep the radio, the names, the reasons and the keyboard.'),
  play: ({ canvasElement }) => choose(canvasElement, 'BLIK'),
}
