// Holds the showroom to what it promises: every part and hook is shown or explained, every story says why it exists, no link leads
// nowhere, and a story stays small. Run from the root; the last is measured on .storybook/static, where that is built.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import { createServer, parseSync } from 'vite'

const root = process.cwd()
const guides = globSync('.storybook/guides/**/*.mdx').toSorted()
const stories = [
  ...globSync('packages/*/src/**/*.stories.tsx'),
  ...globSync('.storybook/guides/**/*.stories.tsx'),
]
const read = (file) => readFileSync(join(root, file), 'utf8')
const faults = []
const done = []

/** Play functions are not run here, and what they use wants a page. */
const withoutTestTools = {
  name: 'without-test-tools',
  enforce: 'pre',
  resolveId: (id) => (id === 'storybook/test' ? '\0nothing' : undefined),
  load: (id) =>
    id === '\0nothing'
      ? `const nothing = new Proxy(() => nothing, { get: (_, name) => (name === 'then' ? undefined : nothing) })
         export { ${['configure', 'expect', 'fn', 'userEvent', 'waitFor', 'within']
           .map((name) => `nothing as ${name}`)
           .join()} }`
      : undefined,
}

const modules = await loadStories()
checkNames()
checkSentences()
checkLinks()
checkSizes()

console.log(done.map((line) => `showroom: ${line}`).join('\n'))
for (const fault of faults) console.error(`showroom: ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0

/** Every part (`PayButton`) and hook (`usePay`) that a package exports has a story or a guide with its name. */
function checkNames() {
  // A guide may show a file of a package, as `from="packages/hooks/README.md"`. Tables made from the types name everything, and
  // explain nothing: they don't count.
  const pages = guides.map(read)
  const quoted = pages.flatMap((text) => [...text.matchAll(/\bfrom="([^"]+\.md)"/g)].map(([, file]) => file))
  const examples = globSync('.storybook/guides/examples/*.tsx')
  const shown = [...pages, ...[...stories, ...new Set(quoted), ...examples].map(read)].join('\n')
  const names = ['components', 'hooks'].flatMap((name) => exportedValues(`packages/${name}/src/index.ts`))
  const own = names.filter((name) => /^(use[A-Z]|[A-Z][a-z])/.test(name) && !name.endsWith('Error'))
  if (own.length < 30) faults.push(`only ${own.length} parts and hooks were found: the search is broken`)
  for (const name of own)
    if (!new RegExp(`\\b${name}\\b`).test(shown)) faults.push(`${name} has neither a story nor a guide`)
  done.push(`${own.length} parts and hooks looked for`)
}

function exportedValues(file) {
  const { program } = parseSync(file, read(file))
  return program.body
    .filter(({ type, exportKind }) => type === 'ExportNamedDeclaration' && exportKind !== 'type')
    .flatMap(({ specifiers }) => specifiers)
    .filter(({ exportKind }) => exportKind !== 'type')
    .map(({ exported }) => exported.name)
}

/** What a story is for, in its docs' description: a sentence, of this story alone. */
function checkSentences() {
  let count = 0
  for (const { file, exports } of modules)
    for (const [name, story] of Object.entries(exports)) {
      if (name === 'default') continue
      count += 1
      const says = story.parameters?.docs?.description?.story
      if (typeof says !== 'string' || !/^\S.{8,}[.!?:]$/su.test(says.trim()))
        faults.push(`${file}: ${name} doesn't say why it exists (parameters.docs.description.story)`)
    }
  if (count < 50) faults.push(`only ${count} stories were found: the search is broken`)
  done.push(`${count} stories read`)
}

function withoutCode(text) {
  return text.replaceAll(/```[^]*?```|`[^`\n]+`/g, '')
}

/** A guide links pages by their ids, and files by their paths. */
function checkLinks() {
  const ids = new Set(
    modules.flatMap(({ exports }) => {
      const { title, tags = [] } = exports.default
      const own = Object.keys(exports)
        .filter((name) => name !== 'default')
        .map((name) => toId(title, storyNameFromExport(name)))
      return tags.includes('!autodocs') ? own : [...own, toId(title, 'docs')]
    }),
  )
  for (const guide of guides) {
    const [, title] = /<Meta\b[^>]*\btitle="([^"]+)"/.exec(read(guide)) ?? []
    if (title) ids.add(toId(title, 'docs'))
  }
  let count = 0
  for (const file of guides)
    for (const [, link] of withoutCode(read(file)).matchAll(/(?:\]\(|href=["']|path=["'])([^)"'\s]+)/g)) {
      if (/^(https?:|mailto:|#)/.test(link)) continue
      count += 1
      const [, id] = /^(?:\.?\/)?\?path=\/(?:docs|story)\/([\w-]+)/.exec(link) ?? []
      const leads = id ? ids.has(id) : existsSync(join(dirname(file), link.replace(/#.*/, '')))
      if (!leads) faults.push(`${file}: ${link} leads nowhere`)
    }
  done.push(`${count} links in ${guides.length} guides followed`)
}

/** What a story loads beside what every story does, gzipped. 1 kB = 1000 bytes. */
function checkSizes() {
  const limit = 150_000
  const folder = '.storybook/static/assets'
  const chunks = new Map(
    globSync(`${folder}/*.js`).map((file) => [file.slice(folder.length + 1), read(file)]),
  )
  const entry = [...chunks.keys()].find((name) => name.startsWith('iframe-'))
  if (!entry) return done.push('no build of the showroom to measure')
  const everywhere = closure(entry, chunks)
  const sizes = [...chunks.keys()]
    .filter((name) => /\.stories-/.test(name))
    .map((name) => {
      const own = [...closure(name, chunks)].filter((each) => !everywhere.has(each))
      return {
        name,
        bytes: own.reduce((sum, each) => sum + gzipSync(chunks.get(each), { level: 9 }).length, 0),
      }
    })
    .toSorted((a, b) => b.bytes - a.bytes)
  for (const { name, bytes } of sizes)
    if (bytes > limit) faults.push(`${name}: ${bytes} bytes of its own, and ${limit} are allowed`)
  const [largest] = sizes
  if (!largest || largest.bytes < 10_000) faults.push('nothing was measured: the search is broken')
  else done.push(`largest story ${(largest.bytes / 1000).toFixed(1)} kB of ${limit / 1000}, ${largest.name}`)
}

function closure(name, chunks, found = new Set()) {
  if (found.has(name) || !chunks.has(name)) return found
  found.add(name)
  const { program } = parseSync(name, chunks.get(name))
  for (const { source } of program.body) if (source) closure(source.value.replace(/^.*\//, ''), chunks, found)
  return found
}

/** The stories themselves, run in Node: what a helper makes of them counts, not what they look like. */
async function loadStories() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react(), withoutTestTools],
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    ssr: {
      noExternal: ['storybook'],
      resolve: { conditions: ['@tillkit/source', 'module', 'node', 'development'] },
    },
  })
  try {
    const loaded = []
    for (const file of stories)
      loaded.push({ file, exports: { ...(await server.ssrLoadModule(`/${file}`)) } })
    return loaded
  } finally {
    await server.close()
  }
}
