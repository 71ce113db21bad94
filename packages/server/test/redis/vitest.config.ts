import { unitProject } from '@tillkit/tooling/vitest'

export default unitProject({ include: ['test/redis/*.test.ts'] })
