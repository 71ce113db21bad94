import type { ESTree } from 'vite'
import type { ApiEntry, ApiMember } from 'virtual:tillkit-api'
import type { Doc } from './read-doc.ts'

type Declared = Omit<ApiEntry, 'says' | 'throws'>

/** Reads one exported declaration if it has this name; `docBefore` finds the comment that ends at a place. */
export function readDeclaration(
  node: ESTree.Declaration,
  name: string,
  text: string,
  docBefore: (end: number) => Doc,
): Declared | undefined {
  const cut = (from: number, to: number): string => withoutComments(text.slice(from, to))
  const members = (body: readonly ESTree.TSSignature[]): readonly ApiMember[] =>
    body.flatMap((each) => readMember(each, cut, docBefore(each.start)))
  switch (node.type) {
    case 'TSInterfaceDeclaration':
      return node.id.name === name
        ? { name, kind: 'type', code: cut(node.start, node.body.start), members: members(node.body.body) }
        : undefined
    case 'TSTypeAliasDeclaration':
      return node.id.name === name
        ? { name, kind: 'type', code: text.slice(node.start, node.end), members: [] }
        : undefined
    case 'ClassDeclaration':
      return node.id?.name === name
        ? { name, kind: 'error', code: cut(node.start, node.body.start), members: [] }
        : undefined
    case 'FunctionDeclaration':
      return node.id?.name === name ? readFunction(name, node, cut) : undefined
    case 'VariableDeclaration': {
      const found = node.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)
      if (!found) return undefined
      if (found.init?.type === 'ArrowFunctionExpression') return readFunction(name, found.init, cut)
      const end = found.id.typeAnnotation?.end ?? found.end
      return { name, kind: 'value', code: `const ${cut(found.start, end)}`, members: [] }
    }
    default:
      return undefined
  }
}

function readFunction(
  name: string,
  { typeParameters, params, returnType }: ESTree.Function | ESTree.ArrowFunctionExpression,
  cut: (from: number, to: number) => string,
): Declared {
  const types = typeParameters ? cut(typeParameters.start, typeParameters.end) : ''
  const given = params.map((each) => {
    const pattern = each.type === 'AssignmentPattern' ? each.left : each
    if (pattern.type === 'Identifier') {
      const type = pattern.typeAnnotation ? cut(pattern.typeAnnotation.start, pattern.typeAnnotation.end) : ''
      return `${pattern.name}${pattern === each && !pattern.optional ? '' : '?'}${type}`
    }
    // What is taken apart in the parameter list has no name of its own.
    const type = 'typeAnnotation' in pattern && pattern.typeAnnotation
    return `${/^[A-Z]/.test(name) ? 'props' : 'options'}${pattern === each ? '' : '?'}${type ? cut(type.start, type.end) : ''}`
  })
  const result = returnType ? cut(returnType.start, returnType.end) : ''
  const kind = /^use[A-Z]/.test(name) ? 'hook' : /^[A-Z]/.test(name) ? 'component' : 'function'
  return { name, kind, code: `${name}${types}(${given.join(', ')})${result}`, members: [] }
}

function readMember(
  node: ESTree.TSSignature,
  cut: (from: number, to: number) => string,
  { says, usually }: Doc,
): readonly ApiMember[] {
  if (node.type !== 'TSPropertySignature' && node.type !== 'TSMethodSignature') return []
  const type =
    node.type === 'TSPropertySignature'
      ? node.typeAnnotation && cut(node.typeAnnotation.start, node.typeAnnotation.end).replace(/^:\s*/, '')
      : cut(node.key.end, node.end).replace(/^\?/, '')
  return [
    {
      name: cut(node.key.start, node.key.end),
      isOptional: node.optional,
      type: type ?? 'unknown',
      says,
      ...(usually && { usually }),
    },
  ]
}

const withoutComments = (code: string): string =>
  code
    .replaceAll(/\/\*[^]*?\*\/\n?\s*/g, '')
    .replaceAll(/^ *\/\/.*\n/gm, '')
    .trim()
