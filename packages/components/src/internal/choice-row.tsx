'use client'

import { isSelectable, type Availability } from '@tillkit/core'
import { useContext, useId, type ReactElement, type ReactNode } from 'react'
import { describeAvailability, isSaidByBanner } from '../availability-note/describe-availability.ts'
import { CoolDown } from '../cool-down/cool-down.tsx'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'
import { join } from './join.ts'
import { Mark } from './mark.tsx'
import { useGroup } from './radio-group.ts'
import { Radio } from './radio.tsx'

export interface ChoiceRowProps {
  readonly id: string
  readonly name: string
  readonly help?: ReactNode
  readonly image: string | undefined
  readonly availability: Availability
  readonly isChosen: boolean
  readonly onChoose: () => void
  /** Made unique on the page here; names the group of channels inside a method. */
  readonly nameId?: string
}

/** Radio, mark, name with the state at its end, one line below: the grid that methods and banks share. */
export function ChoiceRow(props: ChoiceRowProps): ReactElement {
  const { id, availability, name, help, isChosen } = props
  const { bannerId, extras, renderRow } = useContext(PickerContext)
  const ownId = useId()
  const nameId = props.nameId ?? `${ownId}name`
  const { order, isMounted, isStuck } = useGroup()
  const words = useMessages(id)
  const { state, reason, until } = describeAvailability(availability, order, words, isMounted, isStuck)
  const { text: extra, fee } = extras?.[id] ?? {}
  const below = reason || help || extra ? `${ownId}below` : undefined
  // A limit is news; that the row can't be used its grey and its reason say too, or the banner.
  const isLimit = availability.status === 'ineligible' && availability.because === 'amount'
  const said = state ?? fee
  const endId = said ? `${ownId}end` : undefined
  const end = said ? (
    <>
      <span id={endId} className={isLimit ? 'till-row__state' : state ? 'till-sr-only' : 'till-row__fee'}>
        {said}
      </span>
      {until !== undefined && <CoolDown until={until} />}
    </>
  ) : undefined
  const radio = (
    <Radio
      value={id}
      isChosen={isChosen}
      isUsable={isSelectable(availability)}
      problem={reason ?? state ?? ''}
      onChoose={props.onChoose}
      labelledBy={join(nameId, state && endId)}
      describedBy={join(isSaidByBanner(availability) ? bannerId : below, !state && endId)}
    />
  )
  const mark = <Mark of={id} label={name} image={props.image} />
  const text = (
    <span className="till-row__text">
      <span className="till-row__head">
        <span id={nameId} className="till-row__name">
          {name}
        </span>
        {!renderRow && end}
      </span>
      {below && (
        <span id={below} className="till-row__below">
          {reason ? (
            <span className="till-note" data-availability={availability.status}>
              {reason}
            </span>
          ) : (
            help && <span className="till-help">{help}</span>
          )}
          {extra && <span className="till-row__extra">{extra}</span>}
        </span>
      )}
    </span>
  )
  if (renderRow) return renderRow({ id, name, availability, isChosen, radio, mark, text, end })
  return (
    <label className="till-row">
      {radio}
      {mark}
      {text}
    </label>
  )
}
