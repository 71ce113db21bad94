// Who may import whom, and who may read a clock. Run from the root by `pnpm lint`.
// oxlint can't say this: its import rule compares words, not files, and its overrides replace each other.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'

const root = process.cwd()
const isTest = /\.(test|stories|bench)\.tsx?$|\/src\/stories\/|components\/src\/testing\//

/** What a package's sources may import from outside; tests and stories may import whatever is declared. */
const packages = {
  'packages/core': ['zod/mini'],
  'packages/hooks': ['@tillkit/core', 'react', '@tanstack/react-query', 'zustand', 'zod/mini'],
  'packages/components': ['@tillkit/core', '@tillkit/hooks', 'react'],
  'packages/server': ['@tillkit/core', 'zod/mini', '@remix-run/node-fetch-server', 'node:'],
  'packages/mock-api': ['@remix-run/node-fetch-server', 'node:'],
}

/** `only` is a full list of what may be imported, `never` a list of what may not; both name folders or packages. */
const layers = [
  { in: 'packages/core/src/time/', only: ['packages/core/src/time/'], why: 'time is a leaf' },
  {
    in: 'packages/core/src/domain/',
    never: ['packages/core/src/availability/', 'packages/core/src/gateway/'],
    why: 'gateway → availability → domain',
  },
  {
    in: 'packages/core/src/availability/',
    never: ['packages/core/src/gateway/'],
    why: 'gateway → availability → domain',
  },
  {
    in: 'packages/hooks/src/store/',
    never: ['packages/hooks/src/client/', 'packages/hooks/src/react/', 'react', '@tanstack/react-query'],
    why: 'react → client → store',
  },
  {
    in: 'packages/hooks/src/client/',
    never: ['packages/hooks/src/react/', 'react'],
    why: 'react → client → store',
  },
  { in: 'packages/mock-api/', never: ['@tillkit/'], tests: true, why: 'an oracle knows none of our types' },
]

/** The only places for something. */
const homes = [
  {
    of: 'zod/mini',
    is: (specifier) => specifier === 'zod/mini',
    in: ['packages/core/src/gateway/', 'packages/hooks/src/store/', 'packages/server/src/'],
    why: 'zod only where something foreign is decoded',
  },
  {
    of: 'full zod',
    is: (s) => /^zod($|\/)/.test(s) && s !== 'zod/mini',
    in: [],
    why: 'only zod/mini is small',
  },
  {
    of: 'Node built-ins',
    is: (specifier) => specifier.startsWith('node:'),
    in: [
      'packages/server/src/adapters/',
      'packages/server/src/conformance/cli.ts',
      'packages/mock-api/src/node-',
      'packages/mock-api/src/cli.ts',
    ],
    why: 'everything else runs in browsers and on any server',
  },
]

const clockReaders = [
  'packages/core/src/time/clock.ts',
  'packages/hooks/src/testing/',
  'packages/mock-api/',
  'packages/server/src/adapters/',
]

const timers = ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback']
const worlds = { globalThis: timers, window: timers, self: timers }
const clockProperties = { Date: ['now'], performance: ['now'], AbortSignal: ['timeout'], ...worlds }

const breaches = []
const files = [...globSync('packages/*/src/**/*.{ts,tsx}'), ...globSync('apps/*/**/*.{ts,tsx}')]
  .filter((file) => !/(^|\/)(node_modules|dist|\.next)\/|\.d\.ts$|^packages\/tooling\//.test(file))
  .toSorted()

for (const file of files) checkFile(file)

if (files.length === 0) fail('walls: no source file found; run this from the root of the repository')
if (breaches.length > 0)
  fail(`${breaches.join('\n')}\n\nwalls: ${breaches.length} breaches in ${files.length} files`)
console.log(`walls: ${files.length} files, no breach`)

function checkFile(file) {
  const text = readFileSync(file, 'utf8')
  const { program, errors } = parseSync(file, text)
  const at = (node) => `${file}:${text.slice(0, node.start).split('\n').length}`
  if (errors.length > 0) breaches.push(`${file}: ${errors[0].message}`)

  const owner = file.split('/').slice(0, 2).join('/')
  const own = packages[owner] !== undefined
  if (own && /\/src\/.+\/index\.tsx?$/.test(file))
    breaches.push(`${file}: only an entry file is named index; import the file itself`)

  walk(program, (node, parent) => {
    if (own && node.type === 'ExportAllDeclaration') breaches.push(`${at(node)}: export by name, not *`)
    const specifier = importedBy(node)
    const [why] = specifier === undefined ? [] : importBreaches(file, owner, specifier)
    if (why) breaches.push(`${at(node)}: '${specifier}': ${why}`)
    const reads = own && !isTest.test(file) && !clockReaders.some((place) => file.startsWith(place))
    const clock = reads && clockRead(node, parent)
    if (clock) breaches.push(`${at(node)}: ${clock}: time comes from core/src/time/clock.ts`)
  })
}

function importedBy(node) {
  if (/^(Import|Export(Named|All))Declaration$|^ImportExpression$|^TSImportType$/.test(node.type))
    return (node.source ?? node.argument?.literal ?? undefined)?.value
}

function* importBreaches(file, owner, specifier) {
  const test = isTest.test(file)
  const isPath = specifier.startsWith('.')
  const target = isPath ? relative(root, join(root, dirname(file), specifier.replace(/\?.*/, ''))) : specifier
  const hits = (place) =>
    isPath
      ? target.startsWith(place)
      : target === place || target.startsWith(/[/:]$/.test(place) ? place : `${place}/`)

  if (isPath && !target.startsWith(`${owner}/`)) yield 'a relative import that leaves its package'
  if (isPath && !existsSync(target)) yield 'no such file (relative imports carry their extension)'

  for (const home of homes)
    if (home.is(specifier) && (!test || home.in.length === 0) && owner in packages)
      if (!home.in.some((place) => file.startsWith(place))) yield `${home.of} has no place here (${home.why})`
  for (const layer of layers) {
    if (!file.startsWith(layer.in) || (test && !isPath && !layer.tests)) continue
    if (layer.never?.some(hits) || (layer.only && !layer.only.some(hits))) yield layer.why
  }

  if (isPath || !(owner in packages)) return
  if (!test && !packages[owner].some(hits)) yield `${owner} doesn't import this`
  if (!specifier.startsWith('node:') && !declared(owner, test).some(hits))
    yield `not declared in ${owner}/package.json`
}

function declared(owner, test) {
  const { dependencies, peerDependencies, devDependencies } = JSON.parse(
    readFileSync(`${owner}/package.json`, 'utf8'),
  )
  return Object.keys({ ...dependencies, ...peerDependencies, ...(test && devDependencies) })
}

function clockRead(node, parent) {
  const { type } = node
  if (type === 'MemberExpression' && clockProperties[node.object.name]?.includes(node.property.name))
    return `${node.object.name}.${node.property.name}`
  if (type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0)
    return 'new Date()'
  if (type === 'CallExpression' && node.callee.name === 'Date') return 'Date()'
  if (type !== 'Identifier' || !timers.includes(node.name)) return
  const isName = parent.property === node || parent.key === node || parent.type === 'TSTypeQuery'
  return isName ? undefined : node.name
}

function walk(node, visit, parent) {
  if (typeof node.type === 'string') visit(node, parent)
  for (const value of Object.values(node))
    if (value && typeof value === 'object') walk(value, visit, Array.isArray(node) ? parent : node)
}

function fail(text) {
  console.error(text)
  process.exit(1)
}
