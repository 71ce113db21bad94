import { defineMain } from '@storybook/react-vite/node'
import { sourceConditions } from '@tillkit/tooling/vitest'

export default defineMain({
  stories: ['../packages/*/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/react-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditions: sourceConditions.browser },
  }),
})
