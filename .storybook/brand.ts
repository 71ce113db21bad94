import type { ThemeVars } from 'storybook/theming'
import { create } from 'storybook/theming/create'

const brand = {
  brandTitle: 'Tillkit',
  brandUrl: './',
  brandTarget: '_self',
  fontBase: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontCode: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  appBorderRadius: 8,
} as const

const light: ThemeVars = create({
  ...brand,
  base: 'light',
  colorPrimary: '#2a5bd7',
  colorSecondary: '#2a5bd7',
  appBg: '#f5f6f9',
  appBorderColor: '#e1e4ea',
  textColor: '#1b1f2a',
})
const dark: ThemeVars = create({
  ...brand,
  base: 'dark',
  colorPrimary: '#9db6ff',
  colorSecondary: '#5d82ea',
  appBg: '#14171f',
  appContentBg: '#1b1f29',
  appPreviewBg: '#1b1f29',
  barBg: '#1b1f29',
  appBorderColor: '#2e3440',
  textColor: '#f1f2f6',
})

/** Storybook's own surroundings, light or dark as the visitor's system is. */
export const managerTheme: ThemeVars = globalThis.matchMedia('(prefers-color-scheme: dark)').matches
  ? dark
  : light

/** Docs pages hold pickers on light pages. */
export const docsTheme: ThemeVars = light
