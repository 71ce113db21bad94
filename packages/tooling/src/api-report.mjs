// Compares each package's built declarations with the committed packages/<name>/api/<entry>.d.ts, so that no
// public type changes unseen. `--update` writes them. Run from the root, after a build.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { diff } from 'node:util'

const update = process.argv.includes('--update')
const stale = []
const seen = new Set()

for (const { report, text } of publicEntries()) {
  seen.add(report)
  const before = existsSync(report) ? readFileSync(report, 'utf8') : undefined
  if (before === text) continue
  stale.push(report)
  if (update) write(report, text)
  else if (before === undefined) console.error(`${report}: not written yet\n`)
  else console.error(`--- ${report} (committed)\n+++ ${report} (built)\n${changes(before, text)}\n`)
}
for (const report of globSync('packages/*/api/*.d.ts')) {
  if (seen.has(report)) continue
  stale.push(report)
  if (update) rmSync(report)
  else console.error(`${report}: its entry is no longer exported\n`)
}

if (seen.size === 0) stop('no public entry found; run this from the root of the repository')
if (stale.length > 0 && !update)
  stop('the public API differs from its report. If that is meant, run: npx -y pnpm@12.21.0 api:update')
console.log(`api: ${seen.size} entries, ${stale.length} ${update ? 'updated' : 'changed'}`)

function* publicEntries() {
  for (const path of globSync('packages/*/package.json').toSorted()) {
    const { name, private: hidden, exports } = JSON.parse(readFileSync(path, 'utf8'))
    if (hidden) continue
    const known = new Set()
    for (const [entry, target] of Object.entries(exports ?? {})) {
      if (!target.types) continue
      const folder = dirname(path)
      const file = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-')
      const head = `// The public API of ${join(name, entry)} as built. Written by "pnpm api:update"; review its changes.\n`
      yield {
        report: join(folder, 'api', `${file}.d.ts`),
        text: head + flatten(folder, join(folder, target.types), known),
      }
    }
  }
}

/** Every declaration file the entry reaches by relative imports, in the order of their paths; those `known` from an earlier entry by name. */
function flatten(folder, entry, known) {
  const files = new Map()
  const queue = [entry]
  for (const file of queue) {
    if (files.has(file)) continue
    if (!existsSync(file)) stop(`${file} is missing: build first (npx -y pnpm@12.21.0 build)`)
    const text = withoutComments(readFileSync(file, 'utf8'))
    files.set(file, text)
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g))
      queue.push(join(dirname(file), specifier.replace(/\.[jt]sx?$/, '.d.ts')))
  }
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => {
      const name = relative(join(folder, 'dist'), file)
      if (known.has(name)) return `\n// ${name}: see the reports of the entries before this one\n`
      known.add(name)
      return `\n// ${name}\n${text}`
    })
    .join('')
}

function withoutComments(text) {
  return text
    .replaceAll(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g, '$1')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

/** The changed lines with two lines around them. */
function changes(before, after) {
  const steps = diff(before.split('\n'), after.split('\n')) // 1: only before, -1: only after
  const near = (index) =>
    steps.slice(Math.max(0, index - 2), index + 3).some(([operation]) => operation !== 0)
  const marks = { '-1': '+', 0: ' ', 1: '-' }
  return steps
    .map(([operation, line], index) => (near(index) ? `${marks[operation]} ${line}` : undefined))
    .filter((line, index, all) => line !== undefined || all[index - 1] !== undefined)
    .map((line) => line ?? '  …')
    .join('\n')
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function stop(text) {
  console.error(`api: ${text}`)
  process.exit(1)
}
