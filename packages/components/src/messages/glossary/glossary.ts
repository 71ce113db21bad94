import type { MessageKey } from '../messages.ts'

/** The terms that each language has one word for, by their English names. */
export type TermName =
  | 'way to pay'
  | 'payment'
  | 'order'
  | 'bank'
  | 'shop'
  | 'BLIK code'
  | 'account'
  | 'limit'
  | 'details'
  | 'available'
  | 'to pay'
  | 'to choose'
  | 'to try again'
  | 'to charge'
  | 'to confirm'

/** A language's word for a term. */
export interface Term {
  /** As a translator would look it up. */
  readonly word: string
  /**
   * Beginnings of words (or of several words), in lower case: a sentence about the term holds one of them. Those of English also say
   * which sentences are about it; those of "to charge" stand in `notCharged` and nowhere else.
   */
  readonly stems: readonly string[]
  /** Beginnings of rival words: they appear in no sentence. */
  readonly avoid?: readonly string[]
  /** Sentences in which the term is rightly absent. */
  readonly except?: readonly MessageKey[]
}

/** What a language's sentences agree on. Read by translators and by the test; not shipped. */
export interface Glossary {
  readonly terms: Readonly<Record<TermName, Term>>
  /** Beginnings of words no shopper should read, in lower case: the language's own for error, failed, invalid, token. */
  readonly jargon: readonly string[]
}
