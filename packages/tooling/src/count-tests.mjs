// Reads the output of `pnpm test` and prints a line per suite and the total of single tests, passed and failed.
// Exits 1 when a suite ran nothing, left something out or never reported. Runs on any Node.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { hasPackedBrowser } from './browser.mjs'

const lines = stripVTControlCharacters(readFileSync(process.argv[2], 'utf8')).split('\n')
const reports = new Map()
for (const line of lines) {
  const [, suite, totals] = /^(\S+):\s+Tests\s+(\d.*)$/.exec(line) ?? []
  if (suite) reports.set(suite, totals)
}

let passed = 0
let failed = 0
for (const suite of suites()) {
  const totals = reports.get(suite)
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(totals ?? '')?.[1] ?? 0)
  passed += count('passed')
  failed += count('failed')
  const left = count('skipped') + count('todo')
  if (left > 0) complain(`${suite} left out ${left} tests`)
  if (totals === undefined && suite.endsWith(':test:visual') && !hasPackedBrowser)
    console.log(`suite: ${suite}: not here, pictures are compared on Linux x64 alone`)
  else if (totals === undefined) complain(`${suite} reported no test`)
  else if (count('passed') + count('failed') === 0) complain(`${suite} ran no test (${totals})`)
  else console.log(`suite: ${suite}: ${totals}`)
}
console.log(`total: ${passed} ${failed}`)
if (passed + failed === 0) complain('no test ran at all')

/** Every script that `pnpm test` is to run, by turbo's name for its output. */
function suites() {
  const found = scriptsOf('.', '//').filter((suite) => suite.endsWith(':test:stories'))
  for (const group of ['packages', 'apps'])
    for (const name of readdirSync(group)) found.push(...scriptsOf(`${group}/${name}`))
  return found
}

function scriptsOf(folder, prefix) {
  const path = `${folder}/package.json`
  if (!existsSync(path)) return []
  const { name, scripts = {} } = JSON.parse(readFileSync(path, 'utf8'))
  return Object.keys(scripts)
    .filter((script) => /^test:(unit|browser|visual|stories|e2e)$/.test(script))
    .map((script) => `${prefix ?? name}:${script}`)
}

function complain(text) {
  console.error(`tests: ${text}`)
  process.exitCode = 1
}
