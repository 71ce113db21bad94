import { createOriginGuard } from '@tillkit/core'
import { Refusal } from './refusal.ts'

/**
 * Refuses a POST that a page of somebody else's makes a shopper's browser send. A caller that is no browser sends neither header
 * and has no shopper's cookies to misuse.
 * @throws Refusal `forbidden-origin`
 */
export function refuseForeignOrigin(request: Request, ownOrigin: string): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const own = origin === null ? site === null || site === 'same-origin' : origin === ownOrigin
  if (!own) throw new Refusal('forbidden-origin')
}

/** Whether a payer may be sent to this address: one of imoje's origins, or of those the shop lists. The client asks the same. */
export function isSafeAddress(address: string, trustedOrigins: readonly string[]): boolean {
  return URL.canParse(address) && createOriginGuard(trustedOrigins).redirect(address) !== undefined
}
