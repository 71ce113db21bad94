import type { ClientParts } from './client-parts.ts'
import type { ListReader } from './list-reader.ts'

/** What a checkout needs of its client. */
export interface ClientInternals extends ClientParts {
  readonly lists: ListReader
}
