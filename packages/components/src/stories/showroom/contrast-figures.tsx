import type { ReactElement } from 'react'
import { contrastsOf } from './contrasts.ts'
import type { Painted, Scheme } from './paint-tokens.ts'

const schemes: readonly Scheme[] = ['light', 'dark']

/** How well what is drawn is told apart from its ground, in both schemes. */
export function ContrastFigures({ painted }: { readonly painted: Painted }): ReactElement {
  return (
    <table className="workshop-figures">
      <caption>Contrast, at its worst</caption>
      <thead>
        <tr>
          <th scope="col">Of</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
          <th scope="col">Least</th>
        </tr>
      </thead>
      <tbody>
        {contrastsOf(painted).map(({ says, least, found }) => (
          <tr key={says}>
            <th scope="row">{says}</th>
            {schemes.map((scheme) => (
              <td key={scheme} data-bad={found[scheme] < least}>
                {/* Rounded up, 4.499 would pass for enough. */}
                {(Math.floor(found[scheme] * 10) / 10).toFixed(1)}
                {found[scheme] < least && ', too low'}
              </td>
            ))}
            <td>{least}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
