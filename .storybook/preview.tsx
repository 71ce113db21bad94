/// <reference types="@vitest/browser-playwright" />
import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { Description, Stories, Title } from '@storybook/addon-docs/blocks'
import { definePreview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import { dressStory } from '../packages/components/src/stories/showroom/dress-story.ts'
import '../packages/components/src/stories/showroom/docs.css'
import { toolbar, widths } from '../packages/components/src/stories/showroom/toolbar.ts'
import { docsTheme } from './brand.ts'

// What a play function waits for comes when it comes: a slow machine is no reason to fail.
configure({ asyncUtilTimeout: 20_000 })

export default definePreview({
  addons: [addonDocs(), addonA11y()],
  globalTypes: toolbar,
  decorators: [(Story, { args, globals }) => Story({ args: dressStory(args, globals) })],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { disable: true },
    viewport: { options: widths },
    docs: {
      theme: docsTheme,
      canvas: { sourceState: 'none' },
      // Each story with its sentence; what arguments stories have among themselves is nobody's business.
      page: () => (
        <>
          <Title />
          <Description />
          <Stories title="" />
        </>
      ),
    },
    options: {
      storySort: {
        order: [
          'Guides',
          [
            'Start in five minutes',
            'How availability works',
            'What to tell the shopper',
            'Your own markup',
            'Theming',
            'Languages',
            'Accessibility',
            'Forms',
            'Server rendering',
            'Events',
            'Testing an outage',
            'Going live with imoje',
            "Your backend isn't Node",
          ],
          'Showroom',
          ['Break it', 'Theme workshop'],
          'Picker',
          ['All states', 'List', 'Paying', 'BLIK', 'Layouts', 'Options', 'Appearance', 'Languages'],
          'Parts',
          'Errors',
          'Packages',
          ['components', 'hooks', 'server', 'core', 'mock-api', ['Read me']],
        ],
      },
    },
  },
})
