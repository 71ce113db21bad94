import * as z from 'zod/mini'
import type { Catalogue, PaymentChannel, PaymentMethod } from '../domain/catalogue.ts'
import { inDevelopment, TillkitError } from '../domain/errors.ts'
import { buildChannelId } from '../domain/ids.ts'
import { profileCodes } from '../domain/payment-route.ts'
import type { OriginGuard } from './origin-guard.ts'
import { wireGroup, wireList, wireRow, type WireGroup, type WireImage } from './wire.ts'

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
  /** The ids given so far, of channels and of methods. */
  const taken = new Set<string>()
  const methods = new Map<unknown, ShownMethod>()

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
    if (taken.has(id)) {
      discard(at, 'duplicate', id)
      return undefined
    }
    taken.add(id)
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

  /** Shows rows under their group, or where the list has none, under their method. */
  const show = (rows: readonly unknown[], group?: PlacedGroup): void => {
    const decoded = rows
      .flatMap((value, index) => decodeRow(value, group ? `${group.at}.${index}` : `${index}`) ?? [])
      .toSorted(byPriority)
    for (const { channel, images: first } of decoded) {
      // `ing` is a bank among banks to the shopper, though a method of its own on the wire.
      const shown = channel.method === 'ing' ? 'pbl' : channel.method
      const method = methods.get(group ?? shown)
      if (method) {
        method.channels.push(channel)
        continue
      }
      // Two groups of one method stand apart on the page, so each needs an id of its own.
      const id = taken.has(shown) ? `${shown}~${methods.size}` : shown
      taken.add(id)
      // A group of banks doesn't wear the mark of the one bank that happens to come first.
      const images = decoded.find((row) => row.channel.method === shown)?.images ?? first
      methods.set(group ?? shown, {
        id,
        label: group?.label,
        isOnline: group?.isOnline ?? true,
        image: group ? pickImage(group.image, group.at) : pickImage(images, id),
        channels: [channel],
      })
    }
  }

  const { data: list } = z.safeParse(wireList, body)
  if (!list)
    throw new TillkitError(
      'contract-broken',
      inDevelopment &&
        'The list has neither shape of imoje: { service: { paymentMethods: […] } } or an array of groups.',
    )
  if ('service' in list) show(list.service.paymentMethods)
  else {
    const groups = [list].flat().flatMap((value, index) => {
      const at = `${index}`
      const group = read(wireGroup, value, at)
      return group ? { ...group, at } : []
    })
    for (const group of groups.toSorted(byPriority)) show(group.channels, group)
  }
  const { requestedAt, ageMs } = context
  return {
    catalogue: { methods: [...methods.values()], requestedAt, asOf: requestedAt - ageMs },
    discarded,
  }
}

interface ShownMethod extends PaymentMethod {
  readonly channels: PaymentChannel[]
}

interface PlacedGroup extends WireGroup {
  readonly at: string
}

interface DecodedRow {
  readonly channel: PaymentChannel
  readonly priority: number | undefined
  readonly images: readonly WireImage[] | undefined
}

interface Prioritised {
  readonly priority?: number | undefined
}
const byPriority = (a: Prioritised, b: Prioritised): number =>
  (a.priority ?? Number.MAX_VALUE) - (b.priority ?? Number.MAX_VALUE)
