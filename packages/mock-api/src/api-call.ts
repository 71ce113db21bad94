import type { Backend } from './backend.ts'

/** One call of the API as its route sees it. */
export interface ApiCall {
  readonly backend: Backend
  readonly authorization: string | null
  readonly merchantId: string
  /** The id in the path, or an empty string. */
  readonly id: string
  /** The parsed JSON, or `undefined` where there was none that can be read. */
  readonly body: unknown
}
