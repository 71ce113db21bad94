/** A payment method as imoje names it: `blik`, `pbl`, `card` … An open list. */
export type MethodId = string

/** A channel's identity, `method/code` as they stand on the wire (`pbl/mtransfer` is mBank). */
export type ChannelId = `${string}/${string}`

export const buildChannelId = (method: MethodId, code: string): ChannelId => `${method}/${code}`
