import type { Meta, StoryObj } from '@storybook/react-vite'
import { ThemeWorkshop } from './theme-workshop.tsx'

const meta: Meta<typeof ThemeWorkshop> = { title: 'Showroom/Theme workshop', component: ThemeWorkshop }
export default meta

type Story = StoryObj<typeof ThemeWorkshop>

export const Workshop: Story = {
  // Its states have stories of their own, and `theme-workshop.browser.test.tsx` works in it.
  tags: ['!test', '!autodocs'],
  // Its own tools do that, and its shops are as their states need them.
  globals: { theme: undefined, accent: undefined, density: undefined, scenario: undefined },
  parameters: {
    docs: {
      description: {
        story:
          'Change tokens, see all states at once and the contrasts in figures, and copy the CSS or the appearance object.',
      },
    },
  },
}
