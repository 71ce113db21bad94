/** What the shop asks of a shopper. */
export interface Customer {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
}

export type CustomerField = keyof Customer
export type CustomerProblem = 'missing' | 'not-an-email' | 'too-long'

export const customerFields = ['firstName', 'lastName', 'email'] as const satisfies readonly CustomerField[]

/** What is wrong with a form, field by field; the page asks before it sends, the backend before it believes. */
export function findCustomerProblems(customer: Customer): Partial<Record<CustomerField, CustomerProblem>> {
  const problems: Partial<Record<CustomerField, CustomerProblem>> = {}
  for (const field of customerFields) {
    const value = customer[field].trim()
    if (value === '') problems[field] = 'missing'
    else if (value.length > 100) problems[field] = 'too-long'
  }
  if (!problems.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(customer.email.trim()))
    problems.email = 'not-an-email'
  return problems
}
