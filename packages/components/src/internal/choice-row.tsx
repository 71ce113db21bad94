'use client'

import { isSelectable, type Availability } from '@tillkit/core'
import { useContext, useId, type ReactElement, type ReactNode } from 'react'
import { AvailabilityNote } from '../availability-note/availability-note.tsx'
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

/** Radio, mark, name with one line below, state: the grid that methods and banks share. */
export function ChoiceRow(props: ChoiceRowProps): ReactElement {
  const { id, availability, name, help, isChosen } = props
  const { bannerId, extras, renderRow } = useContext(PickerContext)
  const ownId = useId()
  const nameId = props.nameId ?? `${ownId}name`
  const { order, isMounted } = useGroup()
  const words = useMessages(id)
  const { state, reason, until } = describeAvailability(availability, order, words, isMounted)
  const isQuiet = isSaidByBanner(availability)
  const { text: extra, fee } = extras?.[id] ?? {}
  const below = reason || help || extra ? `${ownId}below` : undefined
  const end = state ? (
    <>
      <span
        id={`${ownId}end`}
        className={isQuiet || until !== undefined ? 'till-sr-only' : 'till-row__state'}
      >
        {state}
      </span>
      {until !== undefined && <CoolDown until={until} />}
    </>
  ) : fee ? (
    <span id={`${ownId}end`} className="till-row__fee">
      {fee}
    </span>
  ) : undefined
  const radio = (
    <Radio
      value={id}
      isChosen={isChosen}
      isUsable={isSelectable(availability)}
      problem={reason ?? state ?? ''}
      onChoose={props.onChoose}
      labelledBy={join(nameId, state && `${ownId}end`)}
      describedBy={join(isQuiet ? bannerId : below, !state && end && `${ownId}end`)}
    />
  )
  const mark = <Mark of={id} label={name} image={props.image} />
  const text = (
    <span className="till-row__text">
      <span id={nameId} className="till-row__name">
        {name}
      </span>
      {below && (
        <span id={below} className="till-row__below">
          <AvailabilityNote of={id} availability={availability}>
            {help && <span className="till-help">{help}</span>}
          </AvailabilityNote>
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
      {end}
    </label>
  )
}
