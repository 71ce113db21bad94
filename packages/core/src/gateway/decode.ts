import * as z from 'zod/mini'
import type { Catalogue, EmptyBecause, PaymentChannel, PaymentMethod } from '../domain/catalogue.ts'
import { inDevelopment, TillkitError } from '../domain/errors.ts'
import { buildChannelId, type MethodId } from '../domain/ids.ts'
import { groupOf, profileCodes } from '../domain/payment-route.ts'
import type { OriginGuard } from './origin-guard.ts'
import { isAmount } from '../domain/money.ts'
import {
  isUsualRow,
  readImage,
  readRank,
  readText,
  wireFlatList,
  wireGroup,
  wireRow,
  type WireGroup,
  type WireRow,
} from './wire.ts'

/** imoje's own names are far shorter; a picker must not drown in one. */
const LONGEST_LABEL = 200

/** What surrounds a list's body and bears on its meaning. Times are epoch milliseconds on our clock. */
export interface DecodeContext {
  /** Rows of another currency are left out (imoje's flat list has a row for each). */
  readonly currency: string
  /** When the request left. */
  readonly requestedAt: number
  /** When the answer was there. */
  readonly arrivedAt: number
  /** The answer's `Age`, in milliseconds. */
  readonly ageMs: number
  /** The longest that `restsForMs` is believed, in milliseconds. */
  readonly longestRestMs: number
  /** Judges the addresses of images. */
  readonly guard: OriginGuard
}

/** A part of a list that was left out; the rest stands. */
export interface DiscardedRow {
  /** Where it stood, such as `3`, `1.0` (the first channel of the second group), or `pbl` for the image of a method. */
  readonly at: string
  /** With `image-refused` the row stays, without its image. */
  readonly reason: 'broken' | 'duplicate' | 'image-refused'
  /** What is wrong, for the developer. */
  readonly detail: string
}

/** What of a list can be used, and what can't. */
export interface DecodedCatalogue {
  readonly catalogue: Catalogue
  /** For the developer; the shopper sees the rest. */
  readonly discarded: readonly DiscardedRow[]
}

/**
 * Reads either shape of imoje's list, row by row: a broken row costs only itself.
 * @throws TillkitError `contract-broken` when it is no list at all
 */
