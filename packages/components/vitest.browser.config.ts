import { browserProject } from '@tillkit/tooling/vitest'

export default browserProject({
  optimize: [
    '@tanstack/react-query',
    '@tillkit/hooks > zustand/vanilla',
    '@tillkit/hooks > @tillkit/core > zod/mini',
    'axe-core',
    'react-dom/server',
    'react-hook-form',
  ],
})
