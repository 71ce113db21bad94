import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { chromium, failOnConsole } from '@tillkit/tooling/vitest'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [await storybookTest({ configDir: here, disableAddonDocs: true })],
  test: {
    name: 'stories',
    setupFiles: [failOnConsole],
    // No story is timed, and vitest's own 15 s are shorter than what a play function waits for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    browser: await chromium(),
  },
})
