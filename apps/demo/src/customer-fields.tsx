import type { ReactElement } from 'react'
import { customerFields, type CustomerField } from '../shared/customer.ts'
import { useWords } from './language.ts'
import type { CustomerForm } from './use-customer-form.ts'

const attributes = {
  firstName: { autoComplete: 'given-name', type: 'text' },
  lastName: { autoComplete: 'family-name', type: 'text' },
  email: { autoComplete: 'email', type: 'email', inputMode: 'email' },
} as const

export interface CustomerFieldsProps {
  readonly form: CustomerForm
  /** What imoje refused; said in the shop's words, never in imoje's. */
  readonly refused: readonly CustomerField[]
}

/** The customer's form. Whatever is wrong stands at its field. */
export function CustomerFields({ form, refused }: CustomerFieldsProps): ReactElement {
  const words = useWords()
  const { values, problems, inputs } = form
  return (
    <form className="fields" noValidate onSubmit={(event) => event.preventDefault()}>
      {customerFields.map((field) => {
        const problem = problems[field]
        const message = problem ? words.problems[problem] : refused.includes(field) && words.refused[field]
        return (
          <div className="field" data-field={field} key={field}>
            <label className="field-label" htmlFor={`customer-${field}`}>
              {words.fields[field]}
            </label>
            <input
              {...attributes[field]}
              ref={inputs[field]}
              className="field-input"
              id={`customer-${field}`}
              name={field}
              required
              value={values[field]}
              aria-invalid={Boolean(message)}
              aria-describedby={message ? `customer-${field}-problem` : undefined}
              onChange={(event) => form.change(field, event.target.value)}
            />
            {message && (
              <p className="field-problem" id={`customer-${field}-problem`}>
                {message}
              </p>
            )}
          </div>
        )
      })}
    </form>
  )
}
