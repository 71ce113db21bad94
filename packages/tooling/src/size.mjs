// Measures what a shop ships, against the budgets. Run from the root, after a build. 1 kB = 1000 bytes, gzip level 9.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, parseSync } from 'vite'

const root = process.cwd()
const react = [/^react($|\/)/, /^react-dom($|\/)/]
const dependencies = [...react, /^@tanstack\//, /^zustand($|\/)/, /^zod($|\/)/]
const dropIn = `
  export { createPaymentsClient, PaymentsProvider } from '@tillkit/hooks'
  export { PaymentMethods } from '@tillkit/components'
  export * from '@tillkit/components/messages/en'`

// What Vite adds to any page that loads something on demand (0.7 kB) is the shop's bundler's, once a page for all its chunks, like the
// polyfill that is switched off below. Other bundlers add nothing, or something else.
const chunkLoader = '\0vite/preload-helper.js'
const loadsOnly = 'export const __vitePreload = (load) => load()'

// What is shipped, to the tenth of a kB. The plan said 8, 16 and 34 kB for the first slice and 10, 22 and 41 kB for the whole. The last is
// what a shopper loads, and is kept; our own code is more: memory, tabs, open attempts, BLIK, layouts, search, forms and the way to 17
// languages. Raise none without a word in the change.
const budgets = [
  {
    what: 'core + hooks, own code',
    limit: 16_700,
    external: dependencies,
    code: () =>
      `export { createPaymentsClient, PaymentsProvider, ${hooks().join(', ')} } from '@tillkit/hooks'`,
  },
  {
    what: 'with components, one language, own code',
    limit: 29_600,
    external: dependencies,
    code: () => dropIn,
  },
  { what: 'the same with dependencies, without React', limit: 40_800, external: react, code: () => dropIn },
  {
    what: 'styles.css',
    limit: 6000,
    external: [],
    css: true,
    code: () => `import '@tillkit/components/styles.css'`,
  },
  {
    // A page that uses three parts pays for three parts.
    what: 'three parts, own code without the hooks',
    limit: 1400,
    external: [...dependencies, /^@tillkit\/(core|hooks)$/],
    code: () => `export { MethodMark, PayButton, TransferDetails } from '@tillkit/components'`,
    only: ['internal', 'messages', 'method-mark', 'pay-button', 'transfer-details'],
  },
  ...languages().map((entry) => ({
    what: entry,
    limit: 4000,
    external: [],
    code: () => `export * from '${entry}'`,
  })),
]

const rows = []
const faults = []
for (const budget of budgets) {
  const { bytes, modules, shipped } = await measure(budget)
  rows.push(`${kB(bytes).padStart(9)} of ${kB(budget.limit).padStart(7)}  ${budget.what}`)
  if (bytes > budget.limit) faults.push(`${budget.what}: ${bytes - budget.limit} bytes over its budget`)
  if (bytes < 100) faults.push(`${budget.what}: only ${bytes} bytes, so nothing was measured`)
  const folders = shipped.flatMap((id) => /\/components\/dist\/([^/]+)\//.exec(id)?.[1] ?? [])
  const unasked = budget.only ? folders.filter((folder) => !budget.only.includes(folder)) : []
  if (unasked.length > 0) faults.push(`${budget.what}: ships ${[...new Set(unasked)].join(', ')} too`)
  const full = modules.find((id) => /\/zod\/(v3|v4\/classic)\//.test(id))
  if (full)
    faults.push(
      `${budget.what}: full zod is reachable (${full.slice(full.lastIndexOf('/zod/'))}); use zod/mini`,
    )
}

console.log(rows.join('\n'))
for (const fault of faults) console.error(`size: ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0

async function measure({ code, css, external }) {
  // It stands in the components' folder, so that packages resolve as they do for the components themselves.
  const entry = join(root, 'packages/components/size-entry.mjs')
  let modules = []
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [
      {
        name: 'size-entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? code() : id === chunkLoader ? loadsOnly : undefined),
        buildEnd() {
          modules = [...this.getModuleIds()].map((id) => id.replaceAll('\\', '/'))
        },
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      cssMinify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, external, preserveEntrySignatures: 'strict' },
    },
  })
  const wanted = css
    ? result.output.filter(({ fileName }) => fileName.endsWith('.css'))
    : loadedAtOnce(result.output)
  return {
    bytes: sum(wanted.map((file) => gzipSync(file.code ?? file.source, { level: 9 }).length)),
    modules,
    // What is left of the modules once the unused is dropped.
    shipped: wanted.flatMap((file) =>
      Object.entries(file.modules ?? {}).flatMap(([id, { code }]) => (code ? id.replaceAll('\\', '/') : [])),
    ),
  }
}

/** The entry's chunk and all it imports statically: what is loaded on demand (other languages) isn't paid for at once. */
function loadedAtOnce(output) {
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  )
  const found = new Set([...chunks.values()].filter(({ isEntry }) => isEntry))
  for (const chunk of found)
    for (const name of chunk.imports) if (chunks.has(name)) found.add(chunks.get(name))
  return [...found]
}

/** The names of all hooks that @tillkit/hooks exports. */
function hooks() {
  const file = 'packages/hooks/dist/index.js'
  const names = parseSync(file, readFileSync(file, 'utf8'))
    .module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name))
    .filter((name) => /^use[A-Z]/.test(name))
  if (names.length === 0) throw new Error(`${file} exports no hook`)
  return names
}

/** The entries of the languages, each of which is loaded alone. */
function languages() {
  const { name, exports } = JSON.parse(readFileSync('packages/components/package.json', 'utf8'))
  const entries = Object.keys(exports).filter((entry) => entry.startsWith('./messages/'))
  if (entries.length === 0) throw new Error(`${name} exports no language`)
  return entries.map((entry) => name + entry.slice(1))
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(2)} kB`
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
