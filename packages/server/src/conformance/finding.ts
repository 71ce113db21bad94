/** What a backend did instead, in a sentence for whoever mends it. */
export class Finding extends Error {}

/** Why a check could not be made; not the backend's fault. */
export class NotAsked extends Error {}

/** An error's words with those of its cause, where `fetch` hides what happened. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

/** @throws Finding with the sentence, where `holds` is false */
export function demand(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Finding(why)
}
