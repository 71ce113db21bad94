import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pl } from '../messages/pl.ts'
import { showPicker } from '../testing/show-picker.tsx'

const consent = { terms: 'https://a.example/terms.pdf', privacy: 'https://a.example/privacy.pdf' }

it.each([
  [
    undefined,
    "By paying you accept imoje's payment terms (opens in a new tab) and confirm that you have read how imoje handles your personal data (opens in a new tab).",
  ],
  [
    pl,
    'Płacąc, akceptujesz regulamin płatności imoje (otwiera się w nowej karcie) i potwierdzasz zapoznanie się z informacją imoje o przetwarzaniu danych osobowych (otwiera się w nowej karcie).',
  ],
])('is one sentence with two links', async (messages, sentence) => {
  const { container } = await showPicker({ consent, ...(messages && { messages, locale: 'pl' }) })
  expect(container.querySelector('.till-consent')?.textContent).toBe(sentence)
  const links = screen.getAllByRole<HTMLAnchorElement>('link')
  expect(links.map(({ href }) => href)).toEqual([consent.terms, consent.privacy])
  // The checkout stays open, with what was filled in.
  for (const link of links) expect([link.target, link.rel]).toEqual(['_blank', 'noreferrer'])
})

it('keeps the links where a shop writes the sentence the other way round', async () => {
  const { container } = await showPicker({
    consent,
    messages: { consent: 'Read {privacy}, then {terms}!' },
    locale: 'en',
  })
  await screen.findAllByRole('link')
  expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    consent.privacy,
    consent.terms,
  ])
})

it('takes one document for both', async () => {
  await showPicker({ consent: { terms: '/both', privacy: '/both' } })
  expect(screen.getAllByRole('link').length).toBe(2)
})

it('is not there without addresses', async () => {
  const { container } = await showPicker()
  expect(container.querySelector('.till-consent')).toBeNull()
})
