import { useFieldErrors } from '@tillkit/components'
import { customerFields, type CustomerField } from '../shared/customer.ts'
import type { CustomerForm } from './use-customer-form.ts'

const imojeNames = {
  firstName: 'customer.firstName',
  lastName: 'customer.lastName',
  email: 'customer.email',
} as const satisfies Readonly<Record<CustomerField, string>>

/** The names under which the picker leaves a refusal to this page. */
export const markedFields = Object.values(imojeNames)

/** The fields that imoje refused with the values that are still in them. Leads to the first one. */
export function useRefusedFields({ values, sent, inputs }: CustomerForm): readonly CustomerField[] {
  const errors = useFieldErrors(markedFields, ([first]) => {
    const field = customerFields.find((each) => imojeNames[each] === first.field)
    if (field) inputs[field].current?.focus()
  })
  return customerFields.filter((field) => errors[imojeNames[field]] && sent?.[field] === values[field])
}
