#!/usr/bin/env node
// Run in a package's folder: packs it as it would be published and checks that tarball, not the folder.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const tarball = join(here('../../../node_modules/.cache/pack'), `${basename(process.cwd())}.tgz`)
const styles = Object.keys(manifest.exports ?? {}).filter((entry) => entry.endsWith('.css'))

const neverPacked = [
  { what: 'a test, story or benchmark', is: /\.(test|stories|bench)\.|\/__screenshots__\// },
  { what: 'a compiler cache', is: /\.tsbuildinfo$/ },
  { what: 'a log or cache of a tool', is: /\.log$|\/\.turbo\/|\/node_modules\// },
]

mkdirSync(join(tarball, '..'), { recursive: true })
read(...packageManager(), 'pack', '--out', tarball)
read(here('../node_modules/.bin/publint'), '--strict', tarball)
const excluded = styles.length > 0 ? ['--exclude-entrypoints', ...styles.map((entry) => entry.slice(2))] : []
read(here('../node_modules/.bin/attw'), tarball, '--profile', 'esm-only', ...excluded)

const faults = [...contentFaults(read('tar', '-tzf', tarball).trim().split('\n')), ...manifestFaults()]
if (faults.length > 0) stop(`${basename(tarball)}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
console.log(`${manifest.name}: the tarball is clean`)

function* contentFaults(files) {
  for (const { what, is } of neverPacked)
    for (const file of files) if (is.test(file)) yield `holds ${what}: ${file}`
  if (!files.some((file) => /^package\/LICENSE/i.test(file))) yield 'holds no LICENSE'
  if (existsSync('README.md') && !files.includes('package/README.md')) yield 'lacks its README.md'
  if (!files.some((file) => file.startsWith('package/dist/'))) yield 'holds no dist: build first'
  const built = new Set(
    read(here('../node_modules/.bin/tsc'), '-p', 'tsconfig.build.json', '--listFilesOnly')
      .split('\n')
      .map(moduleOf),
  )
  for (const file of files)
    if (file.startsWith('package/dist/') && !built.has(moduleOf(file)))
      yield `holds what no source is built to: ${file}`
}

/** The name that a source shares with all that is built of it: `gateway/decode` of `dist/gateway/decode.d.ts.map`. */
function moduleOf(path) {
  return path
    .trim()
    .replace(/^.*?\/(src|dist)\//, '')
    .replace(/(\.d)?\.[jt]sx?(\.map)?$/, '')
}

function* manifestFaults() {
  const packed = read('tar', '-xzOf', tarball, 'package/package.json')
  if (JSON.stringify(JSON.parse(packed).exports).includes('@tillkit/source'))
    yield 'its exports still point at sources (publishConfig.exports is missing)'
  if (/"(workspace|catalog):/.test(packed)) yield 'its dependencies still use workspace: or catalog: versions'
}

/** Under a script, npm_execpath is the package manager that runs it: a program, or a file for Node. */
function packageManager() {
  const path = process.env.npm_execpath ?? 'pnpm'
  return /\.[cm]?js$/.test(path) ? [process.execPath, path] : [path]
}

function read(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) stop(`${basename(command)} failed\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
  return stdout
}

function stop(text) {
  console.error(`${manifest.name}: ${text}`)
  process.exit(1)
}
