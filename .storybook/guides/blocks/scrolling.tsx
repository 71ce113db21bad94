import type { ComponentProps, ReactElement } from 'react'
import './table.css'

export interface ScrollingProps extends ComponentProps<'table'> {
  /** Names the table to a screen reader. @defaultValue 'Table' */
  readonly label?: string
}

/** A table that scrolls by itself where the page is too narrow for it. */
export const Scrolling = ({ label = 'Table', ...table }: ScrollingProps): ReactElement => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse scrolls it with the arrows
  <div className="guide-table" role="region" aria-label={label} tabIndex={0}>
    <table {...table} />
  </div>
)
