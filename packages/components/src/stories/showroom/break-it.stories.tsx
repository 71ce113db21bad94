import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { choose, pay, see } from '../steps.ts'
import { BreakIt } from './break-it.tsx'

const meta: Meta<typeof BreakIt> = { title: 'Showroom/Break it', component: BreakIt }
export default meta

type Story = StoryObj<typeof BreakIt>

export const ByHand: Story = {
  name: 'By hand',
  parameters: {
    docs: {
      description: {
        story:
          'Drive an outage yourself: break a bank or all of imoje, move time, and watch rows, events and requests. Pay with a card, or with mBank, to feel it.',
      },
    },
  },
}

export const BankFails: Story = {
  name: 'A bank fails, rests and is tried again',
  // What the script reads, and what it relies on.
  globals: { language: undefined, scenario: undefined },
  parameters: {
    docs: {
      description: {
        story: 'The same, driven by a script: what a visitor would do first, with what follows.',
      },
    },
  },
  play: async ({ canvasElement }) => {
    const bench = within(within(canvasElement).getByRole('complementary', { name: 'Break it' }))
    await see(canvasElement, 'BLIK')
    await userEvent.click(bench.getByRole('radio', { name: 'Fails, 500' }))
    await choose(canvasElement, 'Online bank transfer', 'mBank')
    await pay(canvasElement)
    await see(canvasElement, /mBank: available → coolingDown/)
    await see(canvasElement, /create-transaction pbl\/mtransfer/)
    await see(canvasElement, '500')
    await userEvent.click(bench.getByRole('button', { name: '+5 min' }))
    await see(canvasElement, /mBank: coolingDown → trial/)
  },
}
