import { buildFlatList, buildFlatRow, buildGroup, buildNestedRow, type Json } from '../test/lists.ts'

const methods = ['pbl', 'card', 'wallet', 'imoje_paylater']
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** imoje's flat list of so many channels, as text. */
export const flatText = (count: number): string =>
  JSON.stringify(
    buildFlatList(
      ...numbers(count).map((number) => buildFlatRow(methods[number % 4] ?? 'pbl', `bank${number}`)),
    ),
  )

/** imoje's nested list of so many channels in groups of fifty, as text. */
export const nestedText = (count: number): string =>
  JSON.stringify(
    numbers(count / 50).map((group): Json =>
      buildGroup(
        `Group ${group}`,
        numbers(50).map((number) => buildNestedRow(`method${group}`, `bank${number}`)),
      ),
    ),
  )
