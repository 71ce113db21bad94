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

/** A story's `media` (`{ 'forced-colors': 'active' }`) can only be set by whoever steers the browser: in a test. */
async function emulate(media: unknown): Promise<(() => Promise<void>) | undefined> {
  if (typeof media !== 'object' || media === null || !('__vitest_browser_runner__' in globalThis))
    return undefined
  const { cdp } = await import('vitest/browser')
  const set = (on: boolean): Promise<unknown> => {
    const features = Object.entries(media).map(([name, value]) => ({ name, value: on ? String(value) : '' }))
    return cdp().send('Emulation.setEmulatedMedia', { features })
  }
  await set(true)
  return async () => {
    await set(false)
  }
}
