import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { readApi } from './read-api.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What a shop imports from, and the file behind it. */
export const apiEntries: Readonly<Record<string, string>> = {
  '@tillkit/components': 'packages/components/src/index.ts',
  '@tillkit/hooks': 'packages/hooks/src/index.ts',
  '@tillkit/hooks/testing': 'packages/hooks/src/testing.ts',
  '@tillkit/core': 'packages/core/src/index.ts',
  '@tillkit/server': 'packages/server/src/index.ts',
  '@tillkit/server/node': 'packages/server/src/adapters/node.ts',
  '@tillkit/server/redis': 'packages/server/src/adapters/redis.ts',
  '@tillkit/mock-api': 'packages/mock-api/src/index.ts',
}

const id = 'virtual:tillkit-api'

/** Gives the guides the API as the sources have it, read anew with every start: it can't be out of date. */
export const apiTables = (): Plugin => ({
  name: 'tillkit-api-tables',
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load(source) {
    if (source !== `\0${id}`) return undefined
    const api = Object.fromEntries(
      Object.entries(apiEntries).map(([name, file]) => [name, readApi(root, file)] as const),
    )
    return `export const api = ${JSON.stringify(api)}`
  },
})
