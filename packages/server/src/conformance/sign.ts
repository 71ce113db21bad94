import { toHex } from '../to-hex.ts'

/** What the backend was given for imoje's. */
export interface MockCredentials {
  readonly merchantId: string
  readonly serviceId: string
  readonly serviceKey: string
  readonly token: string
}

/** `X-Imoje-Signature` of a notification. imoje: notifications. */
export async function sign(body: string, credentials: MockCredentials): Promise<string> {
  const { merchantId, serviceId, serviceKey } = credentials
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body + serviceKey))
  return `merchantid=${merchantId};serviceid=${serviceId};signature=${toHex(digest)};alg=sha256`
}
