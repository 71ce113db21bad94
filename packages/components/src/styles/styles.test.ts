import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (file: string): string => readFileSync(file, 'utf8')
const index = read('src/styles/index.css')
const parts = globSync('src/**/*.css').filter((file) => !/stories|index\.css/.test(file))

describe('the style sheet', () => {
  it('brings in every part, each in a layer, so that the host always wins', () => {
    const imports = [...index.matchAll(/@import '(.+?)'(.*);/g)]
    const names = (paths: readonly (string | undefined)[]): ReadonlySet<string | undefined> =>
      new Set(paths.map((path) => path?.split('/').at(-1)))
    expect(names(imports.map(([, path]) => path))).toEqual(names(parts))
    for (const [, , layer] of imports) expect(layer).toMatch(/^ layer\(tillkit\.(tokens|base|parts)\)$/)
  })

  it.each(parts)('uses logical properties and names of its own in %s', (file) => {
    const css = read(file).replaceAll(/\/\*[\s\S]*?\*\//g, '')
    expect(css).not.toMatch(
      /\b(margin|padding|border)-(left|right)\b|\b(left|right):|text-align: (left|right)/,
    )
    expect(css).not.toMatch(/url\(|@import|@font-face/)
    for (const [, name] of css.matchAll(/\.([a-z][\w-]*)/g)) expect(name).toMatch(/^till-/)
    for (const [, name] of css.matchAll(/(?:var\(|^\s*)--([\w-]+)/gm)) expect(name).toMatch(/^till-/)
  })
})
