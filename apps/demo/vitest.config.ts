import { unitProject } from '@tillkit/tooling/vitest'
import { defineConfig, mergeConfig } from 'vitest/config'

export default defineConfig(
  mergeConfig(unitProject({ include: ['e2e/**/*.e2e.test.ts', '{server,shared}/**/*.test.ts'] }), {
    test: {
      globalSetup: ['e2e/build-page.ts'],
      // Each file has a shop, an imitation and a browser of its own; two cores carry two of them.
      maxWorkers: 2,
    },
  }),
)
