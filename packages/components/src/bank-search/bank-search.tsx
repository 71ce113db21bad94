'use client'

import { useRef, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link BankSearch}, beside those of a `<div>`. */
export interface BankSearchProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** What stands in the field. */
  readonly query: string
  /** Hears what the shopper types. */
  readonly onQuery: (query: string) => void
  /** How many banks are found; announced politely. */
  readonly hits: number
  /** Down or Enter was pressed: focus belongs to what was found. */
  readonly onLeave?: ((isEnter: boolean) => void) | undefined
}

/** A field to find a bank by its name; `isFound` says which ones are. */
export function BankSearch(props: BankSearchProps): ReactElement {
  const { query, onQuery, hits, onLeave, className, ...rest } = props
  const { t } = useMessages()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div {...rest} className={join('till-search', className)}>
      <input
        ref={field}
        type="search"
        // No form's own: none submits it, resets it, or is submitted by it.
        form=""
        className="till-search__field"
        aria-label={t('search')}
        placeholder={t('search')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          const isEnter = event.key === 'Enter'
          if (event.key === 'Escape' && query) onQuery('')
          else if (isEnter || event.key === 'ArrowDown') onLeave?.(isEnter)
          else return
          // Neither submits the form around, nor closes the dialog around.
          event.preventDefault()
        }}
      />
      <p role="status" className={hits > 0 ? 'till-sr-only' : 'till-search__none'}>
        {query && (hits > 0 ? t('searchHits', { count: hits }) : t('searchNone'))}
      </p>
      {hits === 0 && (
        <button
          type="button"
          className="till-button"
          onClick={() => {
            onQuery('')
            field.current?.focus()
          }}
        >
          {t('searchClear')}
        </button>
      )}
    </div>
  )
}
