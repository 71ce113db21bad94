'use client'

import type { PaymentChannel, PaymentMethod } from '@tillkit/core'
import { useContext, useRef, useState, type ComponentProps, type ReactElement } from 'react'
import { BankSearch } from '../bank-search/bank-search.tsx'
import { isFound } from '../bank-search/is-found.ts'
import { ChannelOption } from '../channel-option/channel-option.tsx'
import { byPriority } from '../internal/by-priority.ts'
import { join } from '../internal/join.ts'
import { kindOf } from '../internal/name-method.ts'
import { GroupContext } from '../internal/radio-group.ts'
import { MissingChoice } from '../internal/missing-choice.tsx'
import { useMissing } from '../internal/use-missing.ts'
import { useRadioGroup } from '../internal/use-radio-group.ts'
import { useRanked } from '../internal/use-ranked.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'

/** Props of {@link ChannelList}, beside those of a `<div>`. */
export interface ChannelListProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** The method whose channels are listed. */
  readonly method: PaymentMethod
  /** A channel's tile, with its key. @defaultValue `<ChannelOption key={channel.id} channel={channel} />` */
  readonly children?: ((channel: PaymentChannel) => ReactElement) | undefined
}

/** More banks than these are searched, not read. */
const MOST_TO_READ = 8

/**
 * The channels of an open method: tiles, those that work first, the others under a heading with their reasons. Many banks can be
 * searched. The label names the group of radios inside.
 */
export function ChannelList(props: ChannelListProps): ReactElement {
  const { method, children = toTile, className, ...others } = props
  const { 'aria-labelledby': labelledBy, 'aria-label': label, ...rest } = others
  const missing = useMissing('channel-not-chosen')
  const { context, selection } = useRadioGroup(missing, false)
  const { channel: chosen, isUsable } = selection
  const { priority, limit = Infinity } = useContext(PickerContext)
  const { t } = useMessages()
  const [query, setQuery] = useState('')
  const [isAll, setAll] = useState(false)
  const list = useRef<HTMLDivElement>(null)

  const wanted = byPriority(method.channels, priority, ({ id }) => [id])
  const channels = useRanked(wanted, ({ id }) => id, true)
  const hits = query ? channels.filter((channel) => isFound(channel, query)) : channels
  const least = query || isAll ? hits : hits.slice(0, limit)
  // What would be paid with is never out of sight.
  const shown = channels.filter((channel) => least.includes(channel) || channel.id === chosen?.id)

  const goToHits = (isEnter: boolean): void => {
    const radios = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    const first = radios.find(({ value }) => value === hits[0]?.id)
    first?.focus()
    // The only one that was meant; a click on one that can't be used does nothing.
    if (isEnter && hits.length === 1) first?.click()
  }
  return (
    <div {...rest} className={join('till-panel', className)}>
      {/^(pbl|ing)$/.test(kindOf(method.id)) && channels.length > MOST_TO_READ && (
        <BankSearch query={query} onQuery={setQuery} hits={hits.length} onLeave={goToHits} />
      )}
      <div
        ref={list}
        className="till-channels"
        role="radiogroup"
        aria-label={label}
        aria-labelledby={labelledBy}
        aria-invalid={channels.some(({ id }) => id === chosen?.id) && !isUsable}
        aria-required={missing !== undefined}
      >
        <GroupContext value={context}>{shown.map((channel) => children(channel))}</GroupContext>
        {/* Stands between the two kinds by the style sheet's order; each row's own name says the same to a screen reader. */}
        <div className="till-rest" aria-hidden="true">
          {t('restHeading')}
        </div>
      </div>
      {shown.length === 0 && <MissingChoice because="channel-not-chosen" />}
      {!query && channels.length > limit && (
        <button
          type="button"
          className="till-button till-more"
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? t('showFewer') : t('showAll', { count: channels.length })}
        </button>
      )}
    </div>
  )
}

const toTile = (channel: PaymentChannel): ReactElement => <ChannelOption key={channel.id} channel={channel} />
