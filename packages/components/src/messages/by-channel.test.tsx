import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { rowsWithManyBanks } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker } from '../testing/show-picker.tsx'
import { en } from './en.ts'
import type { ByChannel } from './messages.ts'

const channels: ByChannel['channels'] = {
  'pbl/ipko': { 'reason.outage': 'Resting until Monday.' },
  'pbl/mtransfer': { notAnsweringUntil: '{channel} sleeps until {time}.' },
  'card/ecom3ds': { rescue: 'Take the card' },
}

const textOf = (selector: string): string | null | undefined => document.querySelector(selector)?.textContent

it('says a channel’s own sentences in its row, and the kit’s in all others', async () => {
  const down = new Set(['ipko', 'pekao24'])
  const rows = rowsWithManyBanks.map((row) => ({ ...row, isOnline: !down.has(row.paymentMethodCode) }))
  await showPicker({ rows, messages: { ...en, channels } })
  await click(radio('Online bank transfer'))
  expect(textOf("[data-channel='pbl/ipko'] .till-note")).toMatch(/^Resting until Monday\./)
  expect(textOf("[data-channel='pbl/pekao24'] .till-note")).toMatch(/^Taking a break\./)
})

it('says them in messages and on buttons too', async () => {
  const rows = rowsWithManyBanks.filter((row) => /mtransfer|ecom3ds/.test(row.paymentMethodCode))
  await showPicker({ rows, messages: { ...en, channels } }, ({ gateway }) => gateway.script.pay.push(500))
  await click(radio('Online bank transfer'))
  await click(screen.getByRole('button', { name: /^Pay/ }))
  expect(textOf('.till-message')).toMatch(/^mBank sleeps until .+\. ?You haven't been charged\.$/)
  expect(screen.getByRole('button', { name: 'Take the card' })).toBeTruthy()
})
