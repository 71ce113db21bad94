export type { A } from './domain/ids.ts'
export const n: number = 1
