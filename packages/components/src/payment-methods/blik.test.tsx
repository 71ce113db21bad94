import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { PaymentsProvider } from '@tillkit/hooks'
import { describe, expect, it, vi } from 'vitest'
import { en } from '../messages/en.ts'
import { pl } from '../messages/pl.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import { createTestPicker, type TestPicker } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker } from '../testing/show-picker.tsx'
import { PaymentMethods, type PaymentMethodsProps } from './payment-methods.tsx'

const SECOND = 1_000
const field = (): HTMLInputElement => screen.getByRole('textbox', { name: en['blik.code'] })
const findField = (): HTMLElement | null => screen.queryByRole('textbox', { name: en['blik.code'] })
const type = (text: string): boolean => fireEvent.change(field(), { target: { value: text } })
const payButton = (): HTMLElement => screen.getByRole('button', { name: /^Pay .*\d/ })
const pay = (): Promise<void> => click(payButton())
const problem = (): string | undefined =>
  document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent ?? undefined
const message = (): HTMLElement => screen.getByRole('group', { name: /./ })

async function chooseBlik(props: PaymentMethodsProps = {}, prepare?: (made: TestPicker) => void) {
  const made = await showPicker({ blik: 'code', ...props }, prepare)
  await click(radio('BLIK'))
  return made
}
async function payWithCode(props?: PaymentMethodsProps, prepare?: (made: TestPicker) => void) {
  const made = await chooseBlik(props, prepare)
  type('123456')
  await pay()
  return made
}

describe('the field for a BLIK code', () => {
  it('stands by BLIK once it is chosen, and goes with the choice and the code', async () => {
    await showPicker({ blik: 'code' })
    expect(findField()).toBeNull()
    await click(radio('BLIK'))
    expect([field().inputMode, field().autocomplete, field().type]).toEqual([
      'numeric',
      'one-time-code',
      'text',
    ])
    type('123')
    await click(radio('Card'))
    expect(findField()).toBeNull()
    await click(radio('BLIK'))
    expect(field().value).toBe('')
  })

  it.each(['list', 'tabs', 'grid', 'compact'] satisfies Layout[])('is there in %s', async (layout) => {
    await chooseBlik({ layout })
    expect(field().value).toBe('')
  })

  it('is there without grouping, and where BLIK is the only method', async () => {
    const first = await chooseBlik({ grouping: 'none' })
    expect(field()).toBeTruthy()
    first.container.remove()
    await chooseBlik({ only: ['blik'] })
    expect(field()).toBeTruthy()
  })

  it("isn't there where the shop leaves the code to imoje's page", async () => {
    const { gateway } = await chooseBlik({ blik: 'page', onRedirect: () => undefined })
    expect(findField()).toBeNull()
    await pay()
    expect(gateway.payments()[0]?.blikCode).toBeUndefined()
  })

  it.each([
    ['123 456', '123 456'],
    ['000012', '000 012'],
    ['Kod: 123-456', '123 456'],
    ['12', '12'],
  ])('shows %j as %j', async (typed, shown) => {
    await chooseBlik()
    type(typed)
    expect(field().value).toBe(shown)
  })

  it('pays with the digits on Enter, and submits no form around it', async () => {
    const { gateway } = await chooseBlik()
    type('012 345')
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(false)
    await act(async () => undefined)
    expect(gateway.payments().map(({ blikCode }) => blikCode)).toEqual(['012345'])
  })

  it.each(['', '12345'])('says what is missing of %j, and has the focus', async (code) => {
    const { gateway } = await chooseBlik()
    if (code) type(code)
    payButton().focus()
    await pay()
    expect(gateway.payments()).toEqual([])
    expect(problem()).toBe(en['blocked.blik-code'])
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field())
    expect(screen.getAllByText(en['blocked.blik-code']).length).toBe(1)
    payButton().focus()
    await pay()
    expect(document.activeElement).toBe(field())
    type('123')
    expect(screen.queryByText(en['blocked.blik-code'])).toBeNull()
  })

  it('gives the code to no form, no attribute and no event', async () => {
    const { clock, ui, client } = createTestPicker({ blik: 'code' })
    const events: unknown[] = []
    client.subscribe((event) => events.push(event))
    const form = document.createElement('form')
    document.body.append(form)
    render(ui, { container: form })
    await act(() => clock.advance(0))
    await click(within(form).getByRole('radio', { name: 'BLIK' }))
    type('987654')
    expect([...new FormData(form)]).toEqual([['paymentChannel', 'blik/blik']])
    expect(form.outerHTML).not.toMatch(/987\s?654/)
    await click(within(form).getByRole('button', { name: /^Pay .*\d/ }))
    expect(form.outerHTML).not.toMatch(/987\s?654/)
    expect(JSON.stringify(events)).not.toContain('987654')
    form.remove()
  })

  it('keeps the code while nothing was sent', async () => {
    const { page } = await chooseBlik()
    type('123456')
    await act(async () => page.set({ online: false }))
    await pay()
    expect(field().value).toBe('123 456')
  })
})

