import { describe, expect, it } from 'vitest'
import { about } from './about.ts'
import { dressStory } from './dress-story.ts'

describe('a story under the toolbar', () => {
  it('stays as it is while nothing is chosen', () => {
    const args = { scheme: 'dark', picker: { limit: 4, appearance: { theme: 'soft' } } } as const
    expect(dressStory(args, {})).toEqual(args)
  })

  it('wears what is chosen, for one picker and for many', () => {
    const appearance = { theme: 'sharp', density: 'tight', variables: { '--till-accent': '#0a7d4f' } }
    expect(
      dressStory(
        { picker: { limit: 4 } },
        {
          theme: 'sharp',
          density: 'tight',
          accent: 'green',
          scheme: 'dark',
          direction: 'rtl',
          language: 'pl',
          scenario: 'limits',
        },
      ),
    ).toEqual({
      appearance,
      picker: { limit: 4, appearance },
      scheme: 'dark',
      direction: 'rtl',
      locale: 'pl',
      scenario: 'limits',
    })
  })

  it('keeps what of its appearance is not chosen', () => {
    const own = { theme: 'soft', variables: { '--till-radius': '0', '--till-accent': '#000' } } as const
    const { picker } = dressStory({ picker: { appearance: own } }, { accent: 'berry', density: 'roomy' })
    expect(picker.appearance).toEqual({
      theme: 'soft',
      density: 'roomy',
      variables: { '--till-radius': '0', '--till-accent': '#a3195b' },
    })
  })
})

describe('a story about something', () => {
  it.each([
    ['a scheme', { scheme: 'dark' }, { scheme: 'dark' }],
    ['a language', { locale: 'pl' }, { language: 'pl' }],
    [
      'a direction and a scenario',
      { direction: 'rtl', scenario: 'empty' },
      { direction: 'rtl', scenario: 'empty' },
    ],
    ['a preset', { picker: { appearance: { theme: 'soft' } } }, { theme: 'soft' }],
    ['a density', { picker: { appearance: { density: 'roomy' } } }, { density: 'roomy' }],
    [
      'a scheme of the picker’s own',
      { picker: { appearance: { colorScheme: 'dark' } } },
      { scheme: undefined },
    ],
    [
      'an accent',
      { picker: { appearance: { variables: { '--till-accent': 'red' } } } },
      { accent: undefined },
    ],
  ] as const)('keeps %s', (_, args, globals) => {
    expect(about({ args })).toStrictEqual({ args, globals })
  })

  it('keeps what it is told to beside that, and its own word on it', () => {
    expect(about({ args: { scheme: 'dark' }, globals: { scheme: 'light' } }, ['scenario'])).toStrictEqual({
      args: { scheme: 'dark' },
      globals: { scenario: undefined, scheme: 'light' },
    })
  })
})
