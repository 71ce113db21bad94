/** Waits until nothing moves any more. An animation that is replaced meanwhile ends too: with an `AbortError`, which is no fault. */
export async function comeToRest(): Promise<void> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
}
