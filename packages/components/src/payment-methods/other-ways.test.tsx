import { testRows } from '@tillkit/hooks/testing'
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import type { TestPicker, TestPickerOptions } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker } from '../testing/show-picker.tsx'

const payButton = (): HTMLElement => screen.getByRole('button', { name: /^Pay .*\d/ })
const link = (): HTMLElement => screen.getByRole('button', { name: en['fallback.offer'] })
const rescue = (): HTMLElement => screen.getByRole('button', { name: /pay this way instead/ })
const message = (): HTMLElement => screen.getByRole('group', { name: /./ })

/** mBank was paid with and answered 500. */
async function failAtBank(options: TestPickerOptions = {}, prepare?: (made: TestPicker) => void) {
  const made = await showPicker({ onRedirect: () => undefined, ...options }, (picker) => {
    picker.gateway.script.pay.push(500)
    prepare?.(picker)
  })
  await click(radio('Online bank transfer'))
  await click(radio('mBank'))
  await click(payButton())
  return made
}
const links = ({ gateway }: TestPicker): number =>
  gateway.requests.filter(({ kind }) => kind === 'link').length

describe('a link to imoje’s own page', () => {
  it('is offered beside the message, and only there', async () => {
    await failAtBank()
    expect(link()).toBeTruthy()
    await click(radio('Card'))
    expect(screen.queryByRole('button', { name: en['fallback.offer'] })).toBeNull()
  })

  it('says that it is being opened, with the focus, until the page leaves', async () => {
    let isAnswered = (): void => undefined
    const made = await failAtBank({}, ({ gateway }) => {
      const { createLink } = gateway
      gateway.createLink = async (request) => {
        await new Promise<void>((resolve) => {
          isAnswered = resolve
        })
        return createLink(request)
      }
    })
    link().focus()
    await click(link())
    const status = screen.getByText(en['fallback.linking'])
    expect(status.getAttribute('role')).toBe('status')
    expect(document.activeElement).toBe(status)
    expect(screen.getByRole('button', { name: en.busy }).ariaDisabled).toBe('true')
    await act(async () => isAnswered())
    expect(screen.getByText(en['fallback.linking'])).toBe(document.activeElement)
    expect(links(made)).toBe(1)
  })

  it('says so where it cannot be made, with the focus, and offers no second one', async () => {
    const made = await failAtBank({}, ({ gateway }) => gateway.script.link.push(500))
    link().focus()
    await click(link())
    expect(message().textContent).toMatch(/^imoje isn't answering/)
    expect(document.activeElement).toBe(message())
    expect(screen.queryByRole('button', { name: en['fallback.offer'] })).toBeNull()
    expect(links(made)).toBe(1)
  })

  it('is not offered where nothing else works', async () => {
    const rows = testRows.filter(({ paymentMethod }) => paymentMethod === 'pbl')
    await showPicker({ rows }, ({ gateway }) => gateway.script.pay.push(500))
    await click(radio('mBank'))
    await click(payButton())
    expect(screen.getByText(/^mBank isn't answering right now\. You can/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: en['fallback.offer'] })).toBeNull()
  })
})

describe('the nearest channel that works', () => {
  it('is one press away while the chosen one rests, and its radio gets the focus', async () => {
    const { gateway } = await failAtBank()
    expect(rescue().textContent).toBe('PKO BP: pay this way instead')
    rescue().focus()
    await click(rescue())
    expect(radio('PKO BP').checked).toBe(true)
    expect(document.activeElement).toBe(radio('PKO BP'))
    expect(screen.queryByRole('button', { name: /pay this way instead/ })).toBeNull()
    await click(payButton())
    expect(gateway.payments().map(({ channel }) => channel.id)).toEqual(['pbl/mtransfer', 'pbl/ipko'])
  })

  it('leads to the one line of a list that closes', async () => {
    await failAtBank({ layout: 'compact' })
    await click(rescue())
    expect(document.activeElement).toBe(screen.getByRole('button', { name: en.change }))
  })

  it('is not offered where this picker does not show it', async () => {
    await showPicker({ only: ['blik'] }, ({ gateway }) => gateway.script.pay.push(500))
    await click(radio('BLIK'))
    await click(payButton())
    expect(screen.queryByRole('button', { name: /pay this way instead/ })).toBeNull()
  })

  it('is offered for a channel that left the list', async () => {
    const { clock, gateway, page } = await showPicker()
    await click(radio('BLIK'))
    gateway.rows = testRows.filter(({ paymentMethod }) => paymentMethod !== 'blik')
    await act(() => clock.advance(61_000))
    await act(async () => page.set({ visible: true }))
    await act(() => clock.advance(0))
    await click(rescue())
    expect(document.activeElement).toBe(radio('mBank'))
  })
})
