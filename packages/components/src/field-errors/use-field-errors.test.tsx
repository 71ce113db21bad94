import { PaymentMethods } from '../payment-methods/payment-methods.tsx'
import { usePay } from '@tillkit/hooks'
import { act, screen } from '@testing-library/react'
import { useState, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { en } from '../messages/en.ts'
import { MessagesProvider } from '../messages/messages-provider.tsx'
import { pl } from '../messages/pl.ts'
import type { TestPicker } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker } from '../testing/show-picker.tsx'
import { useFieldErrors, type RefusedField } from './use-field-errors.ts'

const fields = ['customer.firstName', 'customer.email'] as const

interface FieldsProps {
  readonly onRefused?: (refused: readonly RefusedField[]) => void
}

function Fields({ onRefused }: FieldsProps): ReactElement {
  const errors = useFieldErrors(fields, onRefused)
  const { dismiss } = usePay()
  return (
    <>
      {fields.map((field) => (
        <p key={field} data-field={field}>
          {errors[field]}
        </p>
      ))}
      <button type="button" onClick={dismiss}>
        Dismiss
      </button>
    </>
  )
}

const refuse =
  (...names: readonly (string | undefined)[]) =>
  ({ gateway }: TestPicker): void =>
    void gateway.script.pay.push({
      name: '422',
      status: 422,
      readable: true,
      errors: names.map((field) => ({ field, message: 'Bad property' })),
    })

const shown = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[data-field]')].map(({ textContent }) => textContent)
const pay = (): Promise<void> => click(screen.getByRole('button', { name: /^(Pay|Zapłać) .*\d/ }))
const picker = <PaymentMethods messages={en} blik="page" fields={fields} />

describe('useFieldErrors', () => {
  it('says at each refused field that it was, and nothing at the others', async () => {
    const parts = (
      <MessagesProvider messages={{ ...en, 'field.refused': 'Please mend this.' }}>
        <Fields />
        {picker}
      </MessagesProvider>
    )
    await showPicker({ parts }, refuse('customer.email', 'customer.phone'))
    expect(shown()).toEqual(['', ''])
    await click(radio('BLIK'))
    await pay()
    expect(shown()).toEqual(['', 'Please mend this.'])
    expect(screen.getByText(en.otherDetails)).toBeTruthy()
  })

  it("needs no provider of words: it loads the shopper's language", async () => {
    const parts = (
      <>
        <Fields />
        {picker}
      </>
    )
    await showPicker({ parts, locale: 'pl' }, refuse('customer.firstName', 'customer.email'))
    await click(radio('BLIK'))
    await pay()
    await act(() => vi.waitUntil(() => shown()[0] !== ''))
    expect(shown()).toEqual([pl['field.refused'], pl['field.refused']])
  })

  it.each([
    ['the attempt is dismissed', () => click(screen.getByRole('button', { name: 'Dismiss' }))],
    ['another channel is chosen', () => click(radio('Card'))],
    ['another attempt starts', pay],
  ])('says nothing any more once %s', async (_, act) => {
    const parts = (
      <MessagesProvider messages={en}>
        <Fields />
        {picker}
      </MessagesProvider>
    )
    await showPicker({ parts }, refuse('customer.email'))
    await click(radio('BLIK'))
    await pay()
    expect(shown()).toEqual(['', en['field.refused']])
    await act()
    expect(shown()).toEqual(['', ''])
  })

  it.each([
    ['above', (form: ReactElement) => [form, picker]],
    ['below', (form: ReactElement) => [picker, form]],
  ])('calls back once for each refusal, after the focus of a picker %s it', async (_, order) => {
    const focused: (string | undefined)[] = []
    const onRefused = vi.fn(() => void focused.push(document.activeElement?.className))
    const parts = (
      <MessagesProvider messages={en}>{order(<Fields key="form" onRefused={onRefused} />)}</MessagesProvider>
    )
    await showPicker({ parts }, (made) => {
      refuse('customer.email', 'customer.firstName')(made)
      refuse('customer.email')(made)
      refuse('customer.phone')(made)
    })
    await click(radio('BLIK'))
    await pay()
    const message = en['field.refused']
    expect(onRefused.mock.calls).toEqual([
      [
        [
          { field: 'customer.firstName', message },
          { field: 'customer.email', message },
        ],
      ],
    ])
    await pay()
    expect(onRefused.mock.lastCall).toEqual([[{ field: 'customer.email', message }]])
    await pay()
    expect(onRefused).toHaveBeenCalledTimes(2)
    expect(focused).toEqual(['till-message', 'till-message'])
  })

  it('marks the fields of a form that is mounted anew, without calling back', async () => {
    const onRefused = vi.fn()
    const Page = (): ReactElement => {
      const [isThere, setThere] = useState(true)
      return (
        <MessagesProvider messages={en}>
          {isThere && <Fields onRefused={onRefused} />}
          <button type="button" onClick={() => setThere(!isThere)}>
            Toggle
          </button>
          {picker}
        </MessagesProvider>
      )
    }
    const toggle = (): Promise<void> => click(screen.getByRole('button', { name: 'Toggle' }))
    await showPicker({ parts: <Page /> }, refuse('customer.email'))
    await click(radio('BLIK'))
    await pay()
    await toggle()
    expect(shown()).toEqual([])
    await toggle()
    expect(shown()).toEqual(['', en['field.refused']])
    expect(onRefused).toHaveBeenCalledTimes(1)
  })
})
