/** What the kit asks of the page it stands on; replaced in tests. */
export interface Page {
  isVisible(): boolean
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
  subscribe: (listener) => {
    const targets = [
      [document, 'visibilitychange'],
      [window, 'focus'],
      [window, 'online'],
      [window, 'offline'],
    ] as const
    for (const [target, name] of targets) target.addEventListener(name, listener)
    return () => {
      for (const [target, name] of targets) target.removeEventListener(name, listener)
    }
  },
  onRestored: (listener) => {
    const restored = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) listener()
    }
    window.addEventListener('pageshow', restored)
    return () => window.removeEventListener('pageshow', restored)
  },
  follow: ({ method, url, fields = [] }) => {
    if (method === 'GET') {
      location.assign(url)
      return
    }
    const form = document.createElement('form')
    form.method = 'POST'
    form.action = url
    for (const [name, value] of fields) {
      const input = document.createElement('input')
      input.type = 'hidden'
      input.name = name
      input.value = value
      form.append(input)
    }
    document.body.append(form)
    form.submit()
  },
}
