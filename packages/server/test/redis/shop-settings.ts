import type { ImojeOptions, ServerEvent } from '@tillkit/server'

/** What a shop's process is started with. */
export interface ShopSettings {
  readonly redisUrl: string
  /** Before every key in Redis. */
  readonly prefix: string
  readonly imoje: ImojeOptions & { readonly apiUrl: string }
}

/** What it tells its parent. */
export type ShopMessage =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'event'; readonly event: ServerEvent }
  | { readonly type: 'clock' }
