import { PaymentMethods } from '@tillkit/components'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { choose, pay, see } from '../../../packages/components/src/stories/steps.ts'
import { Checkout as Events } from './events.tsx'
import { Checkout as Form } from './form.tsx'
import { Checkout as Languages } from './languages.tsx'
import { OwnPicker } from './own-markup.tsx'
import { ShopAround, type ShopAroundProps } from './shop-around.tsx'
import { Checkout as Testing, shop } from './testing.tsx'
import { Checkout as Theming } from './theming.tsx'

const code: Readonly<Record<string, string>> = import.meta.glob(['./*.tsx', '!./*.stories.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The running examples of the guides; what a guide prints is the file that runs here. */
const meta: Meta<typeof ShopAround> = {
  title: 'Guides/Examples',
  component: ShopAround,
  tags: ['!dev', '!autodocs'],
}
export default meta

type Story = StoryObj<typeof ShopAround>

function example(Example: () => ReactElement, file: string, says: string, args: ShopAroundProps = {}): Story {
  return {
    args,
    parameters: {
      docs: { description: { story: says }, source: { code: code[`./${file}.tsx`] ?? '', language: 'tsx' } },
    },
    render: (shopArgs) => (
      <ShopAround {...shopArgs} key={`${shopArgs.scenario}`}>
        <Example />
      </ShopAround>
    ),
  }
}

export const Start: Story = {
  ...example(
    () => <PaymentMethods onRedirect={() => undefined} />,
    '',
    'The whole picker, as the first five minutes leave it; mBank doesn’t answer.',
    { scenario: 'bank-down' },
  ),
  play: ({ canvasElement }) => see(canvasElement, 'BLIK'),
}

export const OwnMarkup: Story = {
  ...example(OwnPicker, 'own-markup', 'The hooks alone, with markup of the shop’s own.', {
    scenario: 'bank-down',
  }),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, /mBank/)
    await pay(canvasElement, /^Pay$/)
    await see(canvasElement, /That didn’t work \(notAnswering\)\. You haven’t been charged\./)
    const bank = within(canvasElement).getByRole('radio', { name: /mBank — not now, from/ })
    await expect(bank).toHaveAttribute('aria-disabled', 'true')
  },
}

export const Themed: Story = {
  ...example(Theming, 'theming', 'A preset, a density and two tokens.'),
  play: async ({ canvasElement }) => {
    await see(canvasElement, 'BLIK')
    const root = canvasElement.querySelector('[data-theme=soft]')
    await waitFor(() => expect(root && getComputedStyle(root).getPropertyValue('--till-radius')).toBe('4px'))
  },
}

export const OwnWords: Story = {
  ...example(Languages, 'languages', 'Polish, with two sentences of the shop’s own.', {
    locale: 'pl',
    scenario: 'bank-flagged',
  }),
  play: async ({ canvasElement }) => {
    await see(canvasElement, 'Jak zapłacisz?')
    await choose(canvasElement, /Szybki przelew/)
    await see(canvasElement, /PKO BP ma dziś przerwę techniczną/)
  },
}

export const InAForm: Story = {
  ...example(Form, 'form', 'The choice is sent with the shop’s own form, by the browser.'),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, /BLIK/)
    await pay(canvasElement, /^Order$/)
    await see(canvasElement, 'note=Ring+twice&channel=blik%2Fblik')
  },
}

export const EventLog: Story = {
  ...example(Events, 'events', 'Every event as the shop’s own records get it.', { scenario: 'bank-down' }),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, /Online bank transfer/, 'mBank')
    await pay(canvasElement)
    await see(canvasElement, /"type":"availability-changed".*"to":"coolingDown"/)
  },
}

export const Outage: Story = {
  ...example(Testing, 'testing', 'A checkout against a scripted 500, and five minutes later.'),
  // Whoever comes back to the page finds it as new.
  beforeEach: () => {
    shop.client.reset()
    shop.gateway.script.pay.splice(0, Infinity, 500)
  },
  render: () => (
    <main className="guide-example">
      <Testing />
      <button type="button" onClick={() => void shop.clock.advance(5 * 60_000)}>
        Five minutes later
      </button>
    </main>
  ),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, /Online bank transfer/, 'mBank')
    await pay(canvasElement)
    await see(canvasElement, /mBank isn't answering right now/)
    await pay(canvasElement, /Five minutes later/)
    await see(canvasElement, /you can try it again now/)
  },
}
