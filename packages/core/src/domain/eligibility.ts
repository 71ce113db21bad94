import type { AmountLimits } from './catalogue.ts'

/** Why an order's amount is outside a channel's limits; both in minor units. */
export type AmountProblem = { readonly shortBy: number } | { readonly overBy: number }

/** Compares an amount with limits, both inclusive. A missing or zero limit is no limit on that side. */
export function findAmountProblem(limits: AmountLimits, amount: number): AmountProblem | undefined {
  if (limits.min && amount < limits.min) return { shortBy: limits.min - amount }
  if (limits.max && amount > limits.max) return { overBy: amount - limits.max }
  return undefined
}
