/** What a browser remembers for the shop. One that forbids it forgets; nothing else changes. */
export function readKept(storage: 'localStorage' | 'sessionStorage', name: string): string | null {
  try {
    return globalThis[storage].getItem(`wichrowa.${name}`)
  } catch {
    return null
  }
}

export function keep(storage: 'localStorage' | 'sessionStorage', name: string, value: string): void {
  try {
    globalThis[storage].setItem(`wichrowa.${name}`, value)
  } catch {
    // Full or forbidden: the choice lasts as long as the page.
  }
}
