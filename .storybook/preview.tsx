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
})
