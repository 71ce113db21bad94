import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { about } from '../stories/showroom/about.ts'
import { stateStory } from '../stories/state-story.ts'
import { choose, see } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/List', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const why = (story: string): NonNullable<Story['parameters']> => ({ docs: { description: { story } } })

const openBanks: Story['play'] = async ({ canvasElement }) => {
  await choose(canvasElement, /^(Online bank transfer|Szybki przelew)$/, 'mBank')
}

export const Available: Story = stateStory('available')
export const Selected: Story = stateStory('selected')
export const Hover: Story = stateStory('hover')
export const Focus: Story = stateStory('focus')
export const Pressed: Story = stateStory('pressed')
export const Trial: Story = stateStory('trial')
export const CoolingDown: Story = stateStory('cooling-down')
export const Refused: Story = stateStory('refused')
export const ChannelDown: Story = stateStory('outage-of-channel')
export const MethodDown: Story = stateStory('outage-of-method')
export const GatewayDown: Story = stateStory('outage-of-gateway')
export const GatewayDownAtFirst: Story = stateStory('outage-before-the-list')
export const GatewayBeingChecked: Story = stateStory('outage-being-checked')
export const Misconfigured: Story = stateStory('misconfigured')
export const EverythingDown: Story = stateStory('everything-down')
export const Limits: Story = stateStory('limits')
export const UnsupportedDevice: Story = stateStory('unsupported-device')
export const OffByMerchant: Story = stateStory('off-by-merchant')
export const Unconfirmed: Story = stateStory('unconfirmed')
export const Offline: Story = stateStory('offline')
export const Loading: Story = stateStory('loading')
export const Slow: Story = stateStory('slow')
export const ListFailed: Story = stateStory('list-failed')
export const SignedOut: Story = stateStory('signed-out')
export const EmptyShop: Story = stateStory('empty-shop')
export const EmptyCurrency: Story = stateStory('empty-currency')
export const EmptyPart: Story = stateStory('empty-part')

export const BanksOpen: Story = {
  parameters: why('A method with several channels opens in place, as tiles.'),
  play: openBanks,
}

export const BankFlagged: Story = about({
  args: { scenario: 'bank-flagged' },
  parameters: why('imoje says that one bank is offline: greyed from the first paint, after those that work.'),
  play: async (context) => {
    await openBanks(context)
    await see(context.canvasElement, /Taking a break/)
  },
})

export const Malformed: Story = about({
  args: { scenario: 'malformed' },
  parameters: why('Some rows of the list are broken: they alone are missing.'),
  play: ({ canvasElement }) => see(canvasElement, 'BLIK'),
})

export const NamesFromImoje: Story = about({
  args: { source: 'get-payment-methods', locale: 'pl' },
  parameters: why("imoje's other list brings names for the groups, in the shopper's language."),
  play: async ({ canvasElement }) => {
    await expect((await within(canvasElement).findAllByRole('radio')).length).toBe(6)
  },
})

export const Dark: Story = about({
  args: { scheme: 'dark', scenario: 'bank-flagged' },
  parameters: why("The host's color-scheme is dark."),
  play: openBanks,
})

export const Polish: Story = about({
  args: { locale: 'pl', scenario: 'bank-flagged' },
  parameters: why('Every word is Polish, and money and times are as in Poland.'),
  play: async (context) => {
    await openBanks(context)
    await see(context.canvasElement, /Chwilowa przerwa/)
  },
})

export const Narrow: Story = about({
  args: { width: 320, scenario: 'bank-flagged' },
  parameters: why('A phone of 320 px: nothing scrolls sideways.'),
  play: openBanks,
})

export const Narrowest: Story = stateStory(
  'limits',
  { width: 280, locale: 'pl' },
  'The narrowest container that is promised, with the longer language.',
)

export const RightToLeft: Story = about({
  args: { direction: 'rtl' },
  parameters: why('A page that runs from right to left mirrors the picker.'),
  play: openBanks,
})

export const HostAccent: Story = {
  args: { accent: 'host' },
  globals: { accent: undefined },
  parameters: why("One variable, --till-accent, carries the shop's colour into every tone."),
  play: openBanks,
}
