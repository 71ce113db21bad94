import { useId, type ComponentType, type ReactElement } from 'react'
import { useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../messages/en.ts'
import { MessagesProvider } from '../messages/messages-provider.tsx'
import { PaymentMethods } from '../payment-methods/payment-methods.tsx'
import { createTestPicker, type TestPicker } from '../testing/create-test-picker.tsx'
import { useFieldErrors } from './use-field-errors.ts'

/*
 * The forms of the README, each of a shop that saves the customer before it pays and marks what imoje refuses.
 */
const fields = ['customer.firstName', 'customer.email'] as const

interface Customer {
  readonly firstName: string
  readonly email: string
}

interface CheckoutProps {
  readonly save: (customer: Customer) => Promise<void>
}

interface FieldProps extends React.ComponentProps<'input'> {
  readonly label: string
  readonly problem: string | undefined
}

function Field({ label, problem, ...input }: FieldProps): ReactElement {
  const id = useId()
  return (
    <p>
      <label htmlFor={input.name}>{label}</label>
      <input
        {...input}
        id={input.name}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && id}
      />
      {problem && <span id={id}>{problem}</span>}
    </p>
  )
}

function NativeForm({ save }: CheckoutProps): ReactElement {
  const errors = useFieldErrors(fields, ([first]) => document.getElementById(first.field)?.focus())
  const onBeforePay = async (): Promise<boolean> => {
    const form = document.querySelector<HTMLFormElement>('#checkout')
    if (!form?.reportValidity()) return false
    const sent = new FormData(form)
    const valueOf = (name: string): string => {
      const value = sent.get(name)
      return typeof value === 'string' ? value : ''
    }
    await save({ firstName: valueOf('customer.firstName'), email: valueOf('customer.email') })
    return true
  }
  return (
    <form id="checkout">
      <Field label="First name" name="customer.firstName" required problem={errors['customer.firstName']} />
      <Field label="E-mail" name="customer.email" required problem={errors['customer.email']} />
      <PaymentMethods fields={fields} onBeforePay={onBeforePay} messages={en} blik="page" />
    </form>
  )
}

function HookForm({ save }: CheckoutProps): ReactElement {
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { customer: { firstName: '', email: '' } },
  })
  useFieldErrors(fields, (refused) => {
    for (const [index, { field, message }] of refused.entries())
      setError(field, { message }, { shouldFocus: index === 0 })
  })
  const onBeforePay = async (): Promise<boolean> => {
    let isSaved = false
    await handleSubmit(async ({ customer }) => {
      await save(customer)
      isSaved = true
    })()
    return isSaved
  }
  const { firstName, email } = formState.errors.customer ?? {}
  const required = 'Fill this in.'
  return (
    <form>
      <Field
        label="First name"
        problem={firstName?.message}
        {...register('customer.firstName', { required })}
      />
      <Field label="E-mail" problem={email?.message} {...register('customer.email', { required })} />
      <PaymentMethods fields={fields} onBeforePay={onBeforePay} messages={en} blik="page" />
    </form>
  )
}

const forms: readonly (readonly [string, ComponentType<CheckoutProps>])[] = [
  ['a native form', NativeForm],
  ['a form by react-hook-form', HookForm],
]

const refuse = (made: TestPicker, ...names: readonly string[]): void =>
  void made.gateway.script.pay.push({
    name: '422',
    status: 422,
    readable: true,
    errors: names.map((field) => ({ field, message: 'Bad property' })),
  })

async function show(Checkout: ComponentType<CheckoutProps>) {
  const save = vi.fn<CheckoutProps['save']>(() => Promise.resolve())
  const made = createTestPicker({
    parts: (
      <MessagesProvider messages={en}>
        <Checkout save={save} />
      </MessagesProvider>
    ),
  })
  const { container, getByLabelText } = await render(made.ui)
  await made.clock.advance(0)
  const fill = (label: string, text: string): Promise<void> => userEvent.fill(getByLabelText(label), text)
  const field = (name: string): HTMLElement | null => document.getElementById(name)
  const pay = async (): Promise<void> => {
    await userEvent.click(container.querySelector('.till-pay') ?? container)
    await made.clock.advance(0)
  }
  const choose = async (value: string): Promise<void> => {
    await expect.poll(() => container.querySelector(`input[value='${value}']`)).not.toBeNull()
    await userEvent.click(container.querySelector(`input[value='${value}']`)?.closest('label') ?? container)
  }
  /** What stands at a field, and is heard with it. */
  const problemAt = (name: string): string | undefined => {
    const described = field(name)?.getAttribute('aria-describedby')
    const problem = described ? document.getElementById(described)?.textContent : undefined
    expect(field(name)?.ariaInvalid).toBe(`${problem !== undefined}`)
    return problem
  }
  return { ...made, save, fill, field, pay, choose, problemAt, container }
}

describe.each(forms)('%s', (_, Checkout) => {
  it('is saved and paid', async () => {
    const { save, fill, pay, choose, gateway, page } = await show(Checkout)
    await fill('First name', 'Ada')
    await fill('E-mail', 'ada@shop.example')
    await choose('card/ecom3ds')
    await pay()
    await expect.poll(() => page.followed.length).toBe(1)
    expect(save.mock.calls).toEqual([[{ firstName: 'Ada', email: 'ada@shop.example' }]])
    expect(gateway.payments().length).toBe(1)
  })

  it('shows a refusal at its field, with focus there, and pays once that is mended', async () => {
    const made = await show(Checkout)
    const { fill, field, pay, choose, problemAt, container, page } = made
    refuse(made, 'customer.email')
    await fill('First name', 'Ada')
    await fill('E-mail', 'ada@localhost')
    await choose('card/ecom3ds')
    await pay()
    await expect.poll(() => problemAt('customer.email')).toBe(en['field.refused'])
    expect(problemAt('customer.firstName')).toBeUndefined()
    await expect.poll(() => document.activeElement).toBe(field('customer.email'))
    expect(container.querySelector('.till-message')?.textContent).toBe(
      `${en['failure.checkFields']} ${en.notCharged}`,
    )
    await fill('E-mail', 'ada@shop.example')
    await pay()
    await expect.poll(() => page.followed.length).toBe(1)
    expect(problemAt('customer.email')).toBeUndefined()
  })

  it('leads to the first of several', async () => {
    const made = await show(Checkout)
    refuse(made, 'customer.email', 'customer.firstName')
    await made.fill('First name', 'Ada')
    await made.fill('E-mail', 'ada@localhost')
    await made.choose('card/ecom3ds')
    await made.pay()
    await expect.poll(() => document.activeElement).toBe(made.field('customer.firstName'))
    expect(made.problemAt('customer.email')).toBe(en['field.refused'])
  })

  it('is not left for the picker’s old message when the next press finds a field empty', async () => {
    const made = await show(Checkout)
    refuse(made, 'customer.email')
    await made.fill('First name', 'Ada')
    await made.fill('E-mail', 'ada@localhost')
    await made.choose('card/ecom3ds')
    await made.pay()
    await expect.poll(() => document.activeElement).toBe(made.field('customer.email'))
    await made.fill('First name', '')
    await made.pay()
    await expect.poll(() => document.activeElement).toBe(made.field('customer.firstName'))
    await new Promise(requestAnimationFrame)
    expect(document.activeElement).toBe(made.field('customer.firstName'))
    expect(made.gateway.payments().length).toBe(1)
  })
})
