// What the guides (.storybook/guides) promise: no link leads nowhere, every error code has its page and its anchor, and every exported
// name says what it is.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toId } from 'storybook/internal/csf'

const guides = '.storybook/guides'

/** Sentences about what is wrong, each with the file that is meant; none where all is well. */
export async function findGuideFaults(root) {
  const load = (path) => import(pathToFileURL(join(root, path)).href)
  const { pickSection } = await load(`${guides}/blocks/pick-section.ts`)
  const { pages: shownAt } = await load(`${guides}/blocks/pages.ts`)
  const { readApi } = await load(`${guides}/api/read-api.ts`)
  const { apiEntries } = await load(`${guides}/api/api-plugin.ts`)
  const { errorCodes } = await load('packages/core/src/domain/errors.ts')

  const pages = new Map()
  for (const file of globSync(`${guides}/**/*.mdx`, { cwd: root }).toSorted()) {
    const text = read(root, file)
    const title = /<Meta title="([^"]+)"/.exec(text)?.[1]
    if (!title) return [`${file}: no <Meta title="…">`]
    const shown = [text.replaceAll(/^(import|export) .*$/gm, '')]
    const anchors = new Set()
    for (const [, from, heading] of text.matchAll(/<Section from="([^"]+)"(?: heading="([^"]+)")?/g))
      shown.push(pickSection(from, read(root, from), heading))
    for (const [, of] of text.matchAll(/<ApiReference of="([^"]+)"/g))
      for (const { name, kind } of readApi(root, apiEntries[of])) anchors.add(name).add(kind)
    const prose = shown.join('\n\n').replaceAll(/^```[^]*?^```$/gm, '')
    for (const [, heading] of prose.matchAll(/^#+ (.+)$/gm)) anchors.add(slug(heading))
    for (const [, id] of prose.matchAll(/ id="([^"]+)"/g)) anchors.add(id)
    pages.set(`${toId(title)}--docs`, { file, title, prose, anchors })
  }
  return [
    ...linkFaults(pages),
    ...shownFaults(root, pages, shownAt),
    ...errorFaults(root, pages, Object.keys(errorCodes)),
    ...Object.entries(apiEntries).flatMap(([name, file]) => [...apiFaults(name, readApi(root, file))]),
  ]
}

function* linkFaults(pages) {
  for (const { file, prose, anchors } of pages.values())
    for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      const [, id, hash] = /^(?:\?path=\/docs\/([^#]+))?(?:#(.+))?$/.exec(target) ?? []
      const there = id === undefined ? anchors : pages.get(id)?.anchors
      if (/^https?:/.test(target)) continue
      if (id === undefined && hash === undefined) yield `${file}: ${target} is no page here`
      else if (!there) yield `${file}: there is no page ${id}`
      else if (hash !== undefined && !there.has(hash))
        yield `${file}: ${target} names a heading that isn't there`
    }
}

function* shownFaults(root, pages, shownAt) {
  for (const [path, id] of Object.entries(shownAt)) {
    const { prose, file } = pages.get(id) ?? {}
    if (!prose) yield `${guides}/blocks/pages.ts: ${path} is said to be shown at ${id}, which isn't a page`
    else if (!read(root, file).includes(`from="${path}"`)) yield `${file}: it doesn't show ${path}`
  }
}

function* errorFaults(root, pages, codes) {
  if (codes.length === 0) yield 'no error code was found: the check is broken'
  const readme = read(root, 'packages/core/README.md')
  for (const code of codes) {
    const page = [...pages.values()].find(({ title }) => title === `Errors/${code}`)
    if (!page) yield `${guides}/errors/${code}.mdx: the code ${code} has no page`
    else if (!page.prose.includes(`code="${code}"`))
      yield `${page.file}: it doesn't say what ${code} is about`
    for (const part of ['What happened.', 'Why it matters.', 'What to do.'])
      if (page && !page.prose.includes(`**${part}**`)) yield `${page.file}: "${part}" is missing`
    if (!readme.includes(`<a id="${code}"></a>`)) yield `packages/core/README.md: ${code} has no anchor`
  }
  for (const file of globSync(`${guides}/errors/*.mdx`, { cwd: root }))
    if (!codes.includes(basename(file, '.mdx'))) yield `${file}: there is no such code`
}

function* apiFaults(of, entries) {
  if (entries.length === 0) yield `${of}: no export was found: the check is broken`
  for (const { name, says } of entries) if (!says) yield `${of}: ${name} has no TSDoc that says what it is`
}

const read = (root, file) => readFileSync(join(root, file), 'utf8')

/** As headings get their ids, in MDX and in Markdown alike. */
const slug = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
