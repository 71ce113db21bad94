import { testRows } from '@tillkit/hooks/testing'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../messages/en.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import '../styles/index.css'
import {
  createTestPicker,
  rowsWithManyBanks,
  type TestPicker,
  type TestPickerOptions,
} from '../testing/create-test-picker.tsx'

interface Shown extends TestPicker {
  readonly form: HTMLFormElement
  /** What the form was submitted with, each time. */
  readonly submitted: readonly (readonly (readonly [string, unknown])[])[]
  readonly find: (selector: string) => HTMLElement
  readonly choose: (value: string) => Promise<void>
}

type Page = (picker: ReactNode) => ReactNode

const around: Page = (picker) => <form id="order">{picker}</form>

/** A picker in a shop's native form, in StrictMode. */
async function show(options: TestPickerOptions = {}, page = around, prepare?: (made: TestPicker) => void) {
  const made = createTestPicker(options)
  prepare?.(made)
  const submitted: [string, unknown][][] = []
  const { container } = await render(
    page(
      <>
        <input name="note" aria-label="Note" defaultValue="" />
        {made.ui}
        <button type="submit">Order</button>
      </>,
    ),
  )
  await made.clock.advance(0)
  const find = (selector: string): HTMLElement => {
    const element = container.querySelector<HTMLElement>(selector)
    if (!element) throw new Error(`There is no ${selector}.`)
    return element
  }
  const form = find('form') as HTMLFormElement
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submitted.push([...new FormData(form)])
  })
  const choose = async (value: string): Promise<void> => {
    await expect.poll(() => container.querySelector(`input[value='${value}']`)).not.toBeNull()
    find(`input[value='${value}']`).click()
  }
  const shown: Shown = { ...made, form, submitted, find, choose }
  return shown
}

const sent = (form: HTMLFormElement): unknown[] => [...new FormData(form)].filter(([name]) => name !== 'note')
const channel = (id: string): unknown[] => [['paymentChannel', id]]

/** The control at which the browser says what is missing, and its words. */
const invalid = (form: HTMLFormElement): readonly string[] =>
  ([...form.elements] as HTMLInputElement[])
    .filter(({ validity, willValidate }) => willValidate && !validity.valid)
    .map(({ value, validationMessage }) => `${value}: ${validationMessage}`)