export function decodeCatalogue(body: unknown, context: DecodeContext): DecodedCatalogue {
  const discarded: DiscardedRow[] = []
  /** What has been given so far: the codes of each method, and the ids of the methods shown. */
  const codes = new Map<MethodId, Set<string>>()
  const taken = new Set<MethodId>()
  const methods = new Map<unknown, ShownMethod>()
  let isElsewhere = false

  const discard = (at: Place, reason: DiscardedRow['reason'], detail: string): void => {
    discarded.push({ at: at.join('.').slice(0, 200), reason, detail: detail.slice(0, 200) })
  }

  /** The value itself: a schema only judges it, and doesn't know all of its fields. */
  const judge = <T>(schema: z.ZodMiniType<T>, value: unknown, at: Place): T | undefined => {
    const { error } = z.safeParse(schema, value)
    if (!error) return value as T
    discard(at, 'broken', error.issues.map(({ path }) => path.join('.')).join(' '))
    return undefined
  }

  const checkImage = (address: string | undefined, at: Place): string | undefined => {
    const image = address && context.guard.image(address)
    if (address && !image) discard(at, 'image-refused', address)
    return image
  }

  const decodeRow = (value: unknown, at: Place): DecodedRow | undefined => {
    const row = isUsualRow(value) ? value : judge(wireRow, value, at)
    if (!row || profileCodes.has(row.paymentMethodCode)) return undefined
    if (row.currency && row.currency !== context.currency) {
      isElsewhere ||= row.isActive ?? true
      return undefined
    }
    const { paymentMethod: method, paymentMethodCode: code, transactionLimits: limits, restsForMs } = row
    const id = buildChannelId(method, code)
    const known = codes.get(method) ?? new Set()
    if (known.has(code)) {
      discard(at, 'duplicate', id)
      return undefined
    }
    codes.set(method, known.add(code))
    const image =
      readImage(row.paymentMethodCodeImage) ?? readImage(row.image) ?? readImage(row.paymentMethodImage)
    const channel: PaymentChannel = {
      id,
      method,
      code,
      label: (readText(row.description) ?? readText(row.label) ?? code).slice(0, LONGEST_LABEL),
      image: checkImage(image, at),
      isActive: row.isActive ?? true,
      isOnline: row.isOnline,
      limits: {
        min: limits?.minTransaction?.value ?? undefined,
        max: limits?.maxTransaction?.value ?? undefined,
      },
      restsUntil:
        restsForMs && isAmount(restsForMs)
          ? context.arrivedAt + Math.min(restsForMs, context.longestRestMs)
          : undefined,
    }
    return { channel, row, rank: readRank(row.priority) }
  }

  /** Shows rows under their group, or where the list has none, under their method. */
  const show = (rows: readonly unknown[], group?: PlacedGroup): void => {
    const decoded = rows
      .flatMap((value, index) => decodeRow(value, group ? [group.at, index] : [index]) ?? [])
      .toSorted(byRank)
    for (const first of decoded) {
      const { channel } = first
      const shown = groupOf(channel.method)
      const method = methods.get(group ?? shown)
      if (method) {
        method.channels.push(channel)
        continue
      }
      // Two groups of one method stand apart on the page, so each needs an id of its own.
      let id = shown
      for (let count = methods.size; taken.has(id); count++) id = `${shown}~${count}`
      taken.add(id)
      // A group of banks doesn't wear the mark of the one bank that happens to come first.
      const isStranger = channel.method !== shown
      const { row } = (isStranger && decoded.find((other) => other.channel.method === shown)) || first
      methods.set(group ?? shown, {
        id,
        label: readText(group?.label)?.slice(0, LONGEST_LABEL),
        isOnline: group?.isOnline ?? true,
        image: group
          ? checkImage(readImage(group.image), [group.at])
          : checkImage(readImage(row.paymentMethodImage), [id]),
        channels: [channel],
      })
    }
  }

  const { data: flat } = z.safeParse(wireFlatList, body)
  if (flat) show(flat.service.paymentMethods)
  // In groups, or one group without its array around it.
  else if (Array.isArray(body) || z.safeParse(wireGroup, body).success) {
    const groups = [body].flat().flatMap((value, at) => {
      const group = judge(wireGroup, value, [at])
      return group ? { ...group, at, rank: readRank(group.priority) } : []
    })
    for (const group of groups.toSorted(byRank)) show(group.channels, group)
  } else
    throw new TillkitError(
      'contract-broken',
      inDevelopment &&
        'The list has neither shape of imoje: { service: { paymentMethods: […] } } or an array of groups.',
    )

  /** A nested list was asked for with the order's amount: one without rows says nothing of the shop. Nor do rows it can't read. */
  const findWhyEmpty = (shown: readonly PaymentMethod[]): EmptyBecause | undefined => {
    if (shown.some(({ channels }) => channels.some(({ isActive }) => isActive))) return undefined
    if (isElsewhere) return 'currency'
    const isTold = flat || shown.length > 0
    return isTold && discarded.every(({ reason }) => reason !== 'broken') ? 'none' : undefined
  }

  const { requestedAt, ageMs } = context
  const shown = [...methods.values()]
  const catalogue: Catalogue = {
    methods: shown,
    emptyBecause: findWhyEmpty(shown),
    dependsOnAmount: flat ? undefined : true,
    requestedAt,
    asOf: requestedAt - ageMs,
  }
  return { catalogue, discarded }
}

interface ShownMethod extends PaymentMethod {
  readonly channels: PaymentChannel[]
}

interface Ranked {
  readonly rank: number
}

interface PlacedGroup extends WireGroup, Ranked {
  readonly at: number
}

interface DecodedRow extends Ranked {
  readonly channel: PaymentChannel
  readonly row: WireRow
}

/** Where something stands: written out only where something is wrong with it. */
type Place = readonly (string | number)[]

const byRank = (a: Ranked, b: Ranked): number => a.rank - b.rank
