import { scenarioNames } from '@tillkit/mock-api'
import { accents, type ToolbarValues } from './dress-story.ts'

/** One language a file, so the files are the list. */
const languages = Object.keys(import.meta.glob('../../messages/??.ts')).map((path) => path.slice(-5, -3))

interface Item {
  readonly value?: string
  readonly title: string
  readonly right?: string
  readonly type: 'item' | 'reset'
}

interface Tool {
  readonly description: string
  readonly toolbar: {
    readonly title: string
    readonly icon: 'paintbrush' | 'heart' | 'menu' | 'contrast' | 'transfer' | 'globe' | 'lightning'
    readonly items: Item[]
    readonly dynamicTitle: true
  }
}

/** What the toolbar offers. Each choice is in the address, so that a link shows the same. */
export const toolbar: { readonly [Name in keyof ToolbarValues]-?: Tool } = {
  theme: tool('Theme', 'The preset of the picker', 'paintbrush', [
    item('calm'),
    item('soft'),
    item('sharp'),
    item('contrast'),
  ]),
  accent: tool(
    'Accent',
    'The shop’s one colour, from which all others follow',
    'heart',
    Object.entries(accents).map(([name, colour]) => item(name, undefined, colour)),
  ),
  density: tool('Density', 'How much room rows take', 'menu', [item('tight'), item('normal'), item('roomy')]),
  scheme: tool('Scheme', 'Whether the page is light or dark', 'contrast', [
    item('light'),
    item('dark'),
    item('auto', 'As the system'),
  ]),
  direction: tool('Direction', 'Where lines begin', 'transfer', [
    item('ltr', 'Left to right'),
    item('rtl', 'Right to left'),
  ]),
  language: tool(
    'Language',
    'What the picker speaks',
    'globe',
    languages.map((code) => item(code, nameOf(code), code)),
  ),
  scenario: tool(
    'Scenario',
    'What imoje, or its imitation, does',
    'lightning',
    scenarioNames.map((name) => item(name, spoken(name))),
  ),
}

/** Widths of windows; the picker has 16 px less on each side. */
export const widths = {
  narrowest: widthOf('Narrowest promised, 280 px', 312, 'mobile'),
  small: widthOf('Small phone, 320 px', 320, 'mobile'),
  phone: widthOf('Phone, 390 px', 390, 'mobile'),
  tablet: widthOf('Tablet, 768 px', 768, 'tablet'),
  wide: widthOf('Wide, 1024 px', 1024, 'desktop'),
} as const

function tool(title: string, description: string, icon: Tool['toolbar']['icon'], items: Item[]): Tool {
  const reset: Item = { title: 'As in the story', type: 'reset' }
  return { description, toolbar: { title, icon, items: [reset, ...items], dynamicTitle: true } }
}

function item(value: string, title: string = spoken(value), right?: string): Item {
  return { value, title, type: 'item', ...(right !== undefined && { right }) }
}

function spoken(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A language in its own words. */
function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

function widthOf(name: string, width: number, type: 'mobile' | 'tablet' | 'desktop') {
  return { name, type, styles: { width: `${width}px`, height: '100%' } }
}