describe('confirming in the bank’s app', () => {
  it('takes the place of the list, with the time left and the focus, and cannot be paid twice', async () => {
    const { clock, container, gateway } = await payWithCode()
    const panel = screen.getByRole('group', { name: en['confirming.title'] })
    expect(document.activeElement).toBe(panel)
    const ids = panel.getAttribute('aria-describedby')?.split(' ') ?? []
    const [text, other] = ids.map((id) => document.getElementById(id)?.textContent)
    expect(text).toMatch(/accept the payment by \d+:\d\d/)
    expect(other).toBe(en['confirming.other'])
    const left = container.querySelector('.till-confirm__left')
    expect([left?.textContent, left?.getAttribute('aria-hidden')]).toEqual(['Time left: 2:00', 'true'])
    await act(() => clock.advance(SECOND))
    expect(left?.textContent).toBe('Time left: 1:59')
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('radio')).toBeNull()
    expect(gateway.payments().length).toBe(1)
    // Focus has told it.
    expect(container.querySelector('[role=status]')?.textContent).toBe('')
  })

  it('ends with the good news, which takes the focus over', async () => {
    const onPaid = vi.fn()
    const { clock, gateway } = await payWithCode({ onPaid })
    gateway.script.transaction.push({ status: 'settled' })
    await act(() => clock.advance(4 * SECOND))
    expect(document.activeElement?.textContent).toBe(en.paid)
    expect(onPaid).toHaveBeenCalledOnce()
  })

  it('is announced where it is found again, as after a reload, and takes no focus', async () => {
    const { client, clock, container, gateway } = await payWithCode()
    const again = (
      <PaymentsProvider client={client} order={{ id: 'A-1', amount: 12_999, currency: 'PLN' }} locale="en">
        <PaymentMethods messages={en} />
      </PaymentsProvider>
    )
    cleanup()
    expect(container.textContent).toBe('')
    const found = render(again).container
    await act(() => clock.advance(3 * SECOND))
    expect(found.querySelector('.till-confirm')).not.toBeNull()
    expect(found.querySelector('[role=status]')?.textContent).toBe(en['confirming.title'])
    expect(document.activeElement).toBe(document.body)
    gateway.script.transaction.push({ status: 'settled' })
    await act(() => clock.advance(2 * SECOND))
    expect(found.querySelector('[role=status]')?.textContent).toBe(en.paid)
  })

  it('says the order number and whom to ask when two minutes brought no answer, and goes on saying so', async () => {
    const { clock, gateway } = await payWithCode({}, (made) =>
      made.gateway.script.orderPayment.push(...Array.from({ length: 60 }, () => 'lost' as const)),
    )
    await act(() => clock.advance(121 * SECOND))
    expect(message().textContent).toBe(`${en['failure.unknown']} Order number: A-1`)
    expect(document.activeElement).toBe(message())
    expect(screen.queryByText(en.notCharged)).toBeNull()
    expect(field().value).toBe('')
    payButton().focus()
    await pay()
    expect(gateway.payments().length).toBe(1)
    expect(problem()).toBe(en['blocked.blik-code'])
    expect(document.activeElement).toBe(field())
    expect(message().textContent).toContain('Order number: A-1')
  })
})

describe('a declined payment', () => {
  const declines = [
    ['210001', 'bankBreak', false],
    ['210002', 'alias', true],
    ['210005', 'wrongCode', true],
    ['210006', 'expiredCode', true],
    ['210007', 'codeProblem', true],
    ['210009', 'declinedInApp', true],
    ['210010', 'notConfirmed', true],
    ['210012', 'wrongPin', true],
    ['210013', 'security', true],
    ['210014', 'limit', true],
    ['210015', 'noFunds', true],
    ['210016', 'issuer', true],
    ['210099', 'generic', true],
  ] as const

  it.each(declines)('with %s says %s and what to do now', async (code, reason, asksNewCode) => {
    const { clock, gateway } = await payWithCode()
    gateway.script.transaction.push({ status: 'rejected', statusCode: `BLK-ERROR-${code}` })
    await act(() => clock.advance(2 * SECOND))
    const [said, money] = [...message().querySelectorAll('p')].map((line) => line.textContent?.trim())
    expect(said).toBe(`${en[`decline.${reason}`]}${asksNewCode ? ` ${en.newCode}` : ''}`)
    expect(money).toBe(en.notCharged)
    expect(document.activeElement).toBe(message())
    expect(field().value).toBe('')
    expect(radio('BLIK').checked).toBe(true)
  })

  it('without a reason says that it was not accepted', async () => {
    const { clock, gateway } = await payWithCode()
    gateway.script.transaction.push({ status: 'rejected', statusCode: 'BLK-ERROR-210000' })
    await act(() => clock.advance(2 * SECOND))
    expect(message().textContent).toContain(en['failure.declined'])
  })

  it('is paid with a new code', async () => {
    const { clock, gateway } = await payWithCode()
    gateway.script.transaction.push({ status: 'rejected', statusCode: 'BLK-ERROR-210005' })
    await act(() => clock.advance(2 * SECOND))
    type('654321')
    await pay()
    expect(gateway.payments().map(({ blikCode }) => blikCode)).toEqual(['123456', '654321'])
  })

  it('names a next step in each language', () => {
    for (const messages of [en, pl]) {
      expect(messages['decline.bankBreak']).toMatch(/choose another|wybierz inny/)
      expect(messages.newCode).toMatch(/choose another|wybierz inny/)
    }
  })
})
