'use client'

import { useState, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'

/** Props of {@link MethodMark}, beside those of a `<span>`. */
export interface MethodMarkProps extends ComponentProps<'span'> {
  /** Decides the tint of a drawn mark, such as `pbl/mtransfer`. */
  readonly of: string
  /** Its first letters are drawn where there is no image. */
  readonly label: string
  /** The address imoje gave, already checked against the allowed origins. */
  readonly image?: string | undefined
}

/** How many tints the style sheet has. */
const TINTS = 8

/** A method's mark: its image, or letters in the same box when there is none or it doesn't load. Says nothing by itself. */
export function MethodMark({ of, label, image, className, ...rest }: MethodMarkProps): ReactElement {
  const [failed, setFailed] = useState<string>()
  const fail = (): void => setFailed(image)
  return (
    <span aria-hidden="true" {...rest} className={join('till-mark', className)} data-tint={tintOf(of)}>
      {image && image !== failed ? (
        <img
          src={image}
          alt=""
          referrerPolicy="no-referrer"
          onError={fail}
          // An image in a server's page may have failed before anybody listened.
          ref={(element) => {
            if (element?.complete && element.naturalWidth === 0) fail()
          }}
        />
      ) : (
        lettersOf(label)
      )}
    </span>
  )
}

/** Two initials, or the first two letters of a single word. */
export function lettersOf(label: string): string {
  const [first = '', second] = label.match(/[\p{L}\d]+/gu) ?? []
  return second ? (first.slice(0, 1) + second.slice(0, 1)).toUpperCase() : first.slice(0, 2)
}

/** The same tint for the same channel, always. */
export function tintOf(id: string): number {
  let sum = 7
  for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) % 997
  return sum % TINTS
}
