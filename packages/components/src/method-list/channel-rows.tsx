'use client'

import type { PaymentMethod } from '@tillkit/core'
import { useContext, type ReactElement } from 'react'
import { ChannelOption } from '../channel-option/channel-option.tsx'
import { byPriority } from '../internal/by-priority.ts'
import { nameMethod } from '../internal/name-method.ts'
import { useRanked } from '../internal/use-ranked.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'
import { BelowTiles } from './below-tiles.tsx'

export interface ChannelRowsProps {
  readonly methods: readonly PaymentMethod[]
  readonly isTiled: boolean
}

/** All channels in one list; each says which method it is of, where its name doesn't. */
export function ChannelRows({ methods, isTiled }: ChannelRowsProps): readonly ReactElement[] {
  const { priority } = useContext(PickerContext)
  const words = useMessages()
  const each = methods.flatMap((method) => method.channels.map((channel) => ({ method, channel })))
  const wanted = byPriority(each, priority, ({ method, channel }) => [channel.id, method.id])
  const tiles = isTiled ? [...wanted, false as const] : wanted
  return useRanked(tiles, (tile) => (tile ? tile.channel.id : ''), isTiled).map((tile) => {
    if (!tile) return <BelowTiles key="" />
    const { method, channel } = tile
    const { name, help } = nameMethod(method, words)
    return <ChannelOption key={channel.id} channel={channel} help={name === channel.label ? help : name} />
  })
}
