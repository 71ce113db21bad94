import type { Meta, StoryObj } from '@storybook/react-vite'
import { AllStates } from './all-states.tsx'

const meta: Meta<typeof AllStates> = { title: 'Picker/All states', component: AllStates }
export default meta

type Story = StoryObj<typeof AllStates>

export const Sheet: Story = {
  // Each state is checked in its own story, the sheet by `all-states.browser.test.tsx` in every scheme and direction.
  tags: ['!test', '!autodocs'],
  // Each state has its own.
  globals: { scenario: undefined },
  parameters: {
    docs: { description: { story: 'Every state beside the others, each with a shop of its own.' } },
  },
}
