import { screen } from '@testing-library/react'
import { useState, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { PaymentMethods } from '../payment-methods/payment-methods.tsx'
import { click, radio, showPicker, values } from '../testing/show-picker.tsx'

describe('the order', () => {
  it('is imoje’s, unless the shop names what comes first, by a method’s id or its only channel’s', async () => {
    await showPicker()
    expect(values()).toEqual(['blik/blik', 'pbl', 'card/ecom3ds', 'imoje_paylater/paypo'])
  })

  it.each([
    [['card', 'pbl'], 'card/ecom3ds,pbl,blik/blik,imoje_paylater/paypo'],
    [['card/ecom3ds'], 'card/ecom3ds,blik/blik,pbl,imoje_paylater/paypo'],
    [['pbl/ipko', 'nothing'], 'blik/blik,pbl,card/ecom3ds,imoje_paylater/paypo'],
  ])('with %j first', async (priority, order) => {
    await showPicker({ priority })
    expect(values().join()).toBe(order)
  })
})

describe('some methods only', () => {
  it('are shown alone', async () => {
    await showPicker({ only: ['blik', 'card'] })
    expect(values()).toEqual(['blik/blik', 'card/ecom3ds'])
  })

  it('show the channels at once where one method is left, as one named group', async () => {
    await showPicker({ only: ['pbl'], 'aria-label': 'Your bank' })
    expect(values()).toEqual(['pbl/mtransfer', 'pbl/ipko', 'ing/ing'])
    expect(screen.getByRole('radiogroup', { name: 'Your bank' })).toBeTruthy()
    expect(screen.getAllByRole('radiogroup').length).toBe(1)
    await click(radio('PKO BP'))
    expect(radio('PKO BP').checked).toBe(true)
  })

  it('say that nothing fits where none is left', async () => {
    await showPicker({ only: ['wallet'] })
    expect(screen.getByText(en.empty)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Pay .*\d/ })).toBeNull()
  })

  it('never pay with, nor submit, what was chosen where it is not seen', async () => {
    const Host = (): ReactElement => {
      const [only, setOnly] = useState<readonly string[]>(['pbl'])
      return (
        <>
          <button type="button" onClick={() => setOnly(['blik', 'card'])}>
            Other ways
          </button>
          <PaymentMethods messages={en} blik="page" only={only} onRedirect={() => undefined} />
        </>
      )
    }
    const { gateway, container } = await showPicker({ parts: <Host /> })
    await click(radio('PKO BP'))
    const sent = (): string | undefined =>
      container.querySelector<HTMLInputElement>('input[type=hidden]')?.value
    expect(sent()).toBe('pbl/ipko')
    await click(radio('mBank'))
    await click(screen.getByRole('button', { name: 'Other ways' }))
    expect(values()).toEqual(['blik/blik', 'card/ecom3ds'])
    expect(sent()).toBeUndefined()
    await click(screen.getByRole('button', { name: /^Pay .*\d/ }))
    expect(gateway.payments()).toEqual([])
    const message = screen.getByRole('group', { name: en['blocked.nothing-chosen'] })
    expect(document.activeElement).toBe(message)
    await click(radio('BLIK'))
    expect(screen.queryByText(en['blocked.nothing-chosen'])).toBeNull()
    await click(screen.getByRole('button', { name: /^Pay .*\d/ }))
    expect(gateway.payments().map(({ channel }) => channel.id)).toEqual(['blik/blik'])
  })
})

describe('without grouping', () => {
  it('every channel is a row of one group, with its method below the name', async () => {
    await showPicker({ grouping: 'none', priority: ['ing/ing', 'card'] })
    expect(values()).toEqual([
      'ing/ing',
      'card/ecom3ds',
      'blik/blik',
      'pbl/mtransfer',
      'pbl/ipko',
      'imoje_paylater/paypo',
    ])
    expect(screen.getAllByRole('radiogroup').length).toBe(1)
    const below = (name: string): string | undefined =>
      document.getElementById(radio(name).getAttribute('aria-describedby') ?? '')?.textContent ?? undefined
    expect(below('mBank')).toBe('Online bank transfer')
    expect(below('BLIK')).toBe(en['help.blik'])
    await click(radio('mBank'))
    expect(radio('mBank').checked).toBe(true)
    await click(radio('Visa / Mastercard'))
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked).length).toBe(1)
  })
})
