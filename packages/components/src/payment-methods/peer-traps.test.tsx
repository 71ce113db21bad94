import { PaymentsProvider } from '@tillkit/hooks'
import { testRows } from '@tillkit/hooks/testing'
import { act, render, screen, within } from '@testing-library/react'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataAttributes } from '../internal/data-attributes.ts'
import { en } from '../messages/en.ts'
import { pl } from '../messages/pl.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import { createTestPicker, rowsWithFlaggedBank, rowsWithManyBanks } from '../testing/create-test-picker.tsx'
import { sentencesOf } from '../testing/sentences-of.ts'
import { click, radio, showPicker, values } from '../testing/show-picker.tsx'
import { PaymentMethods } from './payment-methods.tsx'

/*
 * Thirteen traps that pickers like this one fell into; each test names its own by number. Those of the keyboard and of what can be
 * seen (1, a resting option opened by Enter; 2, one arrow key let through; 3, the reason only in a tooltip) are in
 * keyboard.browser.test.tsx, where the browser is a real one.
 */
const layouts: readonly Layout[] = ['list', 'tabs', 'grid', 'compact']
const pay = (name = /^(Pay|Zapłać) .*\d/): Promise<void> => click(screen.getByRole('button', { name }))

describe('traps that others fell into', () => {
  it('have a test each', () => {
    const named = ['peer-traps.test.tsx', 'keyboard.browser.test.tsx']
      .map((file) => readFileSync(`src/payment-methods/${file}`, 'utf8'))
      .flatMap((text) => [...text.matchAll(/'((?:\d+, )*\d+): \S/g)])
      .flatMap(([, numbers = '']) => numbers.split(', ').map(Number))
    expect([...new Set(named)].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  })

  it.each(layouts)('4: a channel is not off for ever after one failure, in %s', async (layout) => {
    const { clock } = await showPicker({ layout }, ({ gateway }) => gateway.script.pay.push(500))
    await click(radio('BLIK'))
    await pay()
    expect(radio('BLIK Unavailable').ariaDisabled).toBe('true')
    await act(() => clock.advance(5 * 60_000))
    if (layout === 'compact') await click(screen.getByRole('button', { name: en.change }))
    expect(radio('BLIK').ariaDisabled).not.toBe('true')
  })

  it.each(layouts)('5: a failure does not take the list away, in %s', async (layout) => {
    await showPicker({ layout }, ({ gateway }) => gateway.script.pay.push(500))
    const before = values()
    await click(radio('BLIK'))
    await pay()
    expect(values().toSorted()).toEqual(before.toSorted())
    await click(radio('Card'))
    expect(screen.queryByText(en.notCharged)).toBeNull()
  })

  it('6: nothing is asked for without a pause, whatever is wrong', async () => {
    const { clock, gateway } = await showPicker({ rows: rowsWithFlaggedBank }, (made) =>
      made.gateway.script.pay.push(503),
    )
    await click(radio('BLIK'))
    await pay()
    const before = gateway.requests.length
    gateway.script.list.push(503, 503)
    await act(() => clock.advance(30 * 60_000))
    // Three looks at whether imoje is back, five minutes apart; then the list each minute, since one bank is off.
    expect(gateway.requests.length - before).toBeLessThanOrEqual(3 + 15)
  })

  it.each(layouts)('7: no English is left in Polish, in %s', async (layout) => {
    const { container } = await showPicker({
      layout,
      messages: pl,
      locale: 'pl',
      limit: 5,
      rows: rowsWithManyBanks.map((row) =>
        row.paymentMethodCode === 'ipko' ? { ...row, isOnline: false } : row,
      ),
      consent: { terms: '/terms', privacy: '/privacy' },
    })
    await click(radio('Szybki przelew'))
    await pay()
    await click(radio('mBank'))
    const polish = new Set(sentencesOf(pl).map(([, text]) => text))
    const english = sentencesOf(en).flatMap(([, text]) => (polish.has(text) ? [] : text))
    const said = [...container.querySelectorAll('*')].flatMap((element) => [
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? node.data.trim() : [])),
      ...['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name)?.trim() ?? ''),
    ])
    expect(said.filter((text) => english.includes(text))).toEqual([])
    expect(said).toContain(layout === 'compact' ? pl.change : pl.search)
  })

  it.each([
    ['its name', { description: 'Another Bank' }],
    ['its image', { paymentMethodCodeImage: [{ svg: 'data:image/svg+xml,<svg/>' }] }],
    ['that it is offline', { isOnline: false }],
    ['that it is not active', { isActive: false }],
    ['its least amount', { transactionLimits: { minTransaction: { value: 20_000 } } }],
    ['its largest amount', { transactionLimits: { maxTransaction: { value: 10_000 } } }],
    ["the shop's own pause", { restsForMs: 90_000 }],
  ])('8: what is fetched is used: %s', async (_, change) => {
    const draw = async (own: object): Promise<string> => {
      const rows = testRows.map((row) => (row.paymentMethod === 'blik' ? { ...row, ...own } : row))
      const { container } = await showPicker({ rows })
      return container.querySelector('.till-list')?.innerHTML.replaceAll(/_r_\w+_/g, '') ?? ''
    }
    expect(await draw(change)).not.toBe(await draw({}))
    expect(await draw({})).toBe(await draw({}))
  })

  it('9: a broken row costs only itself', async () => {
    const broken = { paymentMethod: 'blik', paymentMethodCode: 'broken', isOnline: 'perhaps' } as never
    await showPicker({ rows: [broken, ...testRows] })
    expect(values()).toEqual(['blik/blik', 'pbl', 'card/ecom3ds', 'imoje_paylater/paypo'])
  })

  it('10: what the style sheets honour is in the types', () => {
    const css = globSync('src/**/*.css')
      .filter((file) => !file.includes('stories'))
      .map((file) => readFileSync(file, 'utf8'))
    const used = css.flatMap((text) => [...text.matchAll(/\[(data-[\w-]+)/g)].map(([, name = '']) => name))
    expect(dataAttributes).toEqual(expect.arrayContaining([...new Set(used)]))
    const documented = readFileSync('src/internal/data-attributes.ts', 'utf8').split('export const')[0]
    for (const name of dataAttributes) expect(documented, name).toContain(`[${name}`)
  })

  it('11: "no methods" never flashes while the list is on its way', async () => {
    const said = new Set<string>()
    const { ui, clock } = createTestPicker()
    const { container } = render(ui)
    const listen = new MutationObserver(() => said.add(container.textContent ?? ''))
    listen.observe(container, { childList: true, subtree: true, characterData: true })
    said.add(container.textContent ?? '')
    await act(() => clock.advance(0))
    await act(() => clock.advance(1_000))
    listen.disconnect()
    expect(values().length).toBe(4)
    const [currency = ''] = en['empty.currency'].split('{')
    for (const text of said)
      for (const empty of [en.empty, en['empty.none'], currency]) expect(text).not.toContain(empty)
    expect([...said][0]).toContain(en.loading)
  })

  it('12: failures are remembered into the next checkout', async () => {
    const { client, clock, gateway } = createTestPicker()
    const checkout = (id: string) => (
      <PaymentsProvider client={client} order={{ id, amount: 100, currency: 'PLN' }} locale="en">
        <PaymentMethods messages={en} blik="page" onRedirect={() => undefined} />
      </PaymentsProvider>
    )
    const first = render(checkout('A-1'))
    const inside = within(first.container)
    await act(() => clock.advance(0))
    gateway.script.pay.push(500)
    await click(inside.getByRole('radio', { name: 'BLIK' }))
    await click(inside.getByRole('button', { name: /^Pay .*\d/ }))
    first.unmount()
    render(checkout('A-2'))
    await act(() => clock.advance(0))
    expect(radio('BLIK Unavailable').ariaDisabled).toBe('true')
    await act(() => clock.advance(5 * 60_000))
    gateway.script.pay.push(500)
    await click(radio('BLIK'))
    await pay()
    expect(screen.getAllByText('in 10:00').length).toBe(1)
  })

  it.each([400, 401, 422, 500, 504] as const)(
    '13: no word for developers reaches the shopper after %i',
    async (status) => {
      const { container } = await showPicker({}, ({ gateway }) =>
        gateway.script.pay.push({
          name: `${status}`,
          status,
          readable: true,
          code: 'DEV-1',
          detail: 'Stack trace',
          traceId: 'trace-9',
          errors: [{ field: 'customer.email', message: 'Bad property' }],
        }),
      )
      await click(radio('BLIK'))
      await pay()
      expect(container.querySelector('.till-message')).not.toBeNull()
      expect(container.innerHTML).not.toMatch(/DEV-1|Stack trace|trace-9|Bad property|customer\.email/)
      expect(container.textContent).not.toMatch(new RegExp(`\\b${status}\\b|error`, 'i'))
    },
  )
})
