import type { PaymentChannel } from '@tillkit/core'
import { bankAliases } from './bank-aliases.ts'

/** Whether a bank is meant: each word begins one of its name, its code or what people call it. */
export function isFound({ label, code }: Pick<PaymentChannel, 'label' | 'code'>, query: string): boolean {
  const words = foldLetters(query).trim().split(' ')
  const names = foldLetters(` ${label} ${code} ${bankAliases.get(code) ?? ''} bank`)
  // Names are written together and apart, and with dots: "PKOBP", "m bank", "B.O.Ś.".
  const name = foldLetters(label).replaceAll(' ', '')
  return name.includes(words.join('')) || words.every((word) => names.includes(` ${word}`))
}

/** In small letters without their strokes and dots, and nothing but them and figures: `Śląski` is `slaski`. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
