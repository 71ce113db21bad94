/// <reference types="@vitest/browser-playwright" />
import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import { configure } from 'storybook/test'

// What a play function waits for comes when it comes: a slow machine is no reason to fail.
configure({ asyncUtilTimeout: 20_000 })

export default definePreview({
  addons: [addonDocs(), addonA11y()],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { disable: true },
  },
  beforeEach: ({ parameters }) => emulate(parameters['media']),
})

/**
 * A story's `media` (`{ 'forced-colors': 'active' }`) can only be set by whoever steers the browser: in a test. A story without
 * any takes back what the one before it had.
 */
async function emulate(media: unknown): Promise<void> {
  if (!('__vitest_browser_runner__' in globalThis)) return
  const { cdp } = await import('vitest/browser')
  const wanted = { 'forced-colors': '', 'prefers-contrast': '', ...(media as object | undefined) }
  const features = Object.entries(wanted).map(([name, value]) => ({ name, value: value }))
  await cdp().send('Emulation.setEmulatedMedia', { features })
}
