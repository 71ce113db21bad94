import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Appearance } from '../appearance/appearance.ts'
import type { PaymentMethodsProps } from '../payment-methods/payment-methods.tsx'
import { about } from '../stories/showroom/about.ts'
import { choose } from '../stories/steps.ts'
import { PickerStory, type PickerStoryProps } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/Appearance', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const story = (
  what: string,
  appearance: Appearance,
  { picker, ...args }: PickerStoryProps & { readonly picker?: PaymentMethodsProps } = {},
): Story =>
  about({
    args: { scenario: 'bank-flagged', ...args, picker: { limit: 6, ...picker, appearance } },
    parameters: { docs: { description: { story: what } } },
    play: ({ canvasElement }) => choose(canvasElement, 'Online bank transfer', 'mBank'),
  })

export const Soft: Story = story('Round rows that stand apart.', { theme: 'soft' })
export const SoftDark: Story = story('The same on a dark page.', { theme: 'soft' }, { scheme: 'dark' })
export const SoftTabs: Story = story(
  'What it makes of tabs.',
  { theme: 'soft' },
  { picker: { layout: 'tabs' } },
)
export const SoftGrid: Story = story(
  'What it makes of tiles.',
  { theme: 'soft' },
  { picker: { layout: 'grid' } },
)

export const Sharp: Story = story('Straight lines, and a bar at what is open.', { theme: 'sharp' })
export const SharpDark: Story = story('The same on a dark page.', { theme: 'sharp' }, { scheme: 'dark' })
export const SharpTabs: Story = story(
  'What it makes of tabs.',
  { theme: 'sharp' },
  { picker: { layout: 'tabs' } },
)
export const SharpGrid: Story = story(
  'What it makes of tiles.',
  { theme: 'sharp' },
  { picker: { layout: 'grid' } },
)

export const Contrast: Story = story('Black on white, strong lines, text at 7 to 1.', { theme: 'contrast' })
export const ContrastDark: Story = story('White on black.', { theme: 'contrast' }, { scheme: 'dark' })
export const ContrastTabs: Story = story(
  'What it makes of tabs.',
  { theme: 'contrast' },
  { picker: { layout: 'tabs' } },
)
export const ContrastGrid: Story = story(
  'What it makes of tiles.',
  { theme: 'contrast' },
  { picker: { layout: 'grid' } },
)

export const Tight: Story = story('Less room; rows stay 44 px high.', { density: 'tight' })
export const Roomy: Story = story('More room.', { density: 'roomy' })

export const OwnScheme: Story = story('Dark on a page that does not say that it is.', {
  colorScheme: 'dark',
})

export const YellowAccent: Story = story('A colour too light for text is darkened until it can be read.', {
  variables: { '--till-accent': '#ffd400' },
})

export const NavyAccentDark: Story = story(
  'A colour too dark for a dark page is lightened.',
  { variables: { '--till-accent': '#000060' } },
  { scheme: 'dark' },
)

export const OwnShapes: Story = story('Any token can be set.', {
  variables: {
    '--till-accent': '#8a1c4a',
    '--till-radius': '0',
    '--till-row-height': '5em',
    '--till-gap': '1.25em',
  },
})
