import type { ReactElement } from 'react'
import { errorCodes, type ErrorCode } from '../../../packages/core/src/index.ts'

/** The sentence that the map of codes has for one. */
export const ErrorHead = ({ code }: { readonly code: ErrorCode }): ReactElement => (
  <p>
    <strong>{errorCodes[code]}</strong>
  </p>
)
