import { unitProject } from '@tillkit/tooling/vitest'
import { mergeConfig } from 'vitest/config'

export default mergeConfig(unitProject({ include: ['e2e/**/*.e2e.test.ts'] }), {
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
})
