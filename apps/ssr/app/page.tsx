import type { ReactElement } from 'react'
import { Checkout } from './checkout.tsx'

export default function Page(): ReactElement {
  return (
    <main>
      <h1>Zamówienie</h1>
      <Checkout />
    </main>
  )
}
