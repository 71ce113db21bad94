import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'
import { Scrolling } from './scrolling.tsx'
import './section.css'
import { pickSection } from './pick-section.ts'

const files: Readonly<Record<string, string>> = import.meta.glob(
  ['../../../README.md', '../../../packages/*/README.md', '../../../packages/server/docs/*.md'],
  { query: '?raw', import: 'default', eager: true },
)

/** Whatever is overridden, the block's own have to be said again. */
const options = { overrides: { code: CodeOrSourceMdx, a: AnchorMdx, ...HeadersMdx, table: Scrolling } }

export interface SectionProps {
  /** Path of a Markdown file in the repository. */
  readonly from: string
  /** A second-level heading in it. @defaultValue all of it */
  readonly heading?: string
}

/** Text that lives beside a package, shown here too: there is one source of it. */
export const Section = ({ from, heading }: SectionProps): ReactElement => (
  <Markdown options={options}>{pickSection(from, files[`../../../${from}`] ?? '', heading)}</Markdown>
)