describe('a form around the picker', () => {
  it('sends the chosen channel, however it is submitted', async () => {
    const { form, submitted, find, choose } = await show()
    await choose('blik/blik')
    await expect.poll(() => sent(form)).toEqual(channel('blik/blik'))
    find('[name=note]').focus()
    await userEvent.keyboard('{Enter}')
    form.requestSubmit()
    await userEvent.click(find('[type=submit]'))
    expect(submitted).toEqual(
      Array.from({ length: 3 }, () => [
        ['note', ''],
        ['paymentChannel', 'blik/blik'],
      ]),
    )
  })

  it('shows the choice to whoever listens to `formdata`, under the name it was given', async () => {
    const { form, choose } = await show({ name: 'way' })
    await choose('card/ecom3ds')
    await expect.poll(() => sent(form)).toEqual([['way', 'card/ecom3ds']])
    form.addEventListener('formdata', ({ formData }) => formData.append('seen', `${formData.has('way')}`))
    expect(sent(form)).toEqual([
      ['way', 'card/ecom3ds'],
      ['seen', 'true'],
    ])
  })

  it('sends nothing of the search and of the BLIK code, and neither is reset with it', async () => {
    const { form, find, choose } = await show({
      rows: [...rowsWithManyBanks, ...testRows.slice(0, 1)],
      blik: 'code',
    })
    await choose('blik/blik')
    await expect.poll(() => form.querySelector('.till-blik__field')).not.toBeNull()
    expect((find('.till-blik__field') as HTMLInputElement).form).toBeNull()
    await choose('pbl')
    await expect.poll(() => form.querySelector('[type=search]')).not.toBeNull()
    expect((find('[type=search]') as HTMLInputElement).form).toBeNull()
    expect(sent(form)).toEqual([])
  })

  it('is left without the entry, and invalid, once the chosen channel rests', async () => {
    const { form, gateway, clock, find, choose, submitted } = await show()
    await choose('card/ecom3ds')
    await expect.poll(() => sent(form)).toEqual(channel('card/ecom3ds'))
    gateway.script.pay.push(500)
    find('.till-pay').click()
    await clock.advance(0)
    await expect.poll(() => sent(form)).toEqual([])
    await expect.poll(() => invalid(form)).toEqual([expect.stringMatching(/^card\/ecom3ds: Isn't answering/)])
    form.requestSubmit()
    expect(submitted).toEqual([])
    await choose('blik/blik')
    await expect.poll(() => invalid(form)).toEqual([])
    form.requestSubmit()
    expect(submitted.length).toBe(1)
  })

  it('is left without the entry when a fresh list no longer has the channel', async () => {
    const { form, gateway, clock, page, choose } = await show()
    await choose('card/ecom3ds')
    await expect.poll(() => sent(form)).toEqual(channel('card/ecom3ds'))
    gateway.rows = testRows.filter((row) => row.paymentMethod !== 'card')
    await clock.advance(61_000)
    page.set({ visible: true })
    await clock.advance(0)
    await expect.poll(() => sent(form)).toEqual([])
  })

  it('forgets the choice when it is reset, and takes the next one', async () => {
    const { form, choose } = await show({ required: true })
    await choose('card/ecom3ds')
    await expect.poll(() => invalid(form)).toEqual([])
    form.reset()
    await expect.poll(() => sent(form)).toEqual([])
    expect(form.querySelectorAll('input:checked').length).toBe(0)
    await expect.poll(() => invalid(form)).toEqual([`blik/blik: ${en['blocked.nothing-chosen']}`])
    await choose('card/ecom3ds')
    await expect.poll(() => sent(form)).toEqual(channel('card/ecom3ds'))
    expect(form.querySelectorAll('input:checked').length).toBe(1)
  })

  it('forgets it from the one line of compact too, and keeps it when the page prevents the reset', async () => {
    const { form, choose } = await show({ layout: 'compact' })
    await choose('card/ecom3ds')
    await expect.poll(() => form.querySelector('.till-summary')).not.toBeNull()
    form.addEventListener('reset', (event) => event.preventDefault(), { once: true })
    form.reset()
    await new Promise(requestAnimationFrame)
    expect(sent(form)).toEqual(channel('card/ecom3ds'))
    form.reset()
    await expect.poll(() => form.querySelector('.till-summary')).toBeNull()
    expect(sent(form)).toEqual([])
  })

  it('has nothing checked after a reset, whatever was chosen when the rows came', async () => {
    const { form, find, choose } = await show({ layout: 'compact' })
    await choose('card/ecom3ds')
    await expect.poll(() => form.querySelector('.till-summary')).not.toBeNull()
    find('.till-summary button').click()
    await choose('pbl')
    await expect.poll(() => form.querySelectorAll('input:checked').length).toBe(1)
    form.reset()
    await expect.poll(() => form.querySelector('.till-channels')).toBeNull()
    expect(form.querySelectorAll('input:checked').length).toBe(0)
  })

  it('is not disturbed by a picker in a disabled fieldset: nothing is sent, asked for or chosen', async () => {
    const { form, find, submitted } = await show({ required: true }, (picker) => (
      <form>
        <fieldset disabled>{picker}</fieldset>
      </form>
    ))
    find("input[value='card/ecom3ds']").click()
    await userEvent.click(find('[data-method=card] > label'), { force: true })
    expect(form.querySelectorAll('input:checked').length).toBe(0)
    expect(find('.till-pay').matches(':disabled')).toBe(true)
    form.requestSubmit()
    expect(submitted).toEqual([[]])
  })
})

describe('a required picker', () => {
  it.each(['list', 'tabs', 'grid', 'compact'] satisfies Layout[])(
    'holds the form back in %s, with the browser’s own word at the first row that can be used',
    async (layout) => {
      const rows = testRows.map((row) => (row.paymentMethod === 'blik' ? { ...row, isOnline: false } : row))
      const { form, find, submitted, choose } = await show({ layout, rows, required: true })
      expect(invalid(form)).toEqual([`pbl: ${en['blocked.nothing-chosen']}`])
      await userEvent.click(find('[type=submit]'))
      expect(submitted).toEqual([])
      expect(document.activeElement).toBe(find('input[value=pbl]'))
      await choose('pbl')
      await expect.poll(() => invalid(form)).toEqual([`pbl/mtransfer: ${en['blocked.channel-not-chosen']}`])
      await userEvent.click(find('[type=submit]'))
      expect(submitted).toEqual([])
      expect(document.activeElement).toBe(find("input[value='pbl/mtransfer']"))
      await userEvent.keyboard(' ')
      await expect.poll(() => invalid(form)).toEqual([])
      await userEvent.click(find('[type=submit]'))
      expect(submitted).toEqual([[['note', ''], ...channel('pbl/mtransfer')]])
    },
  )

  it('follows the row that Tab comes to', async () => {
    const { form, find } = await show({ required: true })
    find("input[value='card/ecom3ds']").focus()
    await expect.poll(() => invalid(form)).toEqual([`card/ecom3ds: ${en['blocked.nothing-chosen']}`])
  })

  it('says so to screen readers, and looks no different before anything is wrong', async () => {
    const { find, form } = await show({ required: true })
    const group = find('[role=radiogroup]')
    expect(group.ariaRequired).toBe('true')
    expect(form.checkValidity()).toBe(false)
    const colours = [...form.querySelectorAll<HTMLElement>('.till-radio')].map(
      (radio) => getComputedStyle(radio).borderTopColor,
    )
    expect(colours[0]).toBe(colours[1])
  })

  it('holds the form back while a search finds no bank', async () => {
    const { form, find, choose } = await show({ required: true, rows: rowsWithManyBanks })
    await choose('pbl')
    await expect.poll(() => form.querySelector('[type=search]')).not.toBeNull()
    await userEvent.fill(find('[type=search]'), 'nowhere')
    await expect.poll(() => invalid(form)).toEqual([`on: ${en['blocked.channel-not-chosen']}`])
    await userEvent.fill(find('[type=search]'), 'mbank')
    await expect.poll(() => invalid(form)).toEqual([`pbl/mtransfer: ${en['blocked.channel-not-chosen']}`])
  })

  it.each([
    [
      'the list is on its way',
      {},
      (made: TestPicker) => (made.gateway.listPaymentMethods = never),
      'nothing-chosen',
    ],
    ['the list failed', {}, (made: TestPicker) => made.gateway.script.list.push(400), 'nothing-chosen'],
    ['the list is empty', { rows: [] }, nothing, 'nothing-chosen'],
    ['imoje is away', {}, (made: TestPicker) => made.gateway.script.list.push(503), 'gateway'],
  ] as const)('holds the form back while %s', async (_, options, prepare, because) => {
    const { form, submitted } = await show({ ...options, required: true }, around, prepare)
    expect(form.querySelectorAll('input[type=radio]').length).toBe(1)
    await expect.poll(() => invalid(form)).toEqual([`on: ${en[`blocked.${because}`]}`])
    form.requestSubmit()
    expect(submitted).toEqual([])
  })

  it('holds the form back with the browser’s own words while it has none yet', async () => {
    const form = document.createElement('form')
    form.innerHTML = renderToString(createTestPicker({ messages: undefined, required: true }).ui)
    expect(form.querySelector('.till-skeleton')).not.toBeNull()
    expect(form.checkValidity()).toBe(false)
    form.innerHTML = renderToString(createTestPicker({ messages: undefined }).ui)
    expect(form.checkValidity()).toBe(true)
  })

  it('belongs to the form it names, elsewhere on the page', async () => {
    const { form, submitted, find, choose } = await show({ required: true, form: 'order' }, (picker) => (
      <>
        <form id="order" />
        <div>{picker}</div>
      </>
    ))
    expect(invalid(form)).toEqual([`blik/blik: ${en['blocked.nothing-chosen']}`])
    form.requestSubmit()
    expect(submitted).toEqual([])
    expect(document.activeElement).toBe(find("input[value='blik/blik']"))
    await choose('card/ecom3ds')
    await expect.poll(() => sent(form)).toEqual(channel('card/ecom3ds'))
    form.requestSubmit()
    expect(submitted).toEqual([channel('card/ecom3ds')])
    form.reset()
    await expect.poll(() => sent(form)).toEqual([])
  })
})

it('lets a form go that doesn’t require a choice', async () => {
  const { form, submitted } = await show()
  form.requestSubmit()
  expect(submitted).toEqual([[['note', '']]])
})

function never(): Promise<never> {
  return new Promise(() => undefined)
}

function nothing(): void {
  return undefined
}
