import type { DressedArgs, ToolbarValues } from './dress-story.ts'

interface Described {
  readonly args?: DressedArgs
  readonly globals?: Readonly<Record<string, unknown>>
}

/**
 * A story that is about a scheme, a language or the like keeps it: the toolbar shows what it is, and can't change it. All that its
 * arguments say counts, and each of the names in `also`, which the story needs as it is by default.
 */
export function about<Story extends Described>(
  story: Story,
  also: readonly (keyof ToolbarValues)[] = [],
): Story {
  const { scheme, direction, locale, scenario, picker } = story.args ?? {}
  const { theme, density, colorScheme, variables } = picker?.appearance ?? {}
  const globals: ToolbarValues = {
    ...Object.fromEntries(also.map((name) => [name, undefined])),
    ...(scheme && { scheme }),
    ...(colorScheme && { scheme: undefined }),
    ...(direction && { direction }),
    ...(locale && { language: locale }),
    ...(scenario && { scenario }),
    ...(theme && { theme }),
    ...(density && { density }),
    ...(variables && '--till-accent' in variables && { accent: undefined }),
  }
  return { ...story, globals: { ...globals, ...story.globals } }
}
