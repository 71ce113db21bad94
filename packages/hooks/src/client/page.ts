/** What the kit asks of the page it stands on; replaced in tests. */
export interface Page {
  /** Whether the shopper can see the page. */
  isVisible(): boolean
  /** Whether the browser believes it has a connection. */
  isOnline(): boolean
  /** Calls back when the page is seen, hidden, focused, or gains or loses its connection. */
  subscribe(listener: () => void): () => void
  /** Calls back when the browser shows the page again as it was left (Back from a bank). */
  onRestored(listener: () => void): () => void
  /** Leaves for another address, or sends a form to it. */
  follow(action: { readonly method: 'GET' | 'POST'; readonly url: string; readonly fields?: Fields }): void
}

type Fields = readonly (readonly [name: string, value: string])[]

/** The browser's page; on a server it is a visible page on which nothing happens. */
export const browserPage: Page = {
  isVisible: () => globalThis.document?.visibilityState !== 'hidden',
  isOnline: () => globalThis.navigator?.onLine !== false,
  // A change of visibility is told to the document and bubbles.
  subscribe: (listener) => listen(['visibilitychange', 'focus', 'online', 'offline'], listener),
  onRestored: (listener) =>
    listen(['pageshow'], (event) => {
      if ((event as PageTransitionEvent).persisted) listener()
    }),
  follow: ({ method, url, fields = [] }) => {
    if (method === 'GET') {
      location.assign(url)
      return
    }
    const form = document.createElement('form')
    Object.assign(form, { method, action: url })
    for (const [name, value] of fields) {
      const input = document.createElement('input')
      form.append(Object.assign(input, { type: 'hidden', name, value }))
    }
    document.body.append(form)
    form.submit()
  },
}

function listen(names: readonly string[], listener: (event: Event) => void): () => void {
  for (const name of names) window.addEventListener(name, listener)
  return () => {
    for (const name of names) window.removeEventListener(name, listener)
  }
}
