import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { ImojeAnswersTable, ShopAnswersTable } from './answers-table.tsx'
import { ChannelChart } from './channel-chart.tsx'
import { DeclinesTable } from './declines-table.tsx'
import { FiguresTable } from './figures-table.tsx'
import { GatewayChart } from './gateway-chart.tsx'
import { ReasonsTable } from './reasons-table.tsx'

/** What the guides draw and list from the rules, against the handbook's words written out by hand. */
const meta: Meta = { title: 'Guides/Drawings', tags: ['!dev', '!autodocs'] }
export default meta

type Story = StoryObj

const why = (story: string): NonNullable<Story['parameters']> => ({ docs: { description: { story } } })

const textsOf = (page: HTMLElement, role: 'listitem' | 'rowheader'): readonly (string | null)[] =>
  within(page)
    .getAllByRole(role)
    .map(({ textContent }) => textContent)

export const OneChannel: Story = {
  parameters: why('The ways of one channel are those of the rules, with their figures.'),
  render: () => <ChannelChart />,
  play: async ({ canvasElement }) => {
    await expect(textsOf(canvasElement, 'listitem')).toEqual([
      'Available → Cooling down: imoje answers 500 or any other 5xx.',
      'Available → Refused: imoje answers 406.',
      'Cooling down → Available: a payment with it starts.',
      'Cooling down → On trial: after 5 min, then 10 min, then 20 min, then 30 min.',
      'Refused → Cooling down: imoje answers 500 or any other 5xx; or imoje answers 406 again, 30 s later or more.',
      'Refused → Available: a payment with it starts; or after 30 s, if a newer list says that it is online.',
      'Refused → On trial: after 5 min, if there is no newer list.',
      'On trial → Cooling down: imoje answers 500 or any other 5xx.',
      'On trial → Refused: imoje answers 406.',
      'On trial → Available: a payment with it starts; or after 30 min.',
    ])
    const selectable = [...canvasElement.querySelectorAll('[data-selectable=true]')]
    await expect(selectable.map(({ textContent }) => textContent)).toEqual(['Available', 'On trial'])
  },
}

export const TheGateway: Story = {
  parameters: why('imoje as a whole is left alone, then asked once.'),
  render: () => <GatewayChart />,
  play: async ({ canvasElement }) => {
    await expect(textsOf(canvasElement, 'listitem')).toEqual([
      'imoje is there → imoje is away: imoje answers 502, 503 or 504.',
      'imoje is away → imoje is there: imoje answers anything else.',
      'imoje is away → One request asks: after 5 min, or what Retry-After says, held between 30 s and 30 min.',
      'One request asks → imoje is away: imoje answers 502, 503 or 504; or no answer of imoje’s comes.',
      'One request asks → imoje is there: imoje answers anything else.',
    ])
  },
}

export const Reasons: Story = {
  parameters: why('Reasons stand in the order in which they win.'),
  render: () => <ReasonsTable />,
  play: async ({ canvasElement }) => {
    await expect(textsOf(canvasElement, 'rowheader')).toEqual([
      'hidden',
      'off',
      'misconfigured',
      'ineligible: device',
      'outage: imoje',
      'outage: method or channel',
      'ineligible: amount',
      'refused',
      'coolingDown',
      'trial',
      'unconfirmed',
      'available',
    ])
  },
}

export const Answers: Story = {
  parameters: why('Each answer has a row: what it does, what is read, whether anything was charged.'),
  render: () => (
    <>
      <ImojeAnswersTable />
      <ShopAnswersTable />
    </>
  ),
  play: async ({ canvasElement }) => {
    const row = (name: string): Element | null =>
      within(canvasElement).getByRole('rowheader', { name }).closest('tr')
    await expect(row('406')).toHaveTextContent(
      /the channel is refused; the list is read again.*switched off.*no$/,
    )
    await expect(row('500')).toHaveTextContent(/the channel rests.*no; with a BLIK code not known/)
    await expect(row('the connection broke')).toHaveTextContent(/nothing.*not known/)
    await expect(row('order-paid')).toHaveTextContent(/This order is paid already.*yes$/)
  },
}

export const Figures: Story = {
  parameters: why('Every figure of the policy, in spans a person reads.'),
  render: () => <FiguresTable />,
  play: async ({ canvasElement }) => {
    const row = within(canvasElement)
      .getByRole('rowheader', { name: /^A trial that nobody/ })
      .closest('tr')
    await expect(row).toHaveTextContent(/30 minquietTrialMs$/)
  },
}

export const Declines: Story = {
  parameters: why('imoje’s BLIK codes, with what is read.'),
  render: () => <DeclinesTable />,
  play: async ({ canvasElement }) => {
    const row = within(canvasElement).getByRole('rowheader', { name: 'BLK-ERROR-210006' }).closest('tr')
    await expect(row).toHaveTextContent(/The BLIK code has expired\.yes$/)
    await expect(within(canvasElement).queryByText(/BLK-ERROR-2100(00|17)/)).toBeNull()
  },
}
