import { afterEach, expect, it } from 'vitest'
import { findMisfits } from './find-misfits.ts'

afterEach(() => document.body.replaceChildren())

function pageOf(html: string): HTMLElement {
  const page = document.createElement('main')
  page.style.cssText = 'width: 200px; font: 16px sans-serif'
  page.innerHTML = html
  document.body.append(page)
  return page
}

it.each([
  ['a text in several lines', '<p>Choose another way to pay, or try again a little later.</p>'],
  [
    'what only a screen reader gets',
    '<p style="position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap">Not seen by anybody at all</p>',
  ],
  ['a short placeholder', '<input placeholder="Find" style="width: 100px">'],
])('lets %s pass', (_, html) => {
  expect(findMisfits(pageOf(html))).toEqual([])
})

it.each([
  ['a line that sticks out', '<p style="white-space: nowrap">Choose another way to pay, or try again.</p>'],
  [
    'a text that is cut sideways',
    '<p style="overflow: hidden; white-space: nowrap">Choose another way to pay.</p>',
  ],
  ['a text that is cut below', '<p style="overflow: clip; height: 1em">Choose another way to pay.</p>'],
  ['something that is too wide', '<div style="width: 300px; height: 1em"></div>'],
  ['a placeholder that is cut', '<input placeholder="Find your bank by its name" style="width: 60px">'],
])('finds %s', (_, html) => {
  expect(findMisfits(pageOf(html))).not.toEqual([])
})
