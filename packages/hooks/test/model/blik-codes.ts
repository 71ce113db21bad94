import type { World } from './world-parts.ts'

/** The next code a model's shopper types. */
export const nextCode = (world: World): string => `9870${String((world.codes += 1) % 100).padStart(2, '0')}`

/** Every BLIK code that a model's shopper types looks like this, and nothing else does. */
export const isCode = (text: string): boolean => /(?<![0-9a-z-])9870\d\d(?![0-9a-z-])/.test(text)
