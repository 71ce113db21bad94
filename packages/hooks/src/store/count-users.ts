/** Something that starts with its first user and stops after its last: each call is one more, until what it returns is called. */
export function countUsers(start: () => () => void): () => () => void {
  const users = new Set<object>()
  let stop: (() => void) | undefined
  return () => {
    const user = {}
    if (users.add(user).size === 1) stop = start()
    return () => {
      if (users.delete(user) && users.size === 0) stop?.()
    }
  }
}
