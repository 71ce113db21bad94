import { TillkitError } from '@tillkit/hooks'
import { describe, expect, it } from 'vitest'
import { checkMessages } from './check-messages.ts'
import { en } from './en.ts'
import type { MessageOverrides } from './messages.ts'
import { pl } from './pl.ts'

describe('checkMessages', () => {
  it.each<MessageOverrides>([
    {},
    { 'reason.from': 'Back at {time}.', legend: 'Your turn' },
    { 'reason.from': 'Back soon.' },
    { 'failure.declined': '{channel} said no. Choose another way to pay.' },
    { notAnsweringUntil: 'From {time}: {channel}' },
    { searchHits: '{count} found' },
    { channels: { 'pbl/mtransfer': { 'reason.from': 'mBank is back at {time}.' } } },
    { searchHits: { one: 'One found', other: '{count} found' } },
  ])('lets %j pass', (overrides) => {
    expect(() => checkMessages(overrides, en)).not.toThrow()
    expect(() => checkMessages(overrides, pl)).not.toThrow()
  })

  it.each([
    [{ 'reason.from': 'Back at {tme}.' }, `messages["reason.from"] can't hold {tme}. Write {time} instead.`],
    [{ 'reason.from': 'At { time }.' }, `messages["reason.from"] can't hold { time }. Write {time} instead.`],
    [{ legend: 'Pay {x}' }, `messages["legend"] can't hold {x}. Write it without a placeholder instead.`],
    [
      { channels: { 'pbl/mtransfer': { legend: '{channel}' } } },
      `messages["legend"] can't hold {channel}. Write it without a placeholder instead.`,
    ],
    [{ consent: '{a}' }, `messages["consent"] can't hold {a}. Write {terms} or {privacy} instead.`],
    [
      { searchHits: { one: 'One', other: '{n} found' } },
      `messages["searchHits"] can't hold {n}. Write {count} instead.`,
    ],
  ] satisfies [MessageOverrides, string][])('says what to write instead of %j', (overrides, sentence) => {
    const check = (): void => checkMessages(overrides, en)
    expect(check).toThrow(new TillkitError('options-invalid', sentence))
  })

  it('finds nothing in the kit’s own languages, and a slip in a whole language of the shop’s', () => {
    for (const messages of [en, pl]) expect(() => checkMessages(messages, messages)).not.toThrow()
    const own = { ...pl, 'live.up': '{chanels}: znów dostępne.' }
    expect(() => checkMessages(own, own)).toThrow("can't hold {chanels}. Write {channels} instead.")
  })

  it.each(['legnd', 'constructor', 'method.x'])('knows no sentence %j', (key) => {
    const check = (): void => checkMessages({ [key]: 'x' }, en)
    expect(check).toThrow(`messages has no sentence "${key}"`)
  })

  it('asks to leave out what is undefined', () => {
    const check = (): void => checkMessages({ legend: undefined } as never, en)
    expect(check).toThrow('messages["legend"] is undefined. Leave it out')
  })
})
