import type { FieldError } from './api-answer.ts'

/** Says what is wrong with a value, or nothing. */
export type Check = (value: unknown) => string | undefined

export interface Field {
  readonly required?: boolean
  readonly check?: Check
  /** An object whose own fields are checked, and in which nothing else may stand. */
  readonly fields?: Fields
}
export type Fields = Readonly<Record<string, Field>>

/** Checks an object against its fields; unknown properties are errors too (imoje: response codes, 422). */
export function checkFields(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  prefix = '',
): FieldError[] {
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ property: prefix + name, message: 'This property is not allowed.' }))
  const wrong = Object.entries(fields).flatMap(([name, field]) =>
    checkField(value[name], field, prefix + name),
  )
  return [...wrong, ...unknown]
}

function checkField(value: unknown, field: Field, property: string): FieldError[] {
  if (value === undefined) {
    return field.required ? [{ property, message: 'This property is required.' }] : []
  }
  if (field.fields) {
    if (!isRecord(value)) return [{ property, message: 'The value must be an object.' }]
    return checkFields(value, field.fields, `${property}.`)
  }
  const message = field.check?.(value)
  return message ? [{ property, message }] : []
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A string no longer than `longest` characters, made of allowed ones only. */
export function text(longest: number, allowed?: RegExp): Check {
  return (value) => {
    if (typeof value !== 'string') return 'The value must be a string.'
    if (value === '') return 'The value must not be empty.'
    if ([...value].length > longest) return `The value is longer than ${longest} characters.`
    return allowed && !allowed.test(value) ? 'The value holds characters that are not allowed.' : undefined
  }
}

/** A string no longer than `longest` bytes of UTF-8. */
export function textInBytes(longest: number, allowed: RegExp): Check {
  const check = text(longest, allowed)
  return (value) =>
    typeof value === 'string' && new TextEncoder().encode(value).length > longest
      ? `The value is longer than ${longest} bytes.`
      : check(value)
}

export function oneOf(known: readonly string[]): Check {
  return (value) =>
    typeof value === 'string' && known.includes(value) ? undefined : 'The value is none of those allowed.'
}

export function listOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'The value must be an array.'
    return value.map(check).find((message) => message !== undefined)
  }
}

export function wholeNumber(least: number, most: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `The value must be a whole number from ${least} to ${most}.`
}

export function address(longest: number): Check {
  const check = text(longest)
  return (value) => {
    const message = check(value)
    if (message) return message
    const absolute = /^https?:\/\//i.test(String(value)) && URL.canParse(String(value))
    return absolute ? undefined : 'The value must be an absolute address.'
  }
}
