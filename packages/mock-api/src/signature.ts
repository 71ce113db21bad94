import type { MockCredentials } from './credentials.ts'

/** The `X-Imoje-Signature` header of a notification: SHA-256 of the raw body followed by the service key (imoje: notifications). */
export async function signatureHeader(credentials: MockCredentials, rawBody: string): Promise<string> {
  const bytes = new TextEncoder().encode(rawBody + credentials.serviceKey)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const signature = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const { merchantId, serviceId } = credentials
  return `merchantid=${merchantId};serviceid=${serviceId};signature=${signature};alg=sha256`
}
