/** Whether `code` is a BLIK code as the payer's bank app shows it: six digits, nothing else. imoje: POST transaction, blikCode. */
export const isBlikCode = (code: string): boolean => /^\d{6}$/.test(code)
