import type { PickerState } from './picker-state.ts'
import { statesOfBlik } from './states-of-blik.ts'
import { statesOfList } from './states-of-list.ts'
import { statesOfPaying } from './states-of-paying.ts'

const all = { ...statesOfList, ...statesOfPaying, ...statesOfBlik }

export type StateName = keyof typeof all

/** Every state of the picker, by its name. */
export const states: Readonly<Record<StateName, PickerState>> = all

export const stateNames: readonly StateName[] = Object.keys(all) as StateName[]
