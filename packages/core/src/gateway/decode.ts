import * as z from 'zod/mini'
import type { Catalogue, PaymentChannel, PaymentMethod } from '../domain/catalogue.ts'
import { TillkitError } from '../domain/errors.ts'
import { buildChannelId, type ChannelId } from '../domain/ids.ts'
import { profileCodes } from '../domain/payment-route.ts'
import type { OriginGuard } from './origin-guard.ts'
import { flatList, flatRow, nestedGroup, nestedRow, type NestedGroup, type WireImage } from './wire.ts'

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
  /** Where it stood, such as `3` or `1.channels.0`. */
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
  const decoder = createDecoder(context, discarded)
  const methods = decoder.decodeList(body).filter((method) => method.channels.length > 0)
  const { requestedAt, ageMs } = context
  return { catalogue: { methods, requestedAt, asOf: requestedAt - ageMs }, discarded }
}

type ChannelDraft = Omit<PaymentChannel, 'id' | 'image' | 'restsUntil'> & {
  readonly images: readonly WireImage[] | undefined
  readonly restsForMs: number | undefined
}
interface Decoder {
  decodeList(body: unknown): readonly PaymentMethod[]
}

function createDecoder(context: DecodeContext, discarded: DiscardedRow[]): Decoder {
  const seen = new Set<ChannelId>()
  const discard = (at: string, reason: DiscardedRow['reason'], detail: string): undefined => {
    discarded.push({ at, reason, detail })
    return undefined
  }

  const read = <T>(schema: z.ZodMiniType<T>, value: unknown, at: string): T | undefined => {
    const result = z.safeParse(schema, value)
    if (result.success) return result.data
    return discard(
      at,
      'broken',
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; '),
    )
  }

  const pickImage = (images: readonly WireImage[] | undefined, at: string): { image?: string } => {
    const address = images?.map((image) => image.svg ?? image.png).find((found) => found !== undefined)
    if (address === undefined) return {}
    const image = context.guard.image(address)
    if (image !== undefined) return { image }
    discard(at, 'image-refused', address.slice(0, 200))
    return {}
  }

  const buildChannel = (draft: ChannelDraft, at: string): PaymentChannel | undefined => {
    const { images, restsForMs, ...rest } = draft
    if (profileCodes.has(draft.code)) return undefined
    const id = buildChannelId(draft.method, draft.code)
    if (seen.has(id)) return discard(at, 'duplicate', id.slice(0, 200))
    seen.add(id)
    const rests = restsForMs
      ? { restsUntil: context.arrivedAt + Math.min(restsForMs, context.longestRestMs) }
      : {}
    return { id, ...rest, ...pickImage(images, at), ...rests }
  }

  const decodeFlat = (rows: readonly unknown[]): readonly PaymentMethod[] => {
    const groups = new Map<string, PaymentChannel[]>()
    const images = new Map<string, readonly WireImage[]>()
    for (const [index, value] of rows.entries()) {
      const row = read(flatRow, value, String(index))
      if (!row || (row.currency && row.currency !== context.currency)) continue
      const limits = row.transactionLimits
      const channel = buildChannel(
        {
          method: row.paymentMethod,
          code: row.paymentMethodCode,
          label: row.description ?? row.paymentMethodCode,
          isActive: row.isActive,
          isOnline: row.isOnline,
          limits: buildLimits(limits?.minTransaction?.value, limits?.maxTransaction?.value),
          images: row.paymentMethodCodeImage ?? row.paymentMethodImage,
          restsForMs: row.restsForMs,
        },
        String(index),
      )
      if (!channel) continue
      const group = groupOf(channel.method)
      groups.set(group, [...(groups.get(group) ?? []), channel])
      if (row.paymentMethodImage && !images.has(group)) images.set(group, row.paymentMethodImage)
    }
    return [...groups].map(([id, channels]) => ({
      id,
      isOnline: true,
      channels,
      ...pickImage(images.get(id), id),
    }))
  }

  const decodeNested = (groups: readonly unknown[]): readonly PaymentMethod[] => {
    const methods = groups.flatMap((value, index) => {
      const group = read(nestedGroup, value, String(index))
      return group
        ? [{ priority: group.priority ?? Infinity, method: decodeGroup(group, String(index)) }]
        : []
    })
    return keepIdsApart(methods.toSorted(byPriority).map(({ method }) => method))
  }

  const decodeGroup = (group: NestedGroup, at: string): PaymentMethod => {
    const rows = group.channels.flatMap((value, index) => {
      const place = `${at}.channels.${index}`
      const row = read(nestedRow, value, place)
      const channel =
        row &&
        buildChannel(
          {
            method: row.paymentMethod,
            code: row.paymentMethodCode,
            label: row.label ?? row.paymentMethodCode,
            isActive: true,
            isOnline: row.isOnline,
            limits: {},
            images: row.image,
            restsForMs: row.restsForMs,
          },
          place,
        )
      return channel ? [{ priority: row.priority ?? Infinity, channel }] : []
    })
    const channels = rows.toSorted(byPriority).map(({ channel }) => channel)
    return {
      id: groupOf(channels[0]?.method ?? ''),
      ...(group.label === undefined ? {} : { label: group.label }),
      isOnline: group.isOnline,
      channels,
      ...pickImage(group.image, at),
    }
  }

  return {
    decodeList: (body) => {
      const flat = z.safeParse(flatList, body)
      if (flat.success) return decodeFlat(flat.data.service.paymentMethods)
      // One group may come without its array around it.
      const groups = z.safeParse(nestedGroup, body).success ? [body] : body
      if (Array.isArray(groups)) return decodeNested(groups)
      throw new TillkitError(
        'contract-broken',
        "The list of payment methods has neither shape of imoje's: expected { service: { paymentMethods: […] } } or an array of groups.",
      )
    },
  }
}

/** `ing` is a bank among banks to the shopper, though a method of its own on the wire. */
const groupOf = (method: string): string => (method === 'ing' ? 'pbl' : method)

const buildLimits = (
  min: number | null | undefined,
  max: number | null | undefined,
): PaymentChannel['limits'] => ({
  ...(min ? { min } : {}),
  ...(max ? { max } : {}),
})

const byPriority = (a: { readonly priority: number }, b: { readonly priority: number }): number =>
  a.priority === b.priority ? 0 : a.priority - b.priority

/** Two groups of one method stand apart on the page, so each needs an id of its own. */
function keepIdsApart(methods: readonly PaymentMethod[]): readonly PaymentMethod[] {
  const used = new Map<string, number>()
  return methods.map((method) => {
    const count = (used.get(method.id) ?? 0) + 1
    used.set(method.id, count)
    return count === 1 ? method : { ...method, id: `${method.id}~${count}` }
  })
}
