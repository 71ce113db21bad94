import type { ReactElement } from 'react'
import { defaultPolicy, type Policy } from '../../../packages/core/src/index.ts'
import { Table } from '../blocks/table.tsx'
import { span, spans } from './span.ts'

const words: Readonly<Record<keyof Policy, string>> = {
  coolDownsMs: 'How long a channel rests after it failed; the last span repeats',
  failuresToOpen: 'Failures in a row that make it rest',
  quietTrialMs: 'A trial that nobody makes use of ends well after',
  refusedAtLeastMs: 'A refused channel is back at the earliest after',
  refusedAtMostMs: 'A refused channel is on trial at the latest after',
  gatewayHoldMs: 'imoje is left alone for, where it doesn’t say how long',
  gatewayHoldAtLeastMs: 'imoje’s Retry-After counts for at least',
  gatewayHoldAtMostMs: 'imoje’s Retry-After counts for at most',
  listFreshMs: 'A list isn’t asked for again within',
  listWaitBeforePayingMs: 'Paying waits for a newer list for at most',
  listRetryPausesMs: 'After a failure the list is asked for again after',
  maxAgeMs: 'A list is too old to rely on after',
  payingPauseMs: 'Paying pauses after 429, where imoje doesn’t say how long, for',
  checkNowEveryMs: '“Check now” works once in',
  listTimeoutMs: 'A list is waited for',
  payTimeoutMs: 'A payment’s answer is waited for',
  otherTimeoutMs: 'Any other answer is waited for',
  blikPollMs: 'A payment by BLIK code is asked about every',
  blikPollSlowAfterMs: 'It is asked about more slowly after',
  blikPollSlowMs: 'And then every',
  blikWaitMs: 'The payer’s app is waited for',
  memoryMs: 'What was seen is remembered for',
}

/** Every figure of the rules, as the client has them unless told otherwise. */
export const FiguresTable = (): ReactElement => (
  <Table
    label="Figures"
    columns={['What', 'Unless told otherwise', 'Name']}
    rows={Object.entries(defaultPolicy).map(([name, value]: [string, number | readonly number[]]) => [
      words[name as keyof Policy],
      typeof value !== 'number' ? spans(value) : name.endsWith('Ms') ? span(value) : value,
      `\`${name}\``,
    ])}
  />
)
