import { use, type ReactElement } from 'react'
import { lookChoices, PickerLookContext, type LookChoice } from '../picker-look.ts'

/** The props of the picker that change how it looks and speaks. */
export function LookPart(): ReactElement {
  const { look, choose } = use(PickerLookContext)
  return (
    <section className="panel-part" aria-labelledby="panel-look">
      <h2 className="panel-heading" id="panel-look">
        The picker
      </h2>
      <div className="panel-fields">
        {(Object.keys(lookChoices) as LookChoice[]).map((what) => (
          <label className="panel-field" key={what}>
            <span>{headings[what]}</span>
            <select
              className="panel-select"
              value={look[what] ?? ''}
              onChange={(event) => choose(what, event.target.value)}
            >
              <option value="">the shop’s</option>
              {lookChoices[what].map((choice) => (
                <option key={choice} value={choice}>
                  {what === 'language' ? nameOf(choice) : choice}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </section>
  )
}

const headings: Readonly<Record<LookChoice, string>> = {
  language: 'Language',
  layout: 'Layout',
  theme: 'Theme',
  density: 'Density',
}

const english = new Intl.DisplayNames('en', { type: 'language' })
const nameOf = (language: string): string => english.of(language) ?? language
