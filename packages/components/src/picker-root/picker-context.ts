'use client'

import type { Availability } from '@tillkit/core'
import { createContext, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { MethodMarkProps } from '../method-mark/method-mark.tsx'

/** `list`: rows that open in place; `tabs`: a strip above what is chosen; `grid`: tiles; `compact`: one line once chosen. */
export type Layout = 'list' | 'tabs' | 'grid' | 'compact'

/** What a merchant adds to a row. */
export interface RowExtra {
  /** Below the name. */
  readonly text?: ReactNode
  /** At the row's end, such as `+ 1,50 zł`. Not shown while the row can't be used. */
  readonly fee?: ReactNode
}

/** A row's pieces, for markup of one's own. `radio` must stand inside a `<label>`, with `text` beside it. */
export interface RowPieces {
  /** A channel's id, or that of a method with several channels. */
  readonly id: string
  /** As the shopper reads it. */
  readonly name: string
  /** Of the channel, or of the whole method. */
  readonly availability: Availability
  /** Whether it is what will be paid with, or the method that is open. */
  readonly isChosen: boolean
  /** The native `<input type="radio">`. */
  readonly radio: ReactElement
  /** The picture or the drawn letters. */
  readonly mark: ReactElement
  /** The name, and below it the help, or why the row can't be used. */
  readonly text: ReactElement
  /** The state in a word, the time left, or the fee; nothing when there is nothing to say. */
  readonly end: ReactElement | undefined
}

/** What holds for all rows of a picker. Functions and lists that keep their identity spare every row a render. */
export interface PickerOptions {
  /** How the rows are laid out; in each layout they are radios. @defaultValue 'list' */
  readonly layout?: Layout | undefined
  /** `none`: all channels stand in one list, without the methods above them. @defaultValue 'method' */
  readonly grouping?: 'method' | 'none' | undefined
  /** Ids of the methods to show; where one is left, its channels stand alone. @defaultValue all */
  readonly only?: readonly string[] | undefined
  /** Ids of methods and channels that come first, in this order. @defaultValue imoje's order */
  readonly priority?: readonly string[] | undefined
  /** How many channels of a method are shown until the shopper asks for all. @defaultValue all */
  readonly limit?: number | undefined
  /** The form around can't be submitted until there is a channel to pay with; it says so at the rows. @defaultValue false */
  readonly required?: boolean | undefined
  /** Id of the form that the choice belongs to. @defaultValue the form around */
  readonly form?: string | undefined
  /** By the id of a channel, or of a method with several. */
  readonly extras?: Readonly<Record<string, RowExtra>> | undefined
  /** Makes a row of its pieces. @defaultValue the kit's own row */
  readonly renderRow?: ((row: RowPieces) => ReactElement) | undefined
  /** Makes the mark of a method or channel. @defaultValue `<MethodMark>` */
  readonly renderMark?: ((mark: Pick<MethodMarkProps, 'of' | 'label' | 'image'>) => ReactElement) | undefined
}

export interface PickerContextValue extends PickerOptions {
  /** Of the banner that speaks for all rows while there is one. */
  readonly bannerId?: string
  readonly root?: RefObject<HTMLDivElement | null>
}

/** The nearest picker's options; parts that stand without one have the defaults. */
export const PickerContext: React.Context<PickerContextValue> = createContext<PickerContextValue>({})
