import type { ReactElement } from 'react'
import { consequenceOf, defaultPolicy, isSelectable } from '../../../packages/core/src/index.ts'
import { channelTransitions, type ChannelOutcome, type ChannelState } from './channel-transitions.ts'
import { listAnswers } from './imoje-answers.ts'
import { joinWays } from './join-ways.ts'
import { span, spans } from './span.ts'
import { StateChart, type ChartState } from './state-chart.tsx'
import type { Transition } from './transitions.ts'

const state = (status: ChannelState, name: string, x: number, y: number): ChartState => ({
  name,
  at: { x, y },
  isSelectable: isSelectable({ status }),
})

const states: Readonly<Record<ChannelState, ChartState>> = {
  available: state('available', 'Available', 66, 30),
  coolingDown: state('coolingDown', 'Cooling down', 294, 30),
  refused: state('refused', 'Refused', 66, 220),
  trial: state('trial', 'On trial', 294, 220),
}

const outcomes: Readonly<Record<ChannelOutcome, string>> = {
  succeeded: 'a payment with it starts',
  failed: `imoje answers ${listAnswers((name) => consequenceOf(name).channel === 'failed')}`,
  refused: `imoje answers ${listAnswers((name) => consequenceOf(name).channel === 'refused')}`,
}

const describe = ({ from, to, cause }: Transition<ChannelState, ChannelOutcome>): string => {
  if (!('outcome' in cause)) {
    const after = from === 'coolingDown' ? spans(defaultPolicy.coolDownsMs) : span(cause.afterMs)
    return `after ${after}${cause.provided ? `, if ${cause.provided}` : ''}`
  }
  const isSecond = cause.outcome === 'refused' && from === 'refused' && to === 'coolingDown'
  return `${outcomes[cause.outcome]}${isSecond ? ` again, ${span(defaultPolicy.refusedAtLeastMs)} later or more` : ''}`
}

/** What becomes of one channel, drawn from what the rules do. */
export const ChannelChart = (): ReactElement => (
  <StateChart
    label="One channel, such as a bank"
    states={states}
    ways={joinWays(channelTransitions, describe)}
    height={250}
  />
)
