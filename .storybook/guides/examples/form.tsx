import { PaymentMethods } from '@tillkit/components'
import { useState } from 'react'

export function Checkout() {
  const [sent, setSent] = useState<string>()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setSent(new URLSearchParams([...new FormData(event.currentTarget)] as [string, string][]).toString())
      }}
    >
      <label>
        Note for the courier <input name="note" defaultValue="Ring twice" />
      </label>
      <PaymentMethods name="channel" required only={['blik', 'card']} />
      <button type="submit">Order</button>
      <output>{sent}</output>
    </form>
  )
}
