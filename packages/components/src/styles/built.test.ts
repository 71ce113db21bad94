// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { build, type Rolldown } from 'vite'
import { expect, it } from 'vitest'

/** As a shop's bundler leaves it, with the targets it has of itself. */
async function buildStyles(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: 'src/styles/index.css' } },
  })
  const { output } = built as Rolldown.RolldownOutput
  const sheet = output.find(({ fileName }) => fileName.endsWith('.css'))
  return sheet?.type === 'asset' ? String(sheet.source) : ''
}

/** In the sources. */
const written = globSync('src/**/*.css')
  .filter((file) => !file.includes('stories'))
  .flatMap((file) => readFileSync(file, 'utf8').match(/light-dark\((?!\))/g) ?? []).length

it('leaves light and dark to the browser in a shop’s build too', async () => {
  const css = await buildStyles()
  expect(css.match(/light-dark\(/g)).toHaveLength(written)
  expect(css.match(/var\(--lightningcss/g)).toBeNull()
})
