import { describe, expect, it } from 'vitest'
import { appearanceOf, plainLook, writeAppearance, writeCss, type Look } from './look.ts'

const look: Look = {
  theme: 'soft',
  density: 'tight',
  font: 'serif',
  variables: { '--till-accent': '#0a7d4f', '--till-radius': '0.5em' },
}

describe('a look as text', () => {
  it('is nothing while it is the preset’s', () => {
    expect(writeCss(plainLook)).toBe('')
    expect(writeAppearance(plainLook)).toBe('{}')
  })

  it('is a rule of the shop’s own, with what only the prop can do said above it', () => {
    expect(writeCss(look)).toBe(
      [
        '/* With appearance={{"theme":"soft","density":"tight"}} on the picker. */',
        '.till-root {',
        '  --till-accent: #0a7d4f;',
        '  --till-radius: 0.5em;',
        '  font-family: Georgia, serif;',
        '}',
      ].join('\n'),
    )
  })

  it('is the value of the prop', () => {
    expect(JSON.parse(writeAppearance(look))).toEqual(appearanceOf(look))
    expect(appearanceOf(look)).toEqual({
      theme: 'soft',
      density: 'tight',
      variables: { '--till-accent': '#0a7d4f', '--till-radius': '0.5em' },
    })
  })
})
