import type { ReactElement } from 'react'
import {
  consequenceOf,
  resolvePaymentEnd,
  type AnswerName,
  type Consequence,
  type PaymentEnd,
} from '../../../packages/core/src/index.ts'
import { problemTypes } from '../../../packages/core/src/domain/problem.ts'
import { en } from '../../../packages/components/src/messages/en.ts'
import { Table } from '../blocks/table.tsx'
import { imojeAnswerNames, imojeAnswers } from './imoje-answers.ts'

const channelDoes: Readonly<Record<NonNullable<Consequence['channel']>, string>> = {
  succeeded: 'the channel works',
  failed: 'the channel rests',
  refused: 'the channel is refused',
}
const gatewayDoes: Readonly<Record<NonNullable<Consequence['gateway']>, string>> = {
  up: 'imoje is there',
  down: 'imoje is left alone, then one request asks',
  misconfigured: 'imoje can’t be used until a reload',
}

const effectOf = ({ channel, gateway, refetch, pauses }: Consequence): string =>
  [
    channel && channelDoes[channel],
    gateway && gatewayDoes[gateway],
    refetch && 'the list is read again',
    pauses && 'paying pauses',
  ]
    .filter(Boolean)
    .join('; ') || 'nothing'

const charged: Readonly<Record<PaymentEnd, string>> = { notCharged: 'no', unknown: 'not known', paid: 'yes' }

/** Whether the shopper was charged, on a channel that needs a page and on one that charges at once. */
function chargedBy(name: AnswerName): string {
  const status = Number(name.replaceAll('x', '9')) || undefined
  const [byPage, atOnce] = [false, true].map(
    (immediate) => charged[resolvePaymentEnd(name, { status, readable: true, immediate })],
  )
  return byPage === atOnce ? `${byPage}` : `${byPage}; with a BLIK code ${atOnce}`
}

const rowOf = (name: AnswerName, called: string): readonly [string, ...string[]] => {
  const consequence = consequenceOf(name)
  return [
    called,
    effectOf(consequence),
    consequence.message ? en[`failure.${consequence.message}`] : 'what the payment needs next',
    name === 'accepted' ? 'by the payment itself' : chargedBy(name),
    consequence.integrationError ? 'yes' : '',
  ]
}

const columns = [
  'Answer',
  'What it does',
  'What the shopper reads',
  'Was anything charged?',
  'Your developers must act',
]

/** What imoje's answers to a payment do, row by row from the table that the code uses. */
export const ImojeAnswersTable = (): ReactElement => (
  <Table
    label="imoje’s answers to a payment"
    columns={columns}
    rows={imojeAnswerNames.map((name) => rowOf(name, imojeAnswers[name]))}
  />
)

/** The same for what the shop's backend answers by itself. */
export const ShopAnswersTable = (): ReactElement => (
  <Table
    label="Your backend’s own answers to a payment"
    columns={columns}
    rows={Object.keys(problemTypes).map((name) => rowOf(name as keyof typeof problemTypes, name))}
  />
)
