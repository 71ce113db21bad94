import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { choose, pay, payByCode, see } from '../stories/steps.ts'
import { PickerStory } from '../stories/story-shop.tsx'

const meta: Meta<typeof PickerStory> = { title: 'Picker/BLIK', component: PickerStory }
export default meta

type Story = StoryObj<typeof PickerStory>

const why = (story: string): NonNullable<Story['parameters']> => ({ docs: { description: { story } } })

export const Code: Story = {
  parameters: why('Six digits, shown as three and three. The field is BLIK’s own, below its row.'),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'BLIK')
    await see(canvasElement, 'BLIK code')
  },
}

export const CodeInTabs: Story = { ...Code, args: { picker: { layout: 'tabs' } } }

export const CodeInGrid: Story = { ...Code, args: { picker: { layout: 'grid' } } }

export const CodeInOneLine: Story = { ...Code, args: { picker: { layout: 'compact' } } }

export const CodeOnImojesPage: Story = {
  args: { picker: { blik: 'page' } },
  parameters: why('The shop leaves the code to imoje’s page: BLIK is a row like any other.'),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'BLIK')
    await expect(within(canvasElement).queryByRole('textbox')).toBeNull()
  },
}

export const CodeMissing: Story = {
  parameters: why('Paid too early: the field says what is missing, and has the focus.'),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'BLIK')
    await pay(canvasElement)
    await see(canvasElement, /Enter the six digits/)
    await expect(within(canvasElement).getByRole('textbox', { name: 'BLIK code' })).toHaveFocus()
  },
}

export const Confirming: Story = {
  args: { blik: { outcome: 'silent' } },
  parameters: why('The bank’s app asks for the rest. Nothing else can be paid with until this has an end.'),
  play: async ({ canvasElement }) => {
    await payByCode(canvasElement)
    await see(canvasElement, /Confirm the payment/)
    await expect(within(canvasElement).queryByRole('button')).toBeNull()
  },
}

export const ConfirmingDark: Story = {
  args: { blik: { outcome: 'silent' }, scheme: 'dark', locale: 'pl', width: 320 },
  parameters: why('The same in Polish, on a narrow, dark page.'),
  play: async ({ canvasElement }) => {
    await payByCode(canvasElement)
    await see(canvasElement, /Potwierdź płatność/)
  },
}

export const DeclinedInTheApp: Story = {
  args: { blik: { outcome: 'refused', afterMs: 0 } },
  parameters: why('Declined in the app: nothing was charged, and a new code is asked for.'),
  play: async ({ canvasElement }) => {
    await payByCode(canvasElement)
    await see(canvasElement, /declined in the bank's app/)
    await expect(within(canvasElement).getByRole('textbox', { name: 'BLIK code' })).toHaveValue('')
  },
}

export const BreakAtTheBank: Story = {
  args: { blik: { outcome: 'failed', statusCode: 'BLK-ERROR-210001', afterMs: 0 } },
  parameters: why('A break at the payer’s bank: another bank’s app may do.'),
  play: async ({ canvasElement }) => {
    await payByCode(canvasElement)
    await see(canvasElement, /taking a break/)
  },
}

export const NoAnswer: Story = {
  args: { blik: { outcome: 'silent' }, payThenSkipMs: 121_000 },
  parameters: why('Two minutes without an answer: whom to ask, and with which number.'),
  play: async ({ canvasElement }) => {
    await payByCode(canvasElement)
    await see(canvasElement, 'Order number: A-1001')
  },
}

export const Confirmed: Story = {
  args: { payThenSkipMs: 10_000 },
  parameters: why('Accepted in the app: the picker notices by itself.'),
  play: async ({ canvasElement }) => {
    await payByCode(canvasElement)
    await see(canvasElement, /has gone through/)
  },
}
