import { useId, type ReactElement } from 'react'

interface Option {
  readonly name: string
  /** What follows, in one sentence. */
  readonly says?: string
}

export interface ChoiceProps<Name extends string> {
  readonly legend: string
  readonly options: Readonly<Record<Name, Option>>
  readonly value: Name
  readonly onChange: (value: Name) => void
  /** @defaultValue the legend is read out only */
  readonly isNamed?: boolean
}

/** A few answers beside each other, one of them chosen, and what it means. */
export function Choice<Name extends string>(props: ChoiceProps<Name>): ReactElement {
  const { legend, options, value, onChange, isNamed = false } = props
  const name = useId()
  const { says } = options[value]
  return (
    <fieldset className="bench-choice" data-named={isNamed}>
      <legend>{legend}</legend>
      <div>
        {(Object.keys(options) as Name[]).map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === value} onChange={() => onChange(each)} />
            {options[each].name}
          </label>
        ))}
      </div>
      {says && <p className="bench-note">{says}</p>}
    </fieldset>
  )
}
