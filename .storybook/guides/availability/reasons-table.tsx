import type { ReactElement } from 'react'
import { Table } from '../blocks/table.tsx'
import { reasonOrder, type ReasonName } from './reason-order.ts'

const words: Readonly<Record<ReasonName, string>> = {
  hidden: 'Switched off in imoje’s panel. It isn’t shown.',
  off: 'Your own switch (the client’s `overrides`), with your text and an end if you give one.',
  misconfigured: 'imoje refuses the shop’s credentials. Nothing can be paid until that is mended.',
  'ineligible: device': 'This device can’t use it, such as Apple Pay outside Apple’s.',
  'outage: imoje': 'imoje as a whole is away. One banner says so.',
  'outage: method or channel': 'imoje’s list says that it is offline.',
  'ineligible: amount': 'The order is below or above its limits.',
  refused: 'imoje has just answered 406 and its list doesn’t say yet that it is back.',
  coolingDown: 'It didn’t answer a payment, or your backend saw so. It rests.',
  trial: 'It has rested. The next payment decides.',
  unconfirmed: 'The list is old and nothing newer can be had.',
  available: 'Nothing speaks against it.',
}

/** All reasons in the order in which they win. */
export const ReasonsTable = (): ReactElement => (
  <Table
    label="Reasons, strongest first"
    columns={['Reason', 'Can be chosen', 'What it means']}
    rows={reasonOrder.map(({ name, isSelectable }) => [name, isSelectable ? 'yes' : 'no', words[name]])}
  />
)
