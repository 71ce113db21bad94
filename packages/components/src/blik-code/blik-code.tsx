'use client'

import { useId, useLayoutEffect, useRef, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { editCode, showCode } from './edit-code.ts'

/** Props of {@link BlikCode}, beside those of a `<div>`. */
export interface BlikCodeProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** Its digits so far. */
  readonly code: string
  /** Hears at most six digits, without the space that is shown. */
  readonly onCode: (code: string) => void
  /** Enter was pressed. */
  readonly onPay?: (() => void) | undefined
  /** What is wrong with the code. @defaultValue nothing */
  readonly problem?: string | undefined
  /** Called with the input, and with `null` when it goes. */
  readonly fieldRef?: ((field: HTMLInputElement | null) => void) | undefined
}

/**
 * The field for a BLIK code. It has no `name`, and the code is the input's property only, never an attribute: no form around
 * sends it, and nothing that copies the page's markup holds it.
 */
export function BlikCode(props: BlikCodeProps): ReactElement {
  const { code, onCode, onPay, problem, fieldRef, className, ...rest } = props
  const { t } = useMessages()
  const id = useId()
  const place = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const shown = showCode(code)
    if (place.current && place.current.value !== shown) place.current.value = shown
  }, [code])
  return (
    <div {...rest} className={join('till-panel till-blik', className)}>
      <label htmlFor={`${id}field`}>{t('blik.code')}</label>
      <input
        ref={(field) => {
          place.current = field
          fieldRef?.(field)
        }}
        id={`${id}field`}
        type="text"
        // No form's own: none resets it, or is submitted by it.
        form=""
        className="till-blik__field"
        inputMode="numeric"
        placeholder="000 000"
        autoComplete="one-time-code"
        enterKeyHint="go"
        dir="ltr"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}problem`}
        onChange={({ target }) => {
          const edited = editCode(target.value, target.selectionStart ?? target.value.length)
          target.value = showCode(edited.code)
          target.setSelectionRange(edited.caret, edited.caret)
          onCode(edited.code)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Not the form around the picker.
          event.preventDefault()
          onPay?.()
        }}
      />
      {problem !== undefined && (
        <p id={`${id}problem`} className="till-blik__problem">
          {problem}
        </p>
      )}
    </div>
  )
}
