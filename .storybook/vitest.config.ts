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
    browser: await chromium(),
  },
})
