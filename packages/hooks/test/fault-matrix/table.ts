/** The columns of a table, each with the words that may stand in it. */
export type Words = Readonly<Record<string, readonly string[]>>

export type Row<W extends Words> = { readonly [Column in keyof W]: W[Column][number] }

/**
 * Reads a table written for people: a line for each row, `|` between cells, the columns' names in the first line; lines that
 * begin with `#` are notes. Throws for a word that its column doesn't have, so that no typing error passes for an expectation.
 */
export function readTable<const W extends Words>(words: W, text: string): readonly Row<W>[] {
  const [head = [], ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const columns = Object.keys(words)
  if (head.join() !== columns.join()) throw new Error(`The columns are ${columns.join(' | ')}.`)
  return rows.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`${cells.join(' | ')} has ${cells.length} cells.`)
    const wrong = columns.find((column, at) => !words[column]?.includes(cells[at] ?? ''))
    if (wrong) throw new Error(`${cells.join(' | ')}: no such word in the column "${wrong}".`)
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Row<W>
  })
}
