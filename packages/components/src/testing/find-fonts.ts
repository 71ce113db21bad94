/// <reference types="@vitest/browser-playwright" />
import { cdp } from 'vitest/browser'

interface Node {
  readonly nodeId: number
  readonly children?: readonly Node[]
  readonly contentDocument?: Node
}

/** The families in which the browser really draws the text inside what a selector finds. */
export async function findFonts(selector: string): Promise<readonly string[]> {
  const session = cdp()
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  const families = new Set<string>()
  for (const { nodeId } of documentsIn(root)) {
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId, selector: `${selector} *` })
    for (const each of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: each })
      for (const { familyName } of fonts) families.add(familyName)
    }
  }
  await session.send('DOM.disable')
  return [...families]
}

/** The page's own, and that of the frame a test runs in. */
function documentsIn(node: Node): readonly Node[] {
  const inside = (node.children ?? []).flatMap(documentsIn)
  return node.contentDocument
    ? [node.contentDocument, ...documentsIn(node.contentDocument), ...inside]
    : inside
}
