import { addons } from 'storybook/manager-api'
import { managerTheme } from './brand.ts'

addons.setConfig({ theme: managerTheme, sidebar: { showRoots: true } })
