import { useAvailability, useIsChosen, usePay, usePaymentMethods, usePaymentSelection } from '@tillkit/hooks'

export function OwnPicker() {
  const { methods } = usePaymentMethods()
  const { pay, state } = usePay({ onPaid: () => location.assign('/thanks') })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void pay()
      }}
    >
      <fieldset>
        <legend>How would you like to pay?</legend>
        {methods
          .flatMap(({ channels }) => channels.slice(0, 3)) // all of them would make this page long
          .map((channel) => (
            <Row key={channel.id} id={channel.id} label={channel.label} />
          ))}
      </fieldset>
      <button type="submit">Pay</button>
      <p role="status">
        {state.status === 'blocked' && 'Choose something that can be paid with.'}
        {state.status === 'failed' && `That didn’t work (${state.message}).`}
        {state.status === 'failed' && state.end === 'notCharged' && ' You haven’t been charged.'}
        {state.status === 'redirecting' && 'Taking you to the payment’s page.'}
      </p>
    </form>
  )
}

function Row({ id, label }: { id: `${string}/${string}`; label: string }) {
  const { status, selectableFrom } = useAvailability(id)
  const isChosen = useIsChosen(id)
  const { choose } = usePaymentSelection()
  if (status === 'hidden') return null
  const isUsable = status === 'available' || status === 'trial' || status === 'unconfirmed'
  return (
    <label>
      <input
        type="radio"
        name="channel"
        checked={isChosen}
        aria-disabled={!isUsable}
        onChange={() => choose(id)} // a channel that can't be used isn't chosen
      />{' '}
      {label}
      {!isUsable && ' — not now'}
      {selectableFrom !== undefined && `, from ${new Date(selectableFrom).toLocaleTimeString('en-GB')}`}
    </label>
  )
}
