// Compiles every example a reader may copy: the ts and tsx blocks of READMEs and guides, the running examples of the guides, and each
// @example of the sources. A block may be preceded by <!-- example: … --> (in MDX by {/* example: … */}, on one line), code that
// stands for what the reader has. Also checks that no link of a guide is broken and that no error code lacks its page.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findGuideFaults } from './guide-checks.mjs'

const root = process.cwd()
// The demo depends on every package, so there they all resolve.
const folder = join(root, 'apps/demo/node_modules/.cache/examples')

/** Names are imported from the first package that has them. */
const imported = new Set()

/** What stands before an @example: everything the packages export, and names that explain themselves. */
const around = `
  import * as React from 'react'
  ${['core', 'hooks', 'hooks/testing', 'components', 'server'].map(importAll).join('\n')}
  declare const payments: PaymentsClient
  declare const until: number
  declare const navigate: (to: string) => void
  declare const render: (page: React.JSX.Element) => void
  declare const Checkout: () => React.JSX.Element
  declare const imoje: ImojeOptions, publicUrl: string
  declare const { resolveOrder, authorize, resolvePayment, onPayment }: ShopHooks
`

const examples = [...readmeExamples(), ...sourceExamples()]
if (examples.length < 15)
  throw new Error(`Only ${examples.length} examples were found: the search is broken.`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [index, { from, code }] of examples.entries())
  writeFileSync(join(folder, `example-${index}.tsx`), `// ${from}\n${code}\nexport {}\n`)
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      types: ['node', 'vite/client'],
      noUnusedLocals: false,
      verbatimModuleSyntax: false,
      // A library beside ours in an example, which no package of ours needs.
      paths: { 'react-hook-form': [join(root, 'packages/components/node_modules/react-hook-form')] },
    },
    include: ['*.tsx'],
  }),
)
const faults = [compile(folder), compile('.storybook/guides')].filter(Boolean)
const broken = await findGuideFaults(root)
if (faults.length + broken.length > 0) {
  console.error([...faults, ...broken].join('\n'))
  process.exitCode = 1
} else
  console.log(`examples: ${examples.length} compile, and so do those that run; no broken link in the guides`)

/** What the compiler says, with the file that an example comes from. */
function compile(project) {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    ['-p', join(project, 'tsconfig.json')],
    {
      encoding: 'utf8',
    },
  )
  if (status === 0) return ''
  return stdout.replaceAll(/^\S*example-(\d+)\.tsx/gm, (_, index) => examples[index].from) + stderr
}

function* readmeExamples() {
  const files = globSync(['packages/*/{README,docs/*}.md', '.storybook/guides/**/*.mdx'])
  for (const file of ['README.md', ...files.toSorted()])
    for (const [, given = '', givenToo = '', code] of readFileSync(file, 'utf8').matchAll(
      /(?:<!-- example:([^]*?)-->\s*)?(?:\{\/\* example: (.*) \*\/\}\s*)?```tsx?\n([^]*?)```/g,
    ))
      yield { from: file, code: `${given}${givenToo}\n${code}` }
}

function* sourceExamples() {
  for (const file of globSync('packages/*/src/**/*.{ts,tsx}').toSorted())
    for (const [, comment] of readFileSync(file, 'utf8').matchAll(/@example\n([^]*?)(?:\*\/|\n \* @)/g)) {
      const code = comment
        .split('\n')
        .map((line) => line.replace(/^\s*\* ?/, ''))
        .filter((line) => !line.startsWith('```'))
        .join('\n')
        .trim()
      // A hook is called inside a component; an element stands alone.
      const body = code.startsWith('<') ? `(${code})` : code
      yield {
        from: file,
        code: body.startsWith('export')
          ? `${around}\n${body}`
          : `${around}\nexport const useExample = () => {\n${body}\n}`,
      }
    }
}

/** Names exported by a package's entry, such as `hooks` or `hooks/testing`. */
function importAll(name) {
  const [folder, entryName = 'index'] = name.split('/')
  const entry = readFileSync(`packages/${folder}/src/${entryName}.ts`, 'utf8')
  const names = [...entry.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list]) =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )
  return `import { ${[...new Set(names)]
    .filter((each) => {
      const key = each.replace(/^type /, '')
      return !imported.has(key) && imported.add(key)
    })
    .join(', ')} } from '@tillkit/${name}'`
}
