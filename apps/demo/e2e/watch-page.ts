import type { BrowserContext, Page } from 'playwright-core'

/** What a page has said since it was opened, gathered by a script that runs before its own. */
interface Watched {
  /** The text of the picker's live region at each of its mutations, repeats and all. */
  readonly announced: string[]
  /** The availability each row had when it was first drawn. */
  readonly firstSeen: Record<string, string>
}

/** Reports what is printed, thrown or forbidden on any page of a session, and gathers what {@link readWatched} tells. */
export async function watchPage(session: BrowserContext, complain: (what: string) => void): Promise<void> {
  session.on('console', (message) => {
    const { url } = message.location()
    // The browser itself writes a line for each answer from 400 up; here those are what is tested.
    const isRefusal = message
      .text()
      .startsWith('Failed to load resource: the server responded with a status of')
    if (isRefusal && new URL(url).pathname.startsWith('/api/')) return
    complain(`${message.type()}: ${message.text()} (${url})`)
  })
  session.on('weberror', (error) => complain(`thrown: ${error.error().message}`))
  await session.addInitScript(() => {
    const watched: { announced: string[]; firstSeen: Record<string, string> } = {
      announced: [],
      firstSeen: {},
    }
    Object.assign(window, { watched })
    new MutationObserver((changes) => {
      for (const row of document.querySelectorAll<HTMLElement>('[data-channel], [data-method]')) {
        const id = row.dataset['channel'] ?? row.dataset['method'] ?? ''
        watched.firstSeen[id] ??= row.dataset['availability'] ?? ''
      }
      for (const { target } of changes) {
        const node = target instanceof Element ? target : target.parentElement
        const region = node?.closest('.till-root > [role="status"].till-sr-only')
        const text = region?.textContent ?? ''
        if (text !== '') watched.announced.push(text)
      }
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

export const readWatched = (page: Page): Promise<Watched> =>
  page.evaluate(() => (window as unknown as { readonly watched: Watched }).watched)
