import { useAttempt } from '@tillkit/hooks'
import { useEffect, useEffectEvent } from 'react'
import { customerFields, type CustomerField } from '../shared/customer.ts'
import type { CustomerForm } from './use-customer-form.ts'

/** What imoje calls a field of its 422, and which of ours that is. */
const fieldOf: Readonly<Record<string, CustomerField>> = {
  'customer.firstName': 'firstName',
  'customer.lastName': 'lastName',
  'customer.email': 'email',
}

/** The names under which the picker leaves a refusal to this page. */
export const markedFields = Object.keys(fieldOf)

/**
 * The fields that imoje refused with the values that are still in them. Leads to the first one; belongs above the picker in the tree,
 * for whoever moves the focus last has it.
 */
export function useRefusedFields({ values, sent, inputs }: CustomerForm): readonly CustomerField[] {
  const attempt = useAttempt()
  const errors = attempt.status === 'failed' ? attempt.errors : []
  const named = errors.map(({ field = '' }) => fieldOf[field])
  const refused = customerFields.filter((field) => named.includes(field) && sent?.[field] === values[field])

  const leadToFirst = useEffectEvent(() => {
    const [first] = refused
    if (first) inputs[first].current?.focus()
  })
  useEffect(() => leadToFirst(), [attempt])

  return refused
}
