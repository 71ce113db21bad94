import { fileURLToPath } from 'node:url'
import type { PlaywrightProviderOptions } from '@vitest/browser-playwright'
import type { PluginOption } from 'vite'
import type { ViteUserConfig } from 'vitest/config'
import { launchOptions } from './browser.mjs'

/** Export conditions that resolve `@tillkit/*` to sources, so nothing is built before a test. */
export const sourceConditions = {
  browser: ['@tillkit/source', 'module', 'browser', 'development|production'],
  node: ['@tillkit/source', 'module', 'node', 'development|production'],
}

export interface UnitProjectOptions {
  /** @defaultValue 'node' */
  environment?: 'node' | 'jsdom'
  /** @defaultValue every `*.test.ts(x)` in `src`; `*.browser.test.tsx` and `*.visual.test.tsx` are never among them. */
  include?: string[]
}

/** The vitest configuration of a package's tests in Node, or in jsdom. */
export function unitProject({
  environment = 'node',
  include = ['src/**/*.test.{ts,tsx}'],
}: UnitProjectOptions = {}): ViteUserConfig {
  return {
    resolve: { conditions: sourceConditions.node },
    ssr: { resolve: { conditions: sourceConditions.node } },
    test: {
      ...sharedRules,
      environment,
      include,
      exclude: ['**/node_modules/**', '**/*.{browser,visual}.test.*'],
      setupFiles: environment === 'jsdom' ? [setupFile('clean-dom'), failOnConsole] : [failOnConsole],
    },
  }
}

export interface BrowserProjectOptions {
  /** @defaultValue every `*.browser.test.tsx` in `src` */
  include?: string[]
  /** Dependencies Vite would otherwise discover in the middle of a run, and reload the page for. */
  optimize?: string[]
  plugins?: PluginOption[]
  /** @defaultValue `chromium()` */
  browser?: BrowserSection
}

/** The vitest configuration of a package's tests in a real Chromium. */
export async function browserProject({
  include = ['src/**/*.browser.test.{ts,tsx}'],
  optimize = [],
  plugins = [],
  browser,
}: BrowserProjectOptions = {}): Promise<ViteUserConfig> {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    plugins: [react(), ...plugins],
    resolve: { conditions: sourceConditions.browser },
    optimizeDeps: {
      include: [
        'react',
        'react/jsx-dev-runtime',
        'react/jsx-runtime',
        'react-dom',
        'react-dom/client',
        'vitest-browser-react',
        ...optimize,
      ],
    },
    test: { ...sharedRules, include, setupFiles: [failOnConsole], browser: browser ?? (await chromium()) },
  }
}

type BrowserSection = NonNullable<NonNullable<ViteUserConfig['test']>['browser']>

/** The `test.browser` section alone, for a configuration that another tool shapes (Storybook's). */
export const chromium = async (): Promise<BrowserSection> => ({
  ...headless,
  provider: await provide({ launchOptions: await launchOptions() }),
})

/**
 * The same for pictures that are compared: npm's browser, which alone has the same pixels on every machine, with everything fixed
 * that a machine may bring along. What is kept is in `pictures`, what differs from it goes to `pictures/different`.
 */
export const pictureChromium = async (): Promise<BrowserSection> => {
  const launch = await launchOptions({ isPacked: true })
  return {
    ...headless,
    provider: await provide({
      launchOptions: {
        ...launch,
        args: [...launch.args, '--font-render-hinting=none', '--disable-lcd-text'],
      },
      contextOptions: {
        deviceScaleFactor: 1,
        locale: 'en-GB',
        timezoneId: 'UTC',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      },
    }),
    expect: {
      toMatchScreenshot: {
        comparatorName: 'pixelmatch',
        comparatorOptions: { allowedMismatchedPixelRatio: 0.001 },
        resolveScreenshotPath: ({ root, arg, ext }) => `${root}/pictures/${arg}${ext}`,
        resolveDiffPath: ({ root, arg, ext }) => `${root}/pictures/different/${arg}${ext}`,
      },
    },
  }
}

const headless: Omit<BrowserSection, 'provider'> = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  instances: [{ browser: 'chromium' }],
}

async function provide(options: PlaywrightProviderOptions): Promise<NonNullable<BrowserSection['provider']>> {
  const { playwright } = await import('@vitest/browser-playwright')
  return playwright(options)
}

/** A setup file: stray console output, or a rejection nobody handles, fails the test that made it. */
export const failOnConsole: string = setupFile('fail-on-console')

const sharedRules: NonNullable<ViteUserConfig['test']> = {
  allowOnly: false,
  // No test is timed: this only ends one that hangs, on the slowest machine there is.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What is waited for comes when it comes: a slow machine is no reason to fail.
  expect: { requireAssertions: true, poll: { timeout: 50_000 } },
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
}

function setupFile(name: string): string {
  return fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
}
