/** What the tabs of one browser have in common; replaced in tests. Nothing here ever throws or rejects by itself. */
export interface Tabs {
  /** The text kept under a name, or nothing (also where storage is missing, blocked or broken). */
  read(name: string): string | undefined
  /** Keeps a text, or removes it. Without storage, or with a full one, nothing is kept. */
  write(name: string, text: string | undefined): void
  /** The names of all that is kept, other programs' too. */
  names(): readonly string[]
  /** Calls back for what other tabs say under a name; returns what stops it. */
  listen(name: string, listener: (message: unknown) => void): () => void
  /** Tells the other tabs. */
  post(name: string, message: unknown): void
  /**
   * Runs while no other tab runs under this name; waits for its turn, but no longer than until `patience` is aborted (a phone may
   * freeze the tab whose turn it is). At once where the browser has no locks. Rejects only as `run` does.
   */
  exclusively<T>(name: string, run: () => Promise<T>, patience?: AbortSignal): Promise<T>
}

/** The browser's own: localStorage, BroadcastChannel and Web Locks, as far as it has and allows them. On a server nothing happens. */
export function createBrowserTabs(): Tabs {
  /** One channel for each name that is listened to. */
  const lines = new Map<string, Line>()

  return {
    read: (name) => tryTo(() => window.localStorage.getItem(name)) ?? undefined,
    write: (name, text) =>
      tryTo(() => {
        if (text === undefined) window.localStorage.removeItem(name)
        else window.localStorage.setItem(name, text)
      }),
    names: () => tryTo(() => Object.keys(window.localStorage)) ?? [],
    listen: (name, listener) => {
      const line = lines.get(name) ?? openLine(name)
      lines.set(name, line)
      line.listeners.add(listener)
      return () => {
        if (!line.listeners.delete(listener) || line.listeners.size > 0) return
        lines.delete(name)
        line.end()
      }
    },
    post: (name, message) =>
      tryTo(() => {
        const open = lines.get(name)?.channel
        // A channel never hears itself, so the one that listens is the one that speaks. Without it a short-lived one does:
        // an idle one would only keep the page out of the back/forward cache.
        const channel = open ?? new window.BroadcastChannel(name)
        try {
          channel.postMessage(message)
        } finally {
          if (!open) channel.close()
        }
      }),
    exclusively: async <T>(name: string, run: () => Promise<T>, patience?: AbortSignal): Promise<T> => {
      let running: Promise<T> | undefined
      const once = (): Promise<T> => (running ??= Promise.resolve().then(run))
      try {
        await window.navigator.locks.request(name, patience ? { signal: patience } : {}, once)
      } catch {
        // No locks here, no patience, or what `run` rejected with: it comes again below.
      }
      return once()
    },
  }
}

/** A name that is listened to. */
interface Line {
  readonly listeners: Set<(message: unknown) => void>
  channel: BroadcastChannel | undefined
  end(): void
}

/** While the browser keeps the page for Back the channel is closed: an open one could cost the page its place. */
function openLine(name: string): Line {
  const open = (): void =>
    tryTo(() => {
      line.channel ??= new window.BroadcastChannel(name)
      line.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        for (const listener of line.listeners) listener(data)
      }
    })
  const close = (): void => {
    line.channel?.close()
    line.channel = undefined
  }
  const hearPage = (how: 'addEventListener' | 'removeEventListener'): void =>
    tryTo(() => {
      window[how]('pageshow', open)
      window[how]('pagehide', close)
    })
  const line: Line = {
    listeners: new Set(),
    channel: undefined,
    end: () => {
      close()
      hearPage('removeEventListener')
    },
  }
  open()
  hearPage('addEventListener')
  return line
}

/** The browser may lack it, or forbid it by throwing (private mode, an opaque origin, a full storage): then nothing. */
function tryTo<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
