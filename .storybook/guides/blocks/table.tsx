import type { ReactElement, ReactNode } from 'react'
import { Prose } from './prose.tsx'
import { Scrolling } from './scrolling.tsx'

export interface TableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** The first cell of a row names it, and no other row. Backticks mark code. */
  readonly rows: readonly (readonly [name: string, ...cells: ReactNode[]])[]
}

/** A plain table from data. */
export const Table = ({ label, columns, rows }: TableProps): ReactElement => (
  <Scrolling label={label}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, column) => (
            <td key={columns[column + 1]}>{typeof cell === 'string' ? <Prose>{cell}</Prose> : cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </Scrolling>
)
