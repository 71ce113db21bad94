import { hasPackedBrowser } from '@tillkit/tooling/browser'
import { browserProject, pictureChromium } from '@tillkit/tooling/vitest'
import type { ViteUserConfig } from 'vitest/config'

/** Where npm has no browser, no picture could be the same. */
const nothing: ViteUserConfig = { test: { include: [], passWithNoTests: true } }

const pictures: ViteUserConfig = hasPackedBrowser
  ? await browserProject({
      include: ['src/**/*.visual.test.tsx'],
      optimize: [
        '@tanstack/react-query',
        '@tillkit/hooks > zustand/vanilla',
        '@tillkit/hooks > @tillkit/core > zod/mini',
      ],
      browser: await pictureChromium(),
    })
  : nothing

if (!hasPackedBrowser) process.stdout.write('Pictures are compared on Linux x64 alone: none is here.\n')

export default {
  ...pictures,
  // A picture that is missing fails as one that differs does: only `-u` takes any.
  test: { ...pictures.test, update: 'none', attachmentsDir: 'node_modules/.cache/pictures' },
} satisfies ViteUserConfig
