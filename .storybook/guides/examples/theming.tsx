import { PaymentMethods, type Appearance } from '@tillkit/components'

const appearance: Appearance = {
  theme: 'soft',
  density: 'roomy',
  variables: { '--till-accent': '#0a7d4f', '--till-radius': '4px' },
}

export const Checkout = () => <PaymentMethods appearance={appearance} />
