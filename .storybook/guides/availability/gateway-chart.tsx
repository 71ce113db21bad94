import type { ReactElement } from 'react'
import { consequenceOf, defaultPolicy as policy } from '../../../packages/core/src/index.ts'
import { gatewayTransitions, type GatewayOutcome, type GatewayPhase } from './gateway-transitions.ts'
import { listAnswers } from './imoje-answers.ts'
import { joinWays } from './join-ways.ts'
import { span } from './span.ts'
import { StateChart, type ChartState } from './state-chart.tsx'
import type { Transition } from './transitions.ts'

const states: Readonly<Record<GatewayPhase, ChartState>> = {
  up: { name: 'imoje is there', at: { x: 66, y: 30 }, isSelectable: true },
  down: { name: 'imoje is away', at: { x: 294, y: 30 }, isSelectable: false },
  due: { name: 'One request asks', at: { x: 180, y: 170 }, isSelectable: false },
}

const outcomes: Readonly<Record<GatewayOutcome, string>> = {
  succeeded: 'imoje answers anything else',
  failed: `imoje answers ${listAnswers((name) => consequenceOf(name).gateway === 'down')}`,
  unanswered: 'no answer of imoje’s comes',
}

const describe = ({ cause }: Transition<GatewayPhase, GatewayOutcome>): string =>
  'outcome' in cause
    ? outcomes[cause.outcome]
    : `after ${span(cause.afterMs)}, or what Retry-After says, held between ${span(policy.gatewayHoldAtLeastMs)} and ${span(policy.gatewayHoldAtMostMs)}`

/** What becomes of imoje as a whole, drawn from what the rules do. */
export const GatewayChart = (): ReactElement => (
  <StateChart
    label="imoje as a whole"
    states={states}
    ways={joinWays(gatewayTransitions, describe)}
    height={200}
  />
)
