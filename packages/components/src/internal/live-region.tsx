'use client'

import { isSelectable, type AvailabilityStatus } from '@tillkit/core'
import { useAttempt, useChanges, type AttemptState, type Changes } from '@tillkit/hooks'
import { useState, type ReactElement } from 'react'
import type { Words } from '../messages/format.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** More names than these aren't listened to. */
const MOST_NAMES = 3

/** The picker's one polite voice: what changed by itself, one message per change. */
export function LiveRegion(): ReactElement {
  const changes = useChanges()
  const attempt = useAttempt()
  const words = useMessages()
  const [said, setSaid] = useState({ changes, status: attempt.status, isOwn: false, text: '' })
  // Told once, when it comes: what the attempt is later doesn't bear on it.
  if (said.changes !== changes) setSaid({ ...said, changes, text: announce(changes, attempt, words) })
  else if (said.status !== attempt.status) {
    const { status } = attempt
    // Focus tells what follows the shopper's own press. What a reload found is told here.
    const isOwn = status === 'starting' || status === 'linking' || (said.isOwn && status !== 'idle')
    setSaid({ changes, status, isOwn, text: isOwn ? '' : announceAttempt(attempt, words) })
  }
  return (
    <div role="status" className="till-sr-only">
      {said.text}
    </div>
  )
}

/**
 * The sentence for some changes; empty when focus on the shopper's own failed attempt has told it already. A channel that left
 * the list is told like one that went down, one that came like one that is back.
 */
export function announce({ gateway, channels }: Changes, attempt: AttemptState, { t, list }: Words): string {
  const own = attempt.status === 'failed' ? attempt : undefined
  if (gateway === 'up') return t('live.gatewayUp')
  if (gateway)
    return own?.message === 'gatewayDown' || own?.message === 'misconfigured' ? '' : t(`gateway.${gateway}`)
  const isUp = (status: AvailabilityStatus): boolean => isSelectable({ status })
  const turned = channels.filter(
    ({ channel, from, to }) => isUp(from) !== isUp(to) && (isUp(to) || channel !== own?.channel.id),
  )
  if (turned.length > MOST_NAMES) return t('live.many')
  const tell = (key: 'live.up' | 'live.down', some: typeof turned): string =>
    some.length > 0 ? t(key, { channels: list(some.map(({ label }) => label)) }) : ''
  const up = turned.filter(({ to }) => isUp(to))
  const down = turned.filter(({ to }) => !isUp(to))
  return `${tell('live.up', up)} ${tell('live.down', down)}`.trim()
}

function announceAttempt(attempt: AttemptState, words: Words): string {
  const { t } = 'channel' in attempt ? words.about(attempt.channel.id) : words
  if (attempt.status === 'confirming') return t('confirming.title')
  if (attempt.status === 'paid') return t('paid')
  if (attempt.status === 'failed') return t(`failure.${attempt.message}`, { channel: attempt.channel.label })
  return ''
}
