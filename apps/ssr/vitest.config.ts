import { unitProject } from '@tillkit/tooling/vitest'
import { mergeConfig } from 'vitest/config'

export default mergeConfig(unitProject({ include: ['e2e/**/*.e2e.test.ts'] }), {
  // Each file runs a server and a browser of its own; two cores carry two of them.
  test: { maxWorkers: 2 },
})
