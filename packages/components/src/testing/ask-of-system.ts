/// <reference types="@vitest/browser-playwright" />
import { cdp } from 'vitest/browser'

const features = [
  'forced-colors',
  'prefers-color-scheme',
  'prefers-contrast',
  'prefers-reduced-motion',
] as const

export type SystemWishes = Readonly<Partial<Record<(typeof features)[number], string>>>

/** What the shopper's system asks of every page, until it is asked for something else. */
export async function askOfSystem(wishes: SystemWishes): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: features.map((name) => ({ name, value: wishes[name] ?? '' })),
  })
}
