const cookieName = 'wichrowa_session'

/** Which browser asks; a new one gets a name of its own. Scripts can't read it. */
export function readSession(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = cookies.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
  return value && /^[\da-f-]{36}$/.test(value) ? value : undefined
}

/** `Lax`, so that it comes along when a bank sends the shopper back. */
export function sessionCookie(session: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Lax${secure}`
}
