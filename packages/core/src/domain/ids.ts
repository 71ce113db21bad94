/** x */
export interface A {
  readonly a: string
}
