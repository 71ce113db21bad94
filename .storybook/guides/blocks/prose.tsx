import { createElement, Fragment, type ReactElement } from 'react'

/** A sentence in which backticks mark code, as TSDoc writes them: every second piece is what stands between two of them. */
export const Prose = ({ children }: { readonly children: string }): ReactElement =>
  createElement(
    Fragment,
    null,
    ...children
      .split('`')
      .map((piece, index) => (index % 2 === 1 ? createElement('code', null, piece) : piece)),
  )
