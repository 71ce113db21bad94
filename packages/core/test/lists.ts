import type { DecodeContext } from '../src/gateway/decode.ts'
import { createOriginGuard } from '../src/gateway/origin-guard.ts'
import { minutes, start } from './facts.ts'

/** A JSON object of imoje's. */
export type Json = Record<string, unknown>

export const logo = (name: string): Json[] => [{ png: `https://data.imoje.pl/img/pay/${name}.png` }]

/** A row of imoje's flat list. */
export const buildFlatRow = (method: string, code: string, own: Json = {}): Json => ({
  paymentMethod: method,
  paymentMethodCode: code,
  isActive: true,
  isOnline: true,
  description: `The ${code}`,
  currency: 'PLN',
  transactionLimits: {
    minTransaction: { type: 'number', value: 100 },
    maxTransaction: { type: 'number', value: 5_000_000 },
  },
  paymentMethodImage: logo(method),
  paymentMethodCodeImage: logo(code),
  ...own,
})

export const buildFlatList = (...rows: unknown[]): Json => ({
  service: { id: 'b2f7', created: null, isActive: true, paymentMethods: rows },
})

/** A channel inside a group of imoje's nested list. */
export const buildNestedRow = (method: string, code: string, own: Json = {}): Json => ({
  paymentMethod: method,
  paymentMethodCode: code,
  label: `The ${code}`,
  isOnline: true,
  priority: 1,
  image: logo(code),
  ...own,
})

export const buildGroup = (label: string, channels: unknown[], own: Json = {}): Json => ({
  label,
  isOnline: true,
  priority: 1,
  image: logo('group'),
  channels,
  ...own,
})

/** Asked for at `start`, answered a second later, for an order in PLN. */
export const buildContext = (own: Partial<DecodeContext> = {}): DecodeContext => ({
  currency: 'PLN',
  requestedAt: start,
  arrivedAt: start + 1_000,
  ageMs: 0,
  longestRestMs: minutes(30),
  guard: createOriginGuard(),
  ...own,
})
