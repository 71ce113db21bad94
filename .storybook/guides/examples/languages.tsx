import { PaymentMethods, type MessageOverrides } from '@tillkit/components'

const messages: MessageOverrides = {
  legend: 'Jak zapłacisz?',
  channels: { 'pbl/ipko': { 'reason.outage': 'PKO BP ma dziś przerwę techniczną.' } },
}

// The provider around it has locale="pl".
export const Checkout = () => <PaymentMethods messages={messages} only={['blik', 'pbl']} />
