import { useDeferredValue, useMemo, useState, type CSSProperties, type ReactElement } from 'react'
import type { Density, Theme, Token } from '../../appearance/appearance.ts'
import { AllStates } from '../all-states.tsx'
import type { StateName } from '../states.ts'
import './bench.css'
import { Choice } from './choice.tsx'
import { ContrastFigures } from './contrast-figures.tsx'
import { appearanceOf, familyOf, fonts, plainLook, type Look } from './look.ts'
import { hexOf, paintTokens } from './paint-tokens.ts'
import { ThemeCode } from './theme-code.tsx'
import './theme-workshop.css'
import { TokenField } from './token-field.tsx'
import { tokens } from './tokens.ts'

export interface ThemeWorkshopProps {
  /** @defaultValue 'light' */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  /** @defaultValue 'ltr' */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** @defaultValue 'en' */
  readonly locale?: string | undefined
  /** @defaultValue all */
  readonly only?: readonly StateName[] | undefined
}

const themes: Readonly<Record<Theme, { readonly name: string }>> = {
  calm: { name: 'Calm' },
  soft: { name: 'Soft' },
  sharp: { name: 'Sharp' },
  contrast: { name: 'Contrast' },
}
const densities: Readonly<Record<Density, { readonly name: string }>> = {
  tight: { name: 'Tight' },
  normal: { name: 'Normal' },
  roomy: { name: 'Roomy' },
}

/** A theme made by hand: tokens on one side, every state of the picker on the other. */
export function ThemeWorkshop(props: ThemeWorkshopProps): ReactElement {
  const [look, setLook] = useState(plainLook)
  // The sheet is many pickers; a slider must not wait for them.
  const shown = useDeferredValue(look)
  const appearance = useMemo(() => appearanceOf(shown), [shown])
  const family = familyOf(shown)
  const style: CSSProperties = family === undefined ? {} : { fontFamily: family }
  return (
    <div className="workshop" data-scheme={props.scheme ?? 'light'} data-own-font={family !== undefined}>
      <aside className="bench-side workshop-tools" lang="en" aria-label="Theme">
        <LookTools look={look} onChange={setLook} />
      </aside>
      <div className="workshop-sheet" style={style}>
        <AllStates {...props} appearance={appearance} />
      </div>
    </div>
  )
}

interface LookToolsProps {
  readonly look: Look
  readonly onChange: (look: Look) => void
}

function LookTools({ look, onChange }: LookToolsProps): ReactElement {
  const painted = useMemo(() => paintTokens(look), [look])
  const set = (name: Token, value: string | undefined): void => {
    const { [name]: _, ...others } = look.variables
    onChange({ ...look, variables: value === undefined ? others : { ...others, [name]: value } })
  }
  return (
    <>
      <section className="bench-part" aria-label="Basics">
        <Choice
          isNamed
          legend="Preset"
          options={themes}
          value={look.theme}
          onChange={(theme) => onChange({ ...look, theme })}
        />
        <Choice
          isNamed
          legend="Density"
          options={densities}
          value={look.density}
          onChange={(density) => onChange({ ...look, density })}
        />
        <Choice
          isNamed
          legend="Font"
          options={fonts}
          value={look.font}
          onChange={(font) => onChange({ ...look, font })}
        />
        <label className="workshop-field">
          <span>accent</span>
          <input
            type="color"
            value={look.variables['--till-accent'] ?? hexOf(painted.light.get('--till-action'))}
            onChange={(event) => set('--till-accent', event.target.value)}
          />
        </label>
      </section>
      {(['meaning', 'part'] as const).map((tier) => (
        <details key={tier} className="bench-part">
          <summary>{tier === 'meaning' ? 'Colours' : 'Shapes and sizes'}</summary>
          {tokens
            .filter((token) => token.tier === tier)
            .map((token) => (
              <TokenField
                key={token.name}
                token={token}
                value={look.variables[token.name]}
                painted={painted}
                onChange={(value) => set(token.name, value)}
              />
            ))}
        </details>
      ))}
      <section className="bench-part" aria-label="Contrast">
        <ContrastFigures painted={painted} />
      </section>
      <section className="bench-part" aria-label="To paste">
        <ThemeCode look={look} />
        <div className="bench-buttons">
          <button type="button" onClick={() => onChange(plainLook)}>
            Start again
          </button>
        </div>
      </section>
    </>
  )
}
