import { screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { MethodMark } from '../method-mark/method-mark.tsx'
import type { RowPieces } from '../picker-root/picker-context.ts'
import { rowsWithFlaggedBank, rowsWithManyBanks } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker, values } from '../testing/show-picker.tsx'

const describedBy = (element: Element): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' | ')

describe('what a shop adds to rows', () => {
  const extras = {
    'blik/blik': { text: 'At once', fee: '0 zł' },
    pbl: { text: 'At once too' },
    'pbl/mtransfer': { fee: '+ 1 zł' },
    'pbl/ipko': { text: 'Until noon', fee: '+ 2 zł' },
  }

  it('is read with the row, at methods and channels alike', async () => {
    await showPicker({ extras })
    expect(describedBy(radio('BLIK'))).toBe("With a code from your bank's appAt once | 0 zł")
    await click(radio('Online bank transfer'))
    expect(describedBy(radio('Online bank transfer'))).toBe('Log in to your bank and confirmAt once too')
    expect(describedBy(radio('mBank'))).toBe('+ 1 zł')
  })

  it('leaves out the fee of what cannot be paid with', async () => {
    await showPicker({ extras, rows: rowsWithFlaggedBank })
    await click(radio('Online bank transfer'))
    expect(describedBy(radio('PKO BP Unavailable'))).toMatch(/^Taking a break.*Until noon$/)
    expect(screen.queryByText('+ 2 zł')).toBeNull()
  })
})

describe('a row of the shop’s own', () => {
  it('keeps the radio, its names, its reasons and its choice', async () => {
    const { container } = await showPicker({
      rows: rowsWithFlaggedBank,
      renderRow: ({ id, name, availability, isChosen, radio: input, text, end }) => (
        <label className="mine" data-testid={id} title={`${name} ${availability.status} ${isChosen}`}>
          {input}
          {text}
          <b>{end}</b>
        </label>
      ),
    })
    await click(radio('Online bank transfer'))
    expect(container.querySelector('.till-row')).toBeNull()
    expect(screen.getByTestId('pbl/ipko').title).toBe('PKO BP outage false')
    expect(describedBy(radio('PKO BP Unavailable'))).toMatch(/^Taking a break/)
    await click(radio('PKO BP Unavailable'))
    expect(radio('PKO BP Unavailable').checked).toBe(false)
    await click(screen.getByTestId('pbl/mtransfer'))
    expect(radio('mBank').checked).toBe(true)
    expect(screen.getByTestId('pbl/mtransfer').title).toBe('mBank available true')
  })
})

it('a choice draws two rows anew, however many there are', async () => {
  const drawn = new Set<string>()
  const renderRow = ({ id, radio: input, text }: RowPieces): ReactElement => {
    drawn.add(id)
    return (
      <label>
        {input}
        {text}
      </label>
    )
  }
  await showPicker({ rows: rowsWithManyBanks, renderRow })
  await click(radio('Online bank transfer'))
  await click(radio('mBank'))
  drawn.clear()
  await click(radio('Alior Bank'))
  expect([...drawn].toSorted()).toEqual(['pbl/alior', 'pbl/mtransfer'])
  drawn.clear()
  await click(radio('Card'))
  expect([...drawn].toSorted()).toEqual(['card/ecom3ds', 'pbl'])
})

it('marks of the shop’s own stand everywhere, and can fall back to the kit’s', async () => {
  const { container } = await showPicker({
    layout: 'compact',
    renderMark: (mark) =>
      mark.of === 'blik/blik' ? <i className="mine">{mark.label}</i> : <MethodMark {...mark} />,
  })
  expect(container.querySelectorAll('.mine').length).toBe(1)
  expect(container.querySelectorAll('.till-mark').length).toBe(values().length - 1)
  await click(radio('BLIK'))
  expect(container.querySelector('.till-summary .mine')?.textContent).toBe('BLIK')
})

it('another root stands from the first paint on', async () => {
  const { container } = await showPicker({
    renderRoot: (props) => <section {...props} />,
    className: 'mine',
    appearance: { theme: 'soft' },
  })
  const root = container.querySelector('section')
  expect(root?.className).toBe('till-root mine')
  expect([root?.dataset['list'], root?.dataset['theme'], root?.lang]).toEqual(['ready', 'soft', 'en'])
})
