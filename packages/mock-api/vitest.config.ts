import { unitProject } from '@tillkit/tooling/vitest'

export default unitProject()
