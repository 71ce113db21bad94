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
    // Stories in forced colours steer the browser, which Storybook forbids unless told otherwise. Only this machine can ask.
    browser: { ...(await chromium()), api: { host: '127.0.0.1', allowWrite: true, allowExec: true } },
  },
})
