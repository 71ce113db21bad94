import { describe, expect, it } from 'vitest'
import { errorCodes, TillkitError } from './errors.ts'

describe('TillkitError', () => {
  it('is an error with a code and a sentence', () => {
    const error = new TillkitError('order-invalid', 'Write an id.')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'TillkitError', code: 'order-invalid', message: 'Write an id.' })
  })

  it('has a sentence for every code', () => {
    expect(Object.keys(errorCodes).length).toBeGreaterThan(5)
    for (const [code, about] of Object.entries(errorCodes)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
      expect(about).toMatch(/^[A-Z].*\.$/)
    }
  })
})
