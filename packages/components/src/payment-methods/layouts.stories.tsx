import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import type { Layout } from '../picker-root/picker-context.ts'
import { about } from '../stories/showroom/about.ts'
import { choose, pay, see } from '../stories/steps.ts'
import { PickerStory, type PickerStoryProps } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/Layouts', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const openBanks: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await choose(canvasElement, /^(Online bank transfer|Szybki przelew)$/, 'mBank')
}

const story = (layout: Layout, what: string, args: PickerStoryProps = {}): Story =>
  about({
    args: { ...args, picker: { layout, limit: 8, ...args.picker } },
    parameters: { docs: { description: { story: what } } },
    play: openBanks,
  })

const failing = async (context: Parameters<typeof openBanks>[0]): Promise<void> => {
  await openBanks(context)
  await pay(context.canvasElement)
  await see(context.canvasElement, /isn't answering|nie odpowiada/)
}

export const Tabs: Story = story('tabs', 'A strip of names; below it what belongs to the one chosen.')

export const TabsNarrow: Story = story('tabs', 'In 320 px the strip wraps; nothing scrolls sideways.', {
  width: 320,
  locale: 'pl',
})

export const TabsWide: Story = story('tabs', 'In a wide place the strip is one line.', { width: 900 })

export const TabsDark: Story = story('tabs', 'On a dark page.', { scheme: 'dark', scenario: 'bank-flagged' })

export const TabsRightToLeft: Story = story('tabs', 'Mirrored on a page that runs from right to left.', {
  direction: 'rtl',
})

export const TabsFailing: Story = {
  ...story('tabs', 'A bank that failed stands under a heading of its own, with its reason.', {
    scenario: 'bank-down',
  }),
  play: failing,
}

export const Grid: Story = story('grid', 'Tiles: the mark above the name, for methods and banks alike.')

export const GridNarrow: Story = story('grid', 'Three tiles beside each other in 320 px.', {
  width: 320,
  locale: 'pl',
})

export const GridNarrowest: Story = story('grid', 'The narrowest container that is promised.', { width: 280 })

export const GridWide: Story = story('grid', 'As many tiles as there is room for.', { width: 900 })

export const GridDark: Story = story('grid', 'On a dark page.', { scheme: 'dark', scenario: 'bank-flagged' })

export const GridRightToLeft: Story = story('grid', 'Mirrored on a page that runs from right to left.', {
  direction: 'rtl',
})

export const GridLimits: Story = {
  ...story('grid', 'What the order is too small or too large for stands last, each with its own sentence.', {
    scenario: 'limits',
  }),
  play: ({ canvasElement }) => see(canvasElement, /over the limit/),
}

export const GridGatewayDown: Story = {
  ...story('grid', 'While imoje is away the tiles stay where they are, quiet: the banner speaks for all.', {
    faults: [{ match: { route: 'create-transaction' }, status: 503 }],
  }),
  play: async (context) => {
    await openBanks(context)
    await pay(context.canvasElement)
    await see(context.canvasElement, /We check again at/)
  },
}

export const Compact: Story = {
  ...story('compact', 'What is picked shrinks to one line with a way back; focus goes there.'),
  play: async (context) => {
    await openBanks(context)
    const change = await within(context.canvasElement).findByRole('button', { name: 'Change' })
    await waitFor(() => expect(change).toHaveFocus())
  },
}

export const CompactFailing: Story = {
  ...story('compact', 'The line opens again by itself when what is chosen goes down.', {
    scenario: 'bank-down',
    scheme: 'dark',
    locale: 'pl',
  }),
  play: failing,
}

// Colours are forced by the system or in the browser's tools; `layouts.browser.test.tsx` does it, and runs axe.
export const ListForcedColours: Story = {
  ...story('list', 'The system’s own colours: what is chosen and what rests is still told apart.', {
    scenario: 'bank-down',
  }),
  play: failing,
}

export const TabsForcedColours: Story = {
  ...story('tabs', 'The chosen tab takes the system’s highlight.'),
}

export const GridForcedColours: Story = {
  ...story('grid', 'Tiles keep their lines, and the chosen one its radio.'),
}
