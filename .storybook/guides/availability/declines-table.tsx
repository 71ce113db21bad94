import type { ReactElement } from 'react'
import { describeDecline, type DeclineReason } from '../../../packages/core/src/index.ts'
import { en } from '../../../packages/components/src/messages/en.ts'
import { Table } from '../blocks/table.tsx'

/** More than imoje has; those that nothing is said of are the generic decline. */
const codes = Array.from({ length: 100 }, (_, index) => `BLK-ERROR-${210_000 + index}`)

const codesByReason = new Map<DeclineReason, string[]>()
for (const code of codes) {
  const { reason } = describeDecline(code)
  codesByReason.set(reason, [...(codesByReason.get(reason) ?? []), code])
}

/** What the shopper reads for imoje's BLIK codes, from the map that the code uses. */
export const DeclinesTable = (): ReactElement => (
  <Table
    label="When BLIK is declined"
    columns={['imoje’s code', 'What the shopper reads', 'Needs a new BLIK code']}
    rows={[...codesByReason]
      .filter(([reason]) => reason !== 'generic')
      .map(([reason, same]) => [
        same.join(', '),
        en[`decline.${reason}`],
        describeDecline(same[0]).asksNewCode ? 'yes' : 'no',
      ])}
  />
)
