import { buildFlatList, buildFlatRow, buildGroup, buildNestedRow, type Json } from '../test/lists.ts'

const methods = ['pbl', 'card', 'wallet', 'imoje_paylater']

export const repeat = <Value>(count: number, build: (index: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, index) => build(index))

/** imoje's flat list of so many channels, as text. */
export const flatText = (count: number): string =>
  JSON.stringify(
    buildFlatList(...repeat(count, (index) => buildFlatRow(methods[index % 4] ?? 'pbl', `bank${index}`))),
  )

/** imoje's nested list of so many channels in groups of fifty, as text. */
export const nestedText = (count: number): string =>
  JSON.stringify(
    repeat(count / 50, (group): Json =>
      buildGroup(
        `Group ${group}`,
        repeat(50, (index) => buildNestedRow(`method${group}`, `bank${index}`)) as Json[],
      ),
    ),
  )
