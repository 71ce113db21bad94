'use client'

import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Addresses of the two documents, in the shopper's language. */
export interface ConsentLinks {
  /** imoje's terms. */
  readonly terms: string
  /** imoje's notice on personal data. */
  readonly privacy: string
}

/** Props of {@link ConsentNotice}: the two documents, beside the props of a `<p>`. */
export interface ConsentNoticeProps extends Omit<ComponentProps<'p'>, 'children'>, ConsentLinks {}

/** What paying agrees to, as one sentence with two links. They open beside the checkout, which keeps what was filled in. */
export function ConsentNotice(props: ConsentNoticeProps): ReactElement {
  const { terms, privacy, className, ...rest } = props
  const { t } = useMessages()
  const link = (key: string, address: string, words: string): ReactElement => (
    <a key={key} href={address} target="_blank" rel="noreferrer">
      {words}
      <span className="till-sr-only"> ({t('newTab')})</span>
    </a>
  )
  const sentence = t('consent', { terms: '{terms}', privacy: '{privacy}' })
  return (
    <p {...rest} className={join('till-consent', className)}>
      {sentence
        .split(/\{(\w+)\}/)
        .map((part) =>
          part === 'terms'
            ? link(part, terms, t('consent.terms'))
            : part === 'privacy'
              ? link(part, privacy, t('consent.privacy'))
              : part,
        )}
    </p>
  )
}
