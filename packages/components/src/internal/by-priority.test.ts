import { expect, it } from 'vitest'
import { byPriority } from './by-priority.ts'

const items = ['blik', 'pbl', 'card', 'wallet']
const order = (priority?: readonly string[]): string =>
  byPriority(items, priority, (item) => [item, `${item}/only`]).join()

it.each([
  [undefined, 'blik,pbl,card,wallet'],
  [[], 'blik,pbl,card,wallet'],
  [['wallet', 'card'], 'wallet,card,blik,pbl'],
  [['card/only', 'pbl'], 'card,pbl,blik,wallet'],
  [['unknown', 'wallet'], 'wallet,blik,pbl,card'],
])('puts first what %j names, in its order, and keeps the others in theirs', (priority, expected) => {
  expect(order(priority)).toBe(expected)
})

it('returns the same list where nothing is named', () => {
  expect(byPriority(items, undefined, (item) => [item])).toBe(items)
})
