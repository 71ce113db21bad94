import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, type ESTree } from 'vite'
import type { ApiEntry } from 'virtual:tillkit-api'
import { readDeclaration } from './read-declaration.ts'
import { readDoc } from './read-doc.ts'

/** Where the names of a package of ours that an entry hands on come from. */
const packages: Readonly<Record<string, string>> = { '@tillkit/core': 'packages/core/src/index.ts' }

/**
 * All names that an entry file exports, with what their sources say of them. It reads sources, which carry every public type
 * (`isolatedDeclarations`), so that nothing has to be built before.
 * @throws Error where an export can't be found
 */
export function readApi(root: string, entry: string): readonly ApiEntry[] {
  const here = join(root, entry)
  return readModule(here).program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration') return []
    const specifier = node.source?.value
    const from =
      specifier === undefined ? here : join(root, packages[specifier] ?? join(dirname(entry), specifier))
    const names = node.declaration
      ? namesOf(node.declaration)
      : node.specifiers.map(({ local }) => nameOf(local))
    return names.map((name) => {
      const found = find(from, name)
      if (!found) throw new Error(`${entry} exports ${name}, which isn't in ${from}.`)
      return found
    })
  })
}

function namesOf(declaration: ESTree.Declaration): readonly string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []))
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
}

function find(file: string, name: string): ApiEntry | undefined {
  const { program, comments, text } = readModule(file)
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration') continue
    if (node.source && node.specifiers.some(({ exported }) => nameOf(exported) === name))
      return find(join(dirname(file), node.source.value), name)
    const docBefore = (end: number): ReturnType<typeof readDoc> =>
      readDoc(
        comments.findLast(
          (comment) =>
            comment.end <= end && text.slice(comment.end, end).trim() === '' && comment.value.startsWith('*'),
        )?.value,
      )
    const entry = node.declaration && readDeclaration(node.declaration, name, text, docBefore)
    if (!entry) continue
    const { says, throws } = docBefore(node.start)
    return { ...entry, says, ...(throws && { throws }) }
  }
  return undefined
}

interface Module {
  readonly text: string
  readonly program: ESTree.Program
  readonly comments: ReturnType<typeof parseSync>['comments']
}

function readModule(file: string): Module {
  const text = readFileSync(file, 'utf8')
  return { text, ...pick(parseSync(file, text)) }
}

const pick = ({ program, comments }: ReturnType<typeof parseSync>): Omit<Module, 'text'> => ({
  program,
  comments,
})

const nameOf = (name: ESTree.ModuleExportName): string => (name.type === 'Literal' ? name.value : name.name)
