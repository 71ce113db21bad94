import { Refusal } from './refusal.ts'

/** Largest body a browser may send, in bytes. */
const browserLimit = 16 * 1024

/**
 * Reads a browser's JSON.
 * @throws Refusal `invalid-request` 400, 413 or 415
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal('invalid-request', { status: 415, field: 'content-type' })
  const bytes = await readBytes(request, browserLimit)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('invalid-request', { field: 'body' })
  }
}

/**
 * Reads a body as it came, and stops reading past the limit, in bytes.
 * @throws Refusal `invalid-request` 413
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value)
    length += next.value.length
    if (length <= limit) continue
    await reader?.cancel()
    throw new Refusal('invalid-request', { status: 413, field: 'body' })
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
