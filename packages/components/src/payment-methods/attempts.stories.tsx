import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { choose, pay, see } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/Paying', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const why = (story: string): NonNullable<Story['parameters']> => ({ docs: { description: { story } } })

const payAtMBank: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await choose(canvasElement, /^(Online bank transfer|Szybki przelew)$/, 'mBank')
  await pay(canvasElement)
}

export const NothingChosen: Story = {
  parameters: why(
    'The button is never disabled: pressed too early, it says what is missing, and focus goes there.',
  ),
  play: async ({ canvasElement }) => {
    await pay(canvasElement)
    await expect(await within(canvasElement).findByRole('group', { name: /Choose how/ })).toHaveFocus()
  },
}

export const BankCoolingDown: Story = {
  args: { scenario: 'bank-down' },
  parameters: why(
    'The bank answered 500: its row rests with a countdown, stays chosen, and other ways are open.',
  ),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, "You haven't been charged.")
  },
}

export const BankCoolingDownDark: Story = {
  args: { scenario: 'bank-down', scheme: 'dark', locale: 'pl' },
  parameters: why('The same in Polish, on a dark page.'),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, 'Nic nie zostało pobrane.')
  },
}

export const NearestBank: Story = {
  args: { scenario: 'bank-down' },
  parameters: why('One press chooses the nearest bank that works, and focus goes to it.'),
  play: async (context) => {
    await payAtMBank(context)
    const page = within(context.canvasElement)
    ;(await page.findByRole('button', { name: /pay this way instead$/ })).click()
    await see(context.canvasElement, /^Pay .*\d/)
    await expect(page.queryByRole('button', { name: /pay this way instead$/ })).toBeNull()
    await expect(page.getAllByRole('radio', { checked: true }).at(-1)).toHaveFocus()
  },
}

export const OpeningImojesPage: Story = {
  args: { scenario: 'bank-down', isLinkSilent: true },
  parameters: why('imoje’s own page is offered after a bank that failed, and is on its way here.'),
  play: async (context) => {
    await payAtMBank(context)
    await pay(context.canvasElement, /^Pay on imoje/)
    await expect(await within(context.canvasElement).findByText(/^Taking you to/)).toHaveFocus()
  },
}

export const ChosenThenAnother: Story = {
  args: { scenario: 'bank-down' },
  parameters: why(
    'After the failure another bank is chosen: the message goes, the resting bank keeps its reason.',
  ),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, "You haven't been charged.")
    await choose(context.canvasElement, 'Alior Bank')
    await expect(within(context.canvasElement).queryByText("You haven't been charged.")).toBeNull()
  },
}

export const Trial: Story = {
  args: { scenario: 'bank-down', payThenSkipMs: 5 * 60_000 },
  parameters: why('Five minutes later the bank can be tried again, with a caution.'),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, /Was failing earlier/)
  },
}

export const GatewayDown: Story = {
  args: { faults: [{ match: { route: 'create-transaction' }, status: 503 }] },
  parameters: why('imoje went away while paying: one banner instead of a reason on each row.'),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, /We check again at/)
  },
}

export const Validation: Story = {
  args: { scenario: 'validation' },
  parameters: why("imoje refuses details of the order: what the page itself doesn't mark is listed."),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, /Some details need correcting/)
  },
}

export const Paused: Story = {
  args: {
    faults: [{ match: { route: 'create-transaction' }, status: 429, headers: { 'retry-after': '40' } }],
  },
  parameters: why('Too many tries: paying pauses, with the seconds left.'),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, 'in 0:40')
  },
}

export const SwitchedOff: Story = {
  args: {
    faults: [{ match: { route: 'create-transaction' }, status: 406 }],
  },
  parameters: why('imoje refused the channel although the list said online.'),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, /has just been switched off/)
  },
}

export const ChosenWentDown: Story = {
  args: { flagAfterChoice: true },
  parameters: why(
    'The chosen bank goes offline before paying: still chosen, marked, and paying is blocked with the reason.',
  ),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'Online bank transfer', 'mBank')
    await see(canvasElement, /Taking a break/)
    await pay(canvasElement)
    await see(canvasElement, /What you chose isn't available/)
  },
}

export const OutcomeUnknown: Story = {
  args: { faults: [{ match: { route: 'create-transaction' }, status: 504 }] },
  parameters: why('The answer never came: whether anything was charged is not promised either way.'),
  play: async (context) => {
    await payAtMBank(context)
    await expect(await within(context.canvasElement).findByRole('group', { name: /./ })).toHaveFocus()
  },
}

export const StillOpen: Story = {
  args: { payThenSkipMs: 20_000 },
  parameters: why(
    'Back from the bank without paying: the payment there can still be made, and the shopper is told so.',
  ),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, /mBank: this payment is still open/)
  },
}

export const TransferDetails: Story = {
  parameters: why('A traditional transfer: what to send and where, each to be copied.'),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'Traditional transfer', /^(Wire transfer|Przelew tradycyjny)$/)
    await pay(canvasElement)
    await see(canvasElement, 'Account number')
  },
}

export const Paid: Story = {
  args: { isPaid: true },
  parameters: why('The shop says that the order is paid already: nothing is left to press.'),
  play: async (context) => {
    await payAtMBank(context)
    await see(context.canvasElement, /has gone through/)
  },
}
