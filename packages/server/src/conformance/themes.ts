import type { Theme } from './check.ts'
import { input } from './theme-input.ts'
import { keys } from './theme-keys.ts'
import { links } from './theme-links.ts'
import { lists } from './theme-lists.ts'
import { notifications } from './theme-notifications.ts'
import { origins } from './theme-origins.ts'
import { outages } from './theme-outages.ts'
import { payments } from './theme-payments.ts'
import { privacy } from './theme-privacy.ts'
import { reading } from './theme-reading.ts'
import { secrecy } from './theme-secrecy.ts'
import { statuses } from './theme-statuses.ts'

/** Contract A, in an order in which one unpaid order is enough for all of it. */
export const themes: readonly Theme[] = [
  lists,
  payments,
  keys,
  statuses,
  links,
  reading,
  privacy,
  input,
  origins,
  outages,
  notifications,
  secrecy,
]
