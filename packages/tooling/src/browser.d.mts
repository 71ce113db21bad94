/** A browser that was just seen to start. */
export interface FoundBrowser {
  executablePath: string
  /** Set these beside the process's own environment when starting it. */
  env: Record<string, string>
  from: string
}

/** What Playwright's `launch()`, or vitest's Playwright provider, needs to start the found browser. */
export interface BrowserLaunchOptions {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

export interface BrowserChoice {
  /** The one from npm, whatever else is there: the same pixels on every machine. @defaultValue false */
  isPacked?: boolean
}

/** Whether npm has a browser for this machine. */
export declare const hasPackedBrowser: boolean

/**
 * Finds a browser: `BROWSER_PATH`, the system's, Playwright's own, the one from npm
 * (`TILLKIT_BROWSER=packed`: that one only). Rejects with the remedies when none starts.
 */
export declare function findBrowser(choice?: BrowserChoice): Promise<FoundBrowser>

/** {@link findBrowser}, as options to launch it with. */
export declare function launchOptions(choice?: BrowserChoice): Promise<BrowserLaunchOptions>

export declare const launchArgs: string[]
