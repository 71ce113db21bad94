import { useId, type ReactElement } from 'react'
import { box, layOut, type Point } from './chart-layout.ts'
import './state-chart.css'

export interface ChartState {
  readonly name: string
  readonly at: Point
  /** Whether a shopper can choose what is in this state. */
  readonly isSelectable: boolean
}

export interface ChartWay<State extends string> {
  readonly from: State
  readonly to: State
  /** Everything that leads this way. */
  readonly says: readonly string[]
}

export interface StateChartProps<State extends string> {
  readonly label: string
  readonly states: Readonly<Record<State, ChartState>>
  readonly ways: readonly ChartWay<State>[]
  readonly height: number
}

/** A drawing of states and numbered ways between them, and the same in words: the list is what is read out. */
export function StateChart<State extends string>(props: StateChartProps<State>): ReactElement {
  const { label, states, ways, height } = props
  const arrowhead = useId()
  return (
    <figure className="guide-chart">
      <svg
        viewBox={`0 0 360 ${height}`}
        role="img"
        aria-label={`${label}, drawn; the list below says the same`}
      >
        <marker
          id={arrowhead}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
        {ways.map(({ from, to }, index) => {
          const leadsBack = ways.some((way) => way.from === to && way.to === from)
          const { start, end, middle } = layOut(states[from].at, states[to].at, leadsBack)
          return (
            <g key={`${from} ${to}`}>
              <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} markerEnd={`url(#${arrowhead})`} />
              <circle cx={middle.x} cy={middle.y} r="9" />
              <text {...middle}>{index + 1}</text>
            </g>
          )
        })}
        {Object.entries<ChartState>(states).map(([state, { name, at, isSelectable }]) => (
          <g key={state} data-selectable={isSelectable}>
            <rect x={at.x - box.width / 2} y={at.y - box.height / 2} {...box} rx="8" />
            <text {...at}>{name}</text>
          </g>
        ))}
      </svg>
      <figcaption>
        {label}. Full line: can be chosen. Broken line: can’t.
        <ol>
          {ways.map(({ from, to, says }) => (
            <li key={`${from} ${to}`}>
              <strong>
                {states[from].name} → {states[to].name}:
              </strong>{' '}
              {says.join('; or ')}.
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}
