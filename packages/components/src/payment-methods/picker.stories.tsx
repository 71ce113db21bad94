import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { choose, see } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/List', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const why = (story: string): NonNullable<Story['parameters']> => ({ docs: { description: { story } } })

const openBanks: Story['play'] = async ({ canvasElement }) => {
  await choose(canvasElement, /^(Online bank transfer|Szybki przelew)$/, 'mBank')
}

export const Calm: Story = {
  parameters: why('Everything works: what most shoppers see, with nothing preselected.'),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('radio', { name: 'BLIK' })).not.toBeChecked()
  },
}

export const BanksOpen: Story = {
  parameters: why('A method with several channels opens in place, as tiles.'),
  play: openBanks,
}

export const BankFlagged: Story = {
  args: { scenario: 'bank-flagged' },
  parameters: why('imoje says that one bank is offline: greyed from the first paint, after those that work.'),
  play: async (context) => {
    await openBanks(context)
    await see(context.canvasElement, /Taking a break/)
  },
}

export const Limits: Story = {
  args: { scenario: 'limits' },
  parameters: why(
    'The order is too small for some channels and too large for others, each with its own sentence.',
  ),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'Online bank transfer')
    await see(canvasElement, /over the limit/)
  },
}

export const EverythingDown: Story = {
  args: { scenario: 'everything-down' },
  parameters: why('imoje answers, but says that every channel is offline: reasons stay short and calm.'),
  play: ({ canvasElement }) => see(canvasElement, /Taking a break/),
}

export const Malformed: Story = {
  args: { scenario: 'malformed' },
  parameters: why('Some rows of the list are broken: they alone are missing.'),
  play: ({ canvasElement }) => see(canvasElement, 'BLIK'),
}

export const NamesFromImoje: Story = {
  args: { source: 'get-payment-methods', locale: 'pl' },
  parameters: why("imoje's other list brings names for the groups, in the shopper's language."),
  play: async ({ canvasElement }) => {
    await expect((await within(canvasElement).findAllByRole('radio')).length).toBe(6)
  },
}

export const Loading: Story = {
  args: { isSilent: true },
  parameters: why('The list is on its way: the shape of what comes, never a flash of "no methods".'),
  play: ({ canvasElement }) => see(canvasElement, 'Loading the ways to pay…'),
}

export const Slow: Story = {
  args: { isSilent: true, skipMs: 13_000 },
  parameters: why('The list takes too long: the skeleton gives way to words and a way on.'),
  play: ({ canvasElement }) => see(canvasElement, /longer than usual/),
}

export const ListFailed: Story = {
  args: { faults: [{ match: {}, status: 400 }] },
  parameters: why("The list can't be had, and asking again by itself wouldn't help."),
  play: ({ canvasElement }) => see(canvasElement, /couldn't be loaded/),
}

export const SignedOut: Story = {
  args: { problem: 'unauthenticated' },
  parameters: why('The shop itself refuses, since its session is over: that is said, not blamed on imoje.'),
  play: ({ canvasElement }) => see(canvasElement, /signed out/),
}

export const Empty: Story = {
  args: { scenario: 'empty' },
  parameters: why('The list came and has nothing for this order.'),
  play: ({ canvasElement }) => see(canvasElement, /No way to pay fits/),
}

export const Misconfigured: Story = {
  args: { scenario: 'misconfigured' },
  parameters: why("imoje refuses the shop's token: nothing to choose from, and no jargon."),
  play: ({ canvasElement }) => see(canvasElement, /can't be used in this shop/),
}

export const GatewayDownAtFirst: Story = {
  args: { scenario: 'gateway-down' },
  parameters: why('imoje is away before there was a list: the banner stands alone.'),
  play: ({ canvasElement }) => see(canvasElement, /We check again at/),
}

export const Dark: Story = {
  args: { scheme: 'dark', scenario: 'bank-flagged' },
  parameters: why("The host's color-scheme is dark."),
  play: openBanks,
}

export const Polish: Story = {
  args: { locale: 'pl', scenario: 'bank-flagged' },
  parameters: why('Every word is Polish, and money and times are as in Poland.'),
  play: async (context) => {
    await openBanks(context)
    await see(context.canvasElement, /Chwilowa przerwa/)
  },
}

export const Narrow: Story = {
  args: { width: 320, scenario: 'bank-flagged' },
  parameters: why('A phone of 320 px: nothing scrolls sideways.'),
  play: openBanks,
}

export const Narrowest: Story = {
  args: { width: 280, locale: 'pl', scenario: 'limits' },
  parameters: why('The narrowest container that is promised, with the longer language.'),
  play: ({ canvasElement }) => see(canvasElement, /dodaj do zamówienia/),
}

export const RightToLeft: Story = {
  args: { direction: 'rtl' },
  parameters: why('A page that runs from right to left mirrors the picker.'),
  play: openBanks,
}

export const HostAccent: Story = {
  args: { accent: 'host' },
  parameters: why("One variable, --till-accent, carries the shop's colour into every tone."),
  play: openBanks,
}
