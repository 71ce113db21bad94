import * as z from 'zod/mini'
import type { Catalogue, PaymentChannel, PaymentMethod } from '../domain/catalogue.ts'
import { inDevelopment, TillkitError } from '../domain/errors.ts'
import { buildChannelId, type ChannelId } from '../domain/ids.ts'
import { profileCodes } from '../domain/payment-route.ts'
import type { OriginGuard } from './origin-guard.ts'
import { flatList, wireGroup, wireRow, type WireImage } from './wire.ts'

/** What surrounds a list's body and bears on its meaning. Times are epoch milliseconds on our clock. */
export interface DecodeContext {
  /** Rows of another currency are left out (imoje's flat list has a row for each). */
  readonly currency: string
  readonly requestedAt: number
  readonly arrivedAt: number
  /** The answer's `Age`, in milliseconds. */
  readonly ageMs: number
  /** The longest that `restsForMs` is believed, in milliseconds. */
  readonly longestRestMs: number
  readonly guard: OriginGuard
}

/** A part of a list that was left out; the rest stands. */
export interface DiscardedRow {
  /** Where it stood, such as `3` or `1.0` (the first channel of the second group). */
  readonly at: string
  readonly reason: 'broken' | 'duplicate' | 'image-refused'
  readonly detail: string
}

export interface DecodedCatalogue {
  readonly catalogue: Catalogue
  readonly discarded: readonly DiscardedRow[]
}

/**
 * Reads either shape of imoje's list, row by row: a broken row costs only itself.
 * @throws TillkitError `contract-broken` when it is no list at all
 */
export function decodeCatalogue(body: unknown, context: DecodeContext): DecodedCatalogue {
  const discarded: DiscardedRow[] = []
  const seen = new Set<ChannelId>()

  const discard = (at: string, reason: DiscardedRow['reason'], detail: string): void => {
    discarded.push({ at, reason, detail: detail.slice(0, 200) })
  }

  const read = <T>(schema: z.ZodMiniType<T>, value: unknown, at: string): T | undefined => {
    const { data, error } = z.safeParse(schema, value)
    if (error) discard(at, 'broken', error.issues.map(({ path }) => path.join('.')).join(' '))
    return data
  }

  const pickImage = (images: readonly WireImage[] | undefined, at: string): string | undefined => {
    const address = images?.map(({ svg, png }) => svg ?? png).find(Boolean)
    const image = address && context.guard.image(address)
    if (address && !image) discard(at, 'image-refused', address)
    return image
  }

  const decodeRow = (value: unknown, at: string): DecodedRow | undefined => {
    const row = read(wireRow, value, at)
    if (!row || profileCodes.has(row.paymentMethodCode)) return undefined
    if (row.currency && row.currency !== context.currency) return undefined
    const { paymentMethod: method, paymentMethodCode: code, transactionLimits: limits, restsForMs } = row
    const id = buildChannelId(method, code)
    if (seen.has(id)) {
      discard(at, 'duplicate', id)
      return undefined
    }
    seen.add(id)
    const channel: PaymentChannel = {
      id,
      method,
      code,
      label: row.description ?? row.label ?? code,
      image: pickImage(row.paymentMethodCodeImage ?? row.image ?? row.paymentMethodImage, at),
      isActive: row.isActive ?? true,
      isOnline: row.isOnline,
      limits: {
        min: limits?.minTransaction?.value ?? undefined,
        max: limits?.maxTransaction?.value ?? undefined,
      },
      restsUntil: restsForMs && context.arrivedAt + Math.min(restsForMs, context.longestRestMs),
    }
    return { channel, priority: row.priority, images: row.paymentMethodImage }
  }

  const decodeRows = (rows: readonly unknown[], at: string): readonly DecodedRow[] =>
    rows.flatMap((value, index) => decodeRow(value, at + index) ?? []).toSorted(byPriority)

  const decodeFlat = (rows: readonly unknown[]): readonly PaymentMethod[] => {
    const groups = new Map<string, DecodedRow[]>()
    for (const row of decodeRows(rows, '')) {
      const id = methodShown(row.channel)
      const group = groups.get(id)
      if (group) group.push(row)
      else groups.set(id, [row])
    }
    return [...groups].map(([id, group]) => ({
      id,
      isOnline: true,
      image: pickImage(group[0]?.images, id),
      channels: group.map(({ channel }) => channel),
    }))
  }

  const decodeNested = (values: readonly unknown[]): readonly PaymentMethod[] =>
    values
      .flatMap((value, index) => {
        const group = read(wireGroup, value, `${index}`)
        return group ? { ...group, at: `${index}` } : []
      })
      .toSorted(byPriority)
      .map(({ label, isOnline, image, channels, at }) => {
        const rows = decodeRows(channels, `${at}.`).map(({ channel }) => channel)
        const [first] = rows
        return {
          id: first ? methodShown(first) : '',
          label,
          isOnline,
          image: pickImage(image, at),
          channels: rows,
        }
      })

  const flat = z.safeParse(flatList, body)
  // One group may come without its array around it.
  const groups = z.safeParse(wireGroup, body).success ? [body] : body
  if (!flat.success && !Array.isArray(groups))
    throw new TillkitError(
      'contract-broken',
      inDevelopment &&
        'The list has neither shape of imoje: { service: { paymentMethods: […] } } or an array of groups.',
    )
  const methods = flat.success
    ? decodeFlat(flat.data.service.paymentMethods)
    : decodeNested(groups as unknown[])
  const { requestedAt, ageMs } = context
  const shown = keepIdsApart(methods.filter(({ channels }) => channels.length > 0))
  return { catalogue: { methods: shown, requestedAt, asOf: requestedAt - ageMs }, discarded }
}

interface DecodedRow {
  readonly channel: PaymentChannel
  readonly priority: number | undefined
  readonly images: readonly WireImage[] | undefined
}

/** `ing` is a bank among banks to the shopper, though a method of its own on the wire. */
const methodShown = ({ method }: PaymentChannel): string => (method === 'ing' ? 'pbl' : method)

interface Prioritised {
  readonly priority?: number | undefined
}
const byPriority = (a: Prioritised, b: Prioritised): number =>
  (a.priority ?? Number.MAX_VALUE) - (b.priority ?? Number.MAX_VALUE)

/** Two groups of one method stand apart on the page, so each needs an id of its own. */
function keepIdsApart(methods: readonly PaymentMethod[]): readonly PaymentMethod[] {
  const taken = new Set<string>()
  return methods.map((method, index) => {
    const id = taken.has(method.id) ? `${method.id}~${index}` : method.id
    taken.add(id)
    return { ...method, id }
  })
}
