import { describe, expect, it } from 'vitest'
import { editCode, showCode } from './edit-code.ts'

describe('editCode', () => {
  it.each([
    ['a pasted code with a space', '123 456', '123456'],
    ['words around it', 'Kod BLIK: 123-456.', '123456'],
    ['leading zeros', '000 012', '000012'],
    ['a digit too many', '123 4567', '123456'],
    ['letters alone', 'abc', ''],
  ])('reads %s', (_what, text, code) => {
    expect(editCode(text, text.length).code).toBe(code)
  })

  it.each([
    ['at the end', '123 456', 7, 7],
    ['behind the fourth digit that was typed', '1234', 4, 5],
    ['behind a digit put into the middle', '129 345', 2, 2],
    ['before the space', '12345', 3, 3],
  ])('keeps the caret %s', (_where, text, at, caret) => {
    expect(editCode(text, at).caret).toBe(caret)
  })
})

describe('showCode', () => {
  it('parts three from three, and nothing shorter', () => {
    expect(['', '12', '123', '1234', '123456'].map(showCode)).toEqual(['', '12', '123', '123 4', '123 456'])
  })
})
