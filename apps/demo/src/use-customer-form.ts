import { useRef, useState } from 'react'
import {
  customerFields,
  findCustomerProblems,
  type Customer,
  type CustomerField,
  type CustomerProblem,
} from '../shared/customer.ts'
import type { Language } from './language.ts'
import { putCustomer } from './shop-api.ts'

export interface CustomerForm {
  readonly values: Customer
  /** What was sent last: a refusal of imoje's belongs to these values and ends when they are changed. */
  readonly sent: Customer | undefined
  readonly problems: Partial<Record<CustomerField, CustomerProblem>>
  /** The last `save` didn't reach the shop. */
  readonly isUnsaved: boolean
  readonly change: (field: CustomerField, value: string) => void
  readonly inputs: Readonly<Record<CustomerField, React.RefObject<HTMLInputElement | null>>>
  /** Checks and saves the form; says whether a payment may start. Leads to the first field that is wrong. */
  readonly save: () => Promise<boolean>
}

export function useCustomerForm(orderId: string, initial: Customer, language: Language): CustomerForm {
  const [values, setValues] = useState(initial)
  const [sent, setSent] = useState<Customer>()
  const [problems, setProblems] = useState<CustomerForm['problems']>({})
  const [isUnsaved, setIsUnsaved] = useState(false)
  const firstName = useRef<HTMLInputElement>(null)
  const lastName = useRef<HTMLInputElement>(null)
  const email = useRef<HTMLInputElement>(null)
  const inputs = { firstName, lastName, email }

  const save = async (): Promise<boolean> => {
    setIsUnsaved(false)
    let found = findCustomerProblems(values)
    try {
      if (isClean(found)) found = await putCustomer(orderId, values, language)
    } catch {
      setIsUnsaved(true)
      return false
    }
    setProblems(found)
    setSent(values)
    const first = customerFields.find((field) => found[field])
    if (first) inputs[first].current?.focus()
    return !first
  }

  return {
    values,
    sent,
    problems,
    isUnsaved,
    inputs,
    save,
    change: (field, value) => {
      setValues((before) => ({ ...before, [field]: value }))
      setProblems((before) => {
        const { [field]: solved, ...others } = before
        return solved ? others : before
      })
    },
  }
}

const isClean = (problems: CustomerForm['problems']): boolean =>
  customerFields.every((field) => !problems[field])
