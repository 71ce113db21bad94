import { PaymentsProvider } from '@tillkit/hooks'
import { testRows } from '@tillkit/hooks/testing'
import { act, render, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { dataAttributes } from '../internal/data-attributes.ts'
import { en } from '../messages/en.ts'
import { pl } from '../messages/pl.ts'
import { PaymentMethods } from './payment-methods.tsx'
import {
  createTestPicker,
  rowsWithFlaggedBank,
  type TestPicker,
  type TestPickerOptions,
} from '../testing/create-test-picker.tsx'
import { sentencesOf } from '../testing/sentences-of.ts'

async function show(options: TestPickerOptions = {}, prepare?: (made: TestPicker) => void) {
  const made = createTestPicker(options)
  prepare?.(made)
  const { container } = render(made.ui)
  await act(() => made.clock.advance(0))
  return { ...made, container }
}
const radio = (name: string | RegExp): HTMLInputElement => screen.getByRole('radio', { name })
const click = (element: HTMLElement): Promise<void> => act(async () => element.click())
const pay = (): Promise<void> => click(screen.getByRole('button', { name: /^(Pay|Zapłać) .*\d/ }))
const message = (): HTMLElement => screen.getByRole('group', { name: /./ })

describe('PaymentMethods', () => {
  it('preselects nothing and names the group, the methods and the amount', async () => {
    await show()
    expect(screen.getByRole('radiogroup', { name: en.legend })).toBeTruthy()
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([])
    expect(screen.getAllByRole('radio').length).toBe(4)
    expect(screen.getByRole('button', { name: /129\.99/ })).toBeTruthy()
  })

  it('is the channel where a method has only one, and opens channels in place where it has several', async () => {
    await show()
    await click(radio('BLIK'))
    expect(radio('BLIK').checked).toBe(true)
    await click(radio('Online bank transfer'))
    expect(radio('BLIK').checked).toBe(false)
    const banks = screen.getByRole('radiogroup', { name: 'Online bank transfer' })
    expect(
      within(banks)
        .getAllByRole<HTMLInputElement>('radio')
        .map(({ value }) => value),
    ).toEqual(['pbl/mtransfer', 'pbl/ipko', 'ing/ing'])
  })

  it("sends the chosen channel's id with a form, and nothing for a method without a channel", async () => {
    const { container, ui } = await show({ name: 'channel' })
    const form = document.createElement('form')
    container.append(form)
    render(ui, { container: form })
    const sent = (): unknown[] => [...new FormData(form)]
    const inside = within(form)
    await click(inside.getByRole('radio', { name: 'Online bank transfer' }))
    expect(sent()).toEqual([])
    await click(inside.getByRole('radio', { name: 'mBank' }))
    expect(sent()).toEqual([['channel', 'pbl/mtransfer']])
  })

  it("says a resting row's state in its name and the reason with the clock time in its description", async () => {
    await show({ rows: rowsWithFlaggedBank })
    await click(radio('Online bank transfer'))
    const resting = radio('PKO BP Unavailable')
    expect(resting.getAttribute('aria-disabled')).toBe('true')
    expect(resting.disabled).toBe(false)
    expect(document.getElementById(resting.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /^Taking a break/,
    )
    await click(resting)
    expect(resting.checked).toBe(false)
  })

  it('pays with the chosen channel and hands the address over', async () => {
    const onRedirect = vi.fn()
    const { gateway } = await show({ onRedirect })
    await click(radio('BLIK'))
    await pay()
    expect(gateway.payments().map(({ channel }) => channel.id)).toEqual(['blik/blik'])
    expect(onRedirect).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ type: 'redirect' }))
    const button = screen.getByRole('button', { name: en.busy })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    await click(button)
    expect(gateway.payments().length).toBe(1)
  })

  it.each([
    [[], 'blocked.nothing-chosen'],
    [['Online bank transfer'], 'blocked.channel-not-chosen'],
  ] as const)('says what is missing after choosing %j, and focus goes there', async (names, key) => {
    const { gateway } = await show()
    for (const name of names) await click(radio(name))
    await pay()
    expect(document.activeElement).toBe(message())
    expect(message().textContent).toContain(en[key])
    expect(gateway.payments()).toEqual([])
  })

  it('greys a bank that answers 500, keeps it chosen, tells that nothing was charged, and lets another one pay', async () => {
    const { gateway, container } = await show({ onRedirect: vi.fn() }, (made) =>
      made.gateway.script.pay.push(500),
    )
    await click(radio('Online bank transfer'))
    await click(radio('mBank'))
    await pay()
    expect(document.activeElement).toBe(message())
    expect(message().textContent).toMatch(/^mBank isn't answering right now\. You can try it again from .+/)
    expect(message().textContent).toContain(en.notCharged)
    const resting = radio('mBank Unavailable')
    expect([resting.checked, resting.validity.customError]).toEqual([true, true])
    expect(container.querySelector('.till-cool-down')?.textContent).toBe('in 5:00')
    expect(container.querySelector('input[type=hidden]')).toBeNull()
    await pay()
    expect(gateway.payments().length).toBe(1)
    await click(radio('PKO BP'))
    expect(screen.queryByText(en.notCharged)).toBeNull()
    await pay()
    expect(gateway.payments().map(({ channel }) => channel.id)).toEqual(['pbl/mtransfer', 'pbl/ipko'])
  })

  it('offers the bank as a trial five minutes later, and the message follows', async () => {
    const { clock } = await show({}, (made) => made.gateway.script.pay.push(500))
    await click(radio('BLIK'))
    await pay()
    await act(() => clock.advance(5 * 60_000))
    expect(screen.getByText(en['reason.trial'])).toBeTruthy()
    expect(message().textContent).toContain('BLIK: you can try it again now')
  })

  it('keeps the message while it is unknown whether money moved, whatever is chosen', async () => {
    await show({}, (made) => {
      made.gateway.script.pay.push('timeout')
      made.gateway.script.orderPayment.push({ status: 'pending' })
    })
    await click(radio('BLIK'))
    await pay()
    await click(radio('Card'))
    expect(message().textContent?.trim()).toBe(en['failure.interrupted'])
    expect(screen.queryByText(en.notCharged)).toBeNull()
  })

  it('says of a lost answer that nothing was charged once the shop knows it', async () => {
    await show({}, (made) => made.gateway.script.pay.push('lost'))
    await click(radio('BLIK'))
    await pay()
    expect(message().textContent).toContain(en.brokeOff)
    expect(message().textContent).toContain(en.notCharged)
  })

  it('keeps the choice and the message when the language changes', async () => {
    const { client, gateway, clock } = createTestPicker()
    gateway.script.pay.push(400)
    const page = (locale: string) => (
      <PaymentsProvider
        client={client}
        order={{ id: 'A-1', amount: 12_999, currency: 'PLN' }}
        locale={locale}
      >
        <PaymentMethods blik="page" />
      </PaymentsProvider>
    )
    const { rerender } = render(page('en'))
    await act(() => clock.advance(0))
    await vi.waitFor(() => screen.getByRole('radio', { name: 'BLIK' }), 50_000)
    await click(radio('BLIK'))
    await pay()
    rerender(page('pl'))
    await act(() => clock.advance(0))
    await vi.waitFor(() => screen.getByText(pl.notCharged), 50_000)
    expect(message().textContent).toContain(pl['failure.couldNotStart'])
    expect(radio('BLIK').checked).toBe(true)
  })

  it('says not to pay yet while another attempt may still charge', async () => {
    const { clock } = await show({}, (made) =>
      made.gateway.script.pay.push({ name: 'attempt-open', status: 409, readable: true }),
    )
    await click(radio('BLIK'))
    await pay()
    expect(screen.getByText(en.checking)).toBeTruthy()
    expect(document.activeElement).not.toBe(screen.getByText(en.checking))
    await act(() => clock.advance(120_000))
    expect(message().textContent).toBe(`${en['failure.unknown']} Order number: A-1`)
  })

  it('says back from the bank that the payment there is still open', async () => {
    const { page, clock } = await show({}, (made) =>
      made.gateway.script.orderPayment.push({ status: 'pending' }),
    )
    await click(radio('BLIK'))
    await pay()
    page.restore()
    await act(() => clock.advance(0))
    expect(message().textContent).toContain('BLIK: this payment is still open')
    expect(screen.queryByText(en.notCharged)).toBeNull()
  })

  it('adds to any other failure that the page did not open', async () => {
    await show({}, (made) => {
      made.gateway.script.pay.push(504)
      made.gateway.script.orderPayment.push(501)
    })
    await click(radio('BLIK'))
    await pay()
    expect(message().textContent).toContain(en['failure.gatewayDown'])
    expect(message().textContent).toContain(en.pageNotOpened)
  })

  it.each([
    ['a field the page marks itself', [{ field: 'customer.email', message: 'Bad value' }], false],
    ['a property the page has no field for', [{ field: 'customer.tax', message: 'Bad value' }], true],
    ['something without a name', [{ message: 'Bad value' }], true],
  ])('says of %s no word of imoje’s', async (_what, errors, isElsewhere) => {
    await show({ fields: ['customer.email'] }, (made) =>
      made.gateway.script.pay.push({ name: '422', status: 422, readable: true, errors }),
    )
    await click(radio('BLIK'))
    await pay()
    expect(message().textContent).toContain(en['failure.checkFields'])
    expect(message().textContent?.includes(en.otherDetails)).toBe(isElsewhere)
    expect(message().textContent).not.toMatch(/Bad value|customer/)
  })

  it('pauses after too many tries, with the seconds left, and says when it is over', async () => {
    const { clock } = await show({}, (made) => made.gateway.script.pay.push(429))
    await click(radio('BLIK'))
    await pay()
    expect(message().textContent).toContain('in 0:20')
    await act(() => clock.advance(20_000))
    expect(message().textContent).toContain(en.waitOver)
  })

  it('shows one banner while imoje is away, and no sentence on any row', async () => {
    const { container, clock, gateway } = await show({}, (made) => made.gateway.script.pay.push(503))
    await click(radio('BLIK'))
    await pay()
    const banner = container.querySelector('.till-banner')
    expect(banner?.textContent).toContain(en['gateway.down'])
    expect(container.querySelectorAll('[data-usable=false] .till-row__state').length).toBe(0)
    expect(container.textContent?.match(/taking a break/g)?.length).toBe(2)
    expect(radio('Card Unavailable').getAttribute('aria-describedby')).toBe(banner?.id)
    const before = gateway.requests.length
    await act(() => clock.advance(5 * 60_000))
    expect(gateway.requests.length).toBe(before + 1)
    expect(container.querySelector('.till-banner')).toBeNull()
    expect(radio('BLIK').ariaDisabled).not.toBe('true')
  })

  it('checks at once when asked to, but not twice in a moment', async () => {
    const { gateway, clock } = await show({}, (made) => made.gateway.script.list.push(503, 503))
    await act(() => clock.advance(31_000))
    const before = gateway.requests.length
    await click(screen.getByRole('button', { name: en.checkNow }))
    expect(gateway.requests.length).toBe(before + 1)
    await click(screen.getByRole('button', { name: en.checkNow }))
    expect(gateway.requests.length).toBe(before + 1)
    expect(screen.getByText(en.checkedJustNow)).toBeTruthy()
  })

  it('shows a skeleton, then words when it takes too long, and never "no methods"', async () => {
    const { clock, container } = await show({}, (made) => {
      made.gateway.listPaymentMethods = () => new Promise(() => undefined)
    })
    expect(screen.getByText(en.loading)).toBeTruthy()
    await act(() => clock.advance(12_000))
    expect(screen.getByText(en.slow)).toBeTruthy()
    expect(container.textContent).not.toContain(en.empty)
    expect(screen.queryByRole('button', { name: /^Pay .*\d/ })).toBeNull()
  })

  it('says that the list failed and reads it again when asked to', async () => {
    await show({}, (made) => made.gateway.script.list.push(404))
    await click(screen.getByRole('button', { name: en.tryAgain }))
    expect(radio('BLIK')).toBeTruthy()
  })

  it.each([
    ['unauthenticated', 'failure.signIn'],
    ['forbidden-origin', 'failure.reload'],
    ['internal', 'listFailed'],
  ] as const)("tells the shop's own answer %s to the list", async (type, key) => {
    await show({}, (made) => made.gateway.script.list.push(type, type, type))
    expect(screen.getByText(en[key])).toBeTruthy()
  })

  it('says why there is nothing to choose from', async () => {
    await show({ rows: [] })
    expect(screen.getByText(en['empty.none'])).toBeTruthy()
  })

  it('shows where to transfer to, and the way back', async () => {
    await show({ rows: [{ paymentMethod: 'wt', paymentMethodCode: 'wt', description: 'Przelew' }] }, (made) =>
      made.gateway.script.pay.push({
        id: 't',
        status: 'new',
        action: { type: 'transfer', account: 'PL00105000990000009900000099', title: 'TX 1' },
      }),
    )
    await click(radio('Traditional transfer'))
    await pay()
    expect(screen.getByText('PL00 1050 0099 0000 0099 0000 0099')).toBeTruthy()
    expect(screen.getByText('TX 1')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy Account number' })).toBeTruthy()
    await click(screen.getByRole('button', { name: en.otherWay }))
    expect(radio('Traditional transfer')).toBeTruthy()
  })

  it('ends with the good news, and tells the host once', async () => {
    const onPaid = vi.fn()
    await show({ onPaid }, (made) => made.gateway.script.pay.push('order-paid'))
    await click(radio('BLIK'))
    await pay()
    expect(document.activeElement?.textContent).toBe(en.paid)
    expect(onPaid).toHaveBeenCalledOnce()
    expect(screen.queryAllByRole('radio')).toEqual([])
  })

  it('speaks Polish throughout', async () => {
    const { container } = await show({ messages: pl, locale: 'pl', rows: rowsWithFlaggedBank })
    await click(radio('Szybki przelew'))
    await pay()
    const polish = new Set(sentencesOf(pl).map(([, text]) => text))
    const english = new Set(sentencesOf(en).flatMap(([, text]) => (polish.has(text) ? [] : text)))
    const texts = [...container.querySelectorAll('*')].flatMap(({ childNodes }) =>
      [...childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent?.trim() ?? ''),
    )
    expect(texts.filter((text) => english.has(text))).toEqual([])
    expect(container.querySelector('.till-root')?.getAttribute('lang')).toBe('pl')
    expect(screen.getByRole('button', { name: /^Zapłać 129,99/ })).toBeTruthy()
  })

  it('renders on a server without clock times, and writes no style attribute', async () => {
    const { ui } = createTestPicker({ rows: testRows })
    const html = renderToString(ui)
    expect(html).toContain(en.loading)
    expect(html).not.toMatch(/style=|\d:\d\d/)
    const { container } = await show()
    expect(container.innerHTML).not.toContain('style=')
  })

  it('carries only documented data attributes', async () => {
    const { container } = await show({ rows: rowsWithFlaggedBank })
    await click(radio('Online bank transfer'))
    await pay()
    const found = [...container.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('data-')),
    )
    for (const name of found) expect(dataAttributes).toContain(name)
  })

  it('passes class, ref, label and other attributes on', async () => {
    const ref = vi.fn()
    await show({ className: 'mine', ref, id: 'picker', 'aria-label': 'Payment' })
    const root = document.getElementById('picker')
    expect(root?.className).toBe('till-root mine')
    expect(ref).toHaveBeenCalledWith(root)
    expect(screen.getByRole('radiogroup', { name: 'Payment' })).toBeTruthy()
  })
})
