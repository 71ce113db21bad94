import { defineMain } from '@storybook/react-vite/node'
import { sourceConditions } from '@tillkit/tooling/vitest'
import { apiTables } from './guides/api/api-plugin.ts'

export default defineMain({
  stories: ['./guides/**/*.@(mdx|stories.tsx)', '../packages/*/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/react-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    // Nothing to measure or tick off here; the page's colour is the toolbar's scheme.
    backgrounds: false,
    measure: false,
    outline: false,
    actions: false,
    controls: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), apiTables()],
    resolve: { ...config.resolve, conditions: sourceConditions.browser },
  }),
})
