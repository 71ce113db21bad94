import type { ReactElement } from 'react'
import { hexOf, type Painted, type Scheme } from './paint-tokens.ts'
import { sizeOf, type TokenEntry } from './tokens.ts'

export interface TokenFieldProps {
  readonly token: TokenEntry
  /** Nothing while the preset's holds. */
  readonly value: string | undefined
  readonly painted: Painted
  /** Nothing gives it back to the preset. */
  readonly onChange: (value: string | undefined) => void
}

/** One token to change: a colour for each scheme, a size, or whatever CSS takes. */
export function TokenField(props: TokenFieldProps): ReactElement {
  const { token, value, onChange } = props
  const name = nameOf(token)
  return (
    <div className="workshop-field">
      <span>{name}</span>
      <Field {...props} />
      <button
        type="button"
        className="workshop-reset"
        aria-label={`${name}: back to the preset’s`}
        hidden={value === undefined}
        onClick={() => onChange(undefined)}
      >
        ↺
      </button>
    </div>
  )
}

const nameOf = ({ name }: TokenEntry): string => name.replace('--till-', '').replaceAll('-', ' ')

function Field(props: TokenFieldProps): ReactElement {
  if (props.token.tier === 'meaning') return <ColourField {...props} />
  return sizeOf(props.token.value) ? <SizeField {...props} /> : <TextField {...props} />
}

function ColourField({ token, painted, onChange }: TokenFieldProps): ReactElement {
  const shown: Readonly<Record<Scheme, string>> = {
    light: hexOf(painted.light.get(token.name)),
    dark: hexOf(painted.dark.get(token.name)),
  }
  return (
    <span className="workshop-colours">
      {(['light', 'dark'] as const).map((scheme) => (
        <input
          key={scheme}
          type="color"
          aria-label={`${nameOf(token)}, ${scheme}`}
          title={scheme}
          value={shown[scheme]}
          onChange={(event) => {
            const next: Record<Scheme, string> = { ...shown }
            next[scheme] = event.target.value
            // As in tokens.css: a comma that bundlers don't see.
            onChange(`light-dark(${next.light} var(--till-or) ${next.dark})`)
          }}
        />
      ))}
    </span>
  )
}

const steps: Readonly<Record<string, number>> = { em: 0.0625, px: 1, ms: 20 }

function SizeField({ token, value, onChange }: TokenFieldProps): ReactElement {
  const { figure, unit } = sizeOf(token.value) ?? { figure: 0, unit: 'px' }
  const shown = sizeOf(value ?? token.value)?.figure ?? figure
  return (
    <span className="workshop-size">
      <input
        type="range"
        aria-label={nameOf(token)}
        min={0}
        // Presets and densities stay within it.
        max={Math.max(figure * 2, steps[unit] === 1 ? 4 : 1)}
        step={steps[unit]}
        value={shown}
        onChange={(event) => onChange(`${event.target.value}${unit}`)}
      />
      <output>{value ?? token.value}</output>
    </span>
  )
}

function TextField({ token, value, onChange }: TokenFieldProps): ReactElement {
  return (
    <input
      className="workshop-text"
      type="text"
      spellCheck={false}
      aria-label={nameOf(token)}
      placeholder={token.value}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}
