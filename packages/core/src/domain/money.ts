/** Whether `amount` is a whole, non-negative number of minor units (grosze, cents) that is safe to count with. */
export const isAmount = (amount: unknown): amount is number =>
  Number.isSafeInteger(amount) && Number(amount) >= 0

/** Whether `currency` looks like an ISO 4217 code: three capital letters. */
export const isCurrency = (currency: unknown): currency is string =>
  typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
