import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { stateStory } from '../stories/state-story.ts'
import { see } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/Paying', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

export const NothingChosen: Story = stateStory('nothing-chosen')
export const BankNotChosen: Story = stateStory('bank-not-chosen')
export const ChosenWentDown: Story = stateStory('chosen-went-down')
export const Offline: Story = stateStory('paying-offline')
export const Paused: Story = stateStory('paying-paused')
export const Paying: Story = stateStory('paying')
export const Leaving: Story = stateStory('leaving')
export const FallbackOffered: Story = stateStory('fallback-offered')
export const OpeningImojesPage: Story = stateStory('opening-fallback')
export const StillOpen: Story = stateStory('still-open')
export const NotStarted: Story = stateStory('not-started')
export const Validation: Story = stateStory('details-refused')
export const PageNotOpened: Story = stateStory('page-not-opened')
export const TransferDetails: Story = stateStory('transfer')
export const Paid: Story = stateStory('paid')

export const FallbackOfferedDark: Story = stateStory(
  'fallback-offered',
  { scheme: 'dark', locale: 'pl' },
  'After a bank that failed, in Polish, on a dark page.',
)

const offered = stateStory('fallback-offered')

export const NearestBank: Story = {
  ...offered,
  parameters: {
    docs: { description: { story: 'One press chooses the nearest bank that works, and focus goes to it.' } },
  },
  play: async (context) => {
    await offered.play?.(context)
    const page = within(context.canvasElement)
    ;(await page.findByRole('button', { name: /pay this way instead$/ })).click()
    await see(context.canvasElement, /^Pay .*\d/)
    await expect(page.queryByRole('button', { name: /pay this way instead$/ })).toBeNull()
    await expect(page.getAllByRole('radio', { checked: true }).at(-1)).toHaveFocus()
  },
}
