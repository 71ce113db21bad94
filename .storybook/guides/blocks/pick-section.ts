import { pages } from './pages.ts'

/**
 * A Markdown file of the repository as a page here shows it: one section of it or all below its title, without what only the check
 * of examples reads, and with its links to other files leading to their pages.
 * @throws Error where there is no such section
 */
export function pickSection(file: string, text: string, heading?: string): string {
  const shown = text
    .replaceAll(/<!--[^]*?-->\n*/g, '')
    .replaceAll(/\]\(([^)#:]+)(#[^)]*)?\)/g, (link: string, path: string, hash: string = '') => {
      const page = pages[join(file, path)]
      return page ? `](?path=/docs/${page}${hash})` : link
    })
  if (heading === undefined) return shown.replace(/^# .*\n/, '')
  const [, section] = shown.split(`\n## ${heading}\n`)
  if (section === undefined) throw new Error(`${file} has no section "${heading}".`)
  return section.split(/\n## /)[0] ?? ''
}

/** The path that a link in a file leads to. */
function join(file: string, link: string): string {
  const folders = file.split('/').slice(0, -1)
  for (const part of link.split('/'))
    if (part === '..') folders.pop()
    else if (part !== '.') folders.push(part)
  return folders.join('/')
}
