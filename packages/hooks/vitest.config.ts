import { unitProject } from '@tillkit/tooling/vitest'

export default unitProject({
  environment: 'jsdom',
  include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
})
