'use client'

import { useCountdown } from '@tillkit/hooks'
import { useContext, useState, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { PickerContext } from '../picker-root/picker-context.ts'

/** After so many seconds waiting without a word becomes rude. */
const PATIENCE_S = 12

/** The last moment a date can hold: seconds left until then are a clock that only counts. */
const END_OF_TIME = 8.64e15

/** Props of {@link ListSkeleton}, beside those of a `<div>`. */
export interface ListSkeletonProps extends ComponentProps<'div'> {
  /** For a screen reader; missing only while the words themselves are loading. */
  readonly label?: string | undefined
  /** Stands in its place when the list is late. */
  readonly late?: ReactElement
}

/** The shape of the list while it is on its way, for a limited time by the client's clock. */
export function ListSkeleton({ label, late, className, ...rest }: ListSkeletonProps): ReactElement {
  const { layout = 'list' } = useContext(PickerContext)
  const left = useCountdown(END_OF_TIME)
  const [start] = useState(left)
  if (late && start - left >= PATIENCE_S) return late
  return (
    <div
      role="status"
      {...rest}
      className={join('till-card till-list till-skeleton', className)}
      data-layout={layout}
    >
      {label && <span className="till-sr-only">{label}</span>}
      {rows.map((row) => (
        <div key={row} className="till-method" aria-hidden="true">
          <div className="till-row">
            <span className="till-radio" />
            <span className="till-mark" />
            <span className="till-row__text">
              <span className="till-skeleton__line" />
              <span className="till-skeleton__line till-help" />
            </span>
          </div>
        </div>
      ))}
    </div>
  )
}

const rows = [1, 2, 3, 4, 5]
