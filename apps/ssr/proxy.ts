import { NextResponse, type NextRequest } from 'next/server'

/** Next.js's own development mode evaluates code and writes style elements; a built page does neither. */
const isBuilt = process.env.NODE_ENV === 'production'

/** The policy that a careful shop has. Next.js reads the nonce from the request and puts it on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID()
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isBuilt ? '' : " 'unsafe-eval'"}`,
    `style-src 'self'${isBuilt ? '' : " 'unsafe-inline'"}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/', '/many'] }
