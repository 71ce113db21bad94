import { useSyncExternalStore } from 'react'

/** False on a server and while hydrating: no clock times and no countdowns are drawn then, for they would differ. */
export const useMounted = (): boolean => useSyncExternalStore(never, yes, no)

const never = () => () => undefined
const yes = (): boolean => true
const no = (): boolean => false
