'use client'

import { isSelectable, type Availability } from '@tillkit/core'
import { useId, type ReactElement, type ReactNode } from 'react'
import { AvailabilityNote, useDescription } from '../availability-note/availability-note.tsx'
import { isSaidByBanner } from '../availability-note/describe-availability.ts'
import { CoolDown } from '../cool-down/cool-down.tsx'
import { MethodMark } from '../method-mark/method-mark.tsx'
import type { RadioGroup } from './radio-group.ts'
import { Radio } from './radio.tsx'

/** What rows of a group have in common. */
export interface RowPlace {
  readonly group: RadioGroup
  /** From 1 up. */
  readonly position: number
  readonly count: number
  /** The banner that speaks for all rows while there is one. */
  readonly bannerId: string
}

export interface ChoiceRowProps extends RowPlace {
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
  const { availability, name, help } = props
  const ownId = useId()
  const nameId = props.nameId ?? `${ownId}name`
  const { state, reason, until } = useDescription(availability)
  const isQuiet = isSaidByBanner(availability)
  const below = reason || help ? `${ownId}below` : undefined
  return (
    <label className="till-row">
      <Radio
        group={props.group}
        value={props.id}
        position={props.position}
        count={props.count}
        isChosen={props.isChosen}
        isUsable={isSelectable(availability)}
        problem={reason ?? state ?? ''}
        onChoose={props.onChoose}
        labelledBy={state ? `${nameId} ${ownId}state` : nameId}
        describedBy={isQuiet ? props.bannerId : below}
      />
      <MethodMark of={props.id} label={name} image={props.image} />
      <span className="till-row__text">
        <span id={nameId} className="till-row__name">
          {name}
        </span>
        <AvailabilityNote id={below} availability={availability}>
          {help}
        </AvailabilityNote>
      </span>
      {state && (
        <span
          id={`${ownId}state`}
          className={isQuiet || until !== undefined ? 'till-sr-only' : 'till-row__state'}
        >
          {state}
        </span>
      )}
      {until !== undefined && <CoolDown until={until} />}
    </label>
  )
}
