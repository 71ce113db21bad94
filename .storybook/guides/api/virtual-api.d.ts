/** What `apiTables()` makes of the sources. */
declare module 'virtual:tillkit-api' {
  /** By the name a shop imports from, such as `@tillkit/hooks/testing`. */
  export const api: Readonly<Record<string, readonly ApiEntry[]>>

  /** One exported name, read from its source. */
  export interface ApiEntry {
    readonly name: string
    readonly kind: 'component' | 'hook' | 'function' | 'value' | 'type' | 'error'
    /** The first words of its TSDoc. */
    readonly says: string
    /** Its declaration, without its body. */
    readonly code: string
    readonly members: readonly ApiMember[]
    readonly throws?: string
  }

  /** A property of an interface. */
  export interface ApiMember {
    readonly name: string
    readonly isOptional: boolean
    readonly type: string
    readonly says: string
    /** From `@defaultValue`. */
    readonly usually?: string
  }
}
