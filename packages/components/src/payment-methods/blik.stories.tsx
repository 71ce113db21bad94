import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { stateStory } from '../stories/state-story.ts'
import { choose } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/BLIK', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

export const Code: Story = stateStory('blik-code')
export const CodeMissing: Story = stateStory('blik-code-missing')
export const Waiting: Story = stateStory('blik-waiting')
export const Checking: Story = stateStory('blik-checking')
export const Unknown: Story = stateStory('blik-unknown')
export const Confirmed: Story = stateStory('blik-confirmed')

export const Refused: Story = stateStory('blik-refused')
export const BankBreak: Story = stateStory('blik-bank-break')
export const Alias: Story = stateStory('blik-alias')
export const WrongCode: Story = stateStory('blik-wrong-code')
export const ExpiredCode: Story = stateStory('blik-expired-code')
export const CodeProblem: Story = stateStory('blik-code-problem')
export const Declined: Story = stateStory('blik-declined')
export const TimedOut: Story = stateStory('blik-timed-out')
export const WrongPin: Story = stateStory('blik-wrong-pin')
export const Security: Story = stateStory('blik-security')
export const Limit: Story = stateStory('blik-limit')
export const NoFunds: Story = stateStory('blik-no-funds')
export const Issuer: Story = stateStory('blik-issuer')

export const CodeInTabs: Story = stateStory('blik-code', { picker: { layout: 'tabs' } })
export const CodeInGrid: Story = stateStory('blik-code', { picker: { layout: 'grid' } })
export const CodeInOneLine: Story = stateStory('blik-code', { picker: { layout: 'compact' } })

export const WaitingDark: Story = stateStory(
  'blik-waiting',
  { scheme: 'dark', locale: 'pl', width: 320 },
  'Waiting for the app, in Polish, on a narrow, dark page.',
)

export const CodeOnImojesPage: Story = {
  args: { picker: { blik: 'page' } },
  parameters: {
    docs: {
      description: { story: 'The shop leaves the code to imoje’s page: BLIK is a row like any other.' },
    },
  },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'BLIK')
    await expect(within(canvasElement).queryByRole('textbox')).toBeNull()
  },
}
