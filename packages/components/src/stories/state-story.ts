import type { StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { about } from './showroom/about.ts'
import { states, type StateName } from './states.ts'
import type { PickerStory, PickerStoryProps } from './story-shop.tsx'

/** A state as a story of its own, or that state once more with something about it changed. */
export function stateStory(
  name: StateName,
  { picker, ...args }: PickerStoryProps = {},
  says: string = states[name].says,
): StoryObj<typeof PickerStory> {
  const { shop, steps = [], reads, ...state } = states[name]
  const story: StoryObj<typeof PickerStory> = {
    args: { ...shop, steps, ...(reads && { reads }), ...args, picker: { ...state.picker, ...picker } },
    parameters: { docs: { description: { story: says } } },
    play: async ({ canvasElement }) => {
      await waitFor(() => expect(canvasElement.querySelector('[data-arrived=true]')).toBeVisible())
    },
  }
  // Another scenario would lead elsewhere.
  return about(story, shop || steps.length > 0 ? ['scenario'] : [])
}
