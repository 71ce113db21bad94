import type { Availability, Order } from '@tillkit/core'
import type { Words } from '../messages/format.ts'

/** What a row says of its availability. */
export interface Description {
  /** Part of the row's name: one or two words. */
  readonly state?: string | undefined
  /** Why, from when, and what now. */
  readonly reason?: string | undefined
  /** To count down to, in epoch milliseconds. */
  readonly until?: number | undefined
}

/** What the banner says for all rows at once, so that no row repeats it. */
export const isSaidByBanner = (availability: Availability): boolean =>
  availability.status === 'misconfigured' ||
  (availability.status === 'outage' && availability.scope === 'gateway')

/**
 * @param isMounted clock times are drawn only then
 * @param isStuck there is no other way to pay
 */
export function describeAvailability(
  availability: Availability,
  order: Order,
  { t, money, time }: Words,
  isMounted: boolean,
  isStuck = false,
): Description {
  const { status, selectableFrom } = availability
  if (status === 'hidden' || status === 'unconfirmed' || status === 'available') return {}
  if (status === 'trial') return { reason: t('reason.trial') }
  const state = t('state.unavailable')
  if (status === 'misconfigured' || isSaidByBanner(availability)) return { state }
  if (status === 'ineligible' && availability.because === 'amount') {
    const show = (amount: number): string => money(amount, order.currency)
    return 'shortBy' in availability
      ? {
          state: t('state.from', { limit: show(order.amount + availability.shortBy) }),
          reason: t('reason.shortBy', { amount: show(availability.shortBy) }),
        }
      : {
          state: t('state.upTo', { limit: show(order.amount - availability.overBy) }),
          reason: t('reason.overBy', { amount: show(availability.overBy) }),
        }
  }
  const own = status === 'off' ? availability.text : undefined
  const reason = own ?? t(`reason.${status === 'ineligible' ? 'device' : status}`)
  if (!isMounted) return { state, reason }
  if (selectableFrom === undefined)
    return { state, reason: isStuck ? reason : `${reason} ${t('reason.other')}` }
  const from = t('reason.from', { time: time(selectableFrom) })
  const isCounted = status === 'coolingDown' || status === 'refused'
  return { state, reason: `${reason} ${from}`, until: isCounted ? selectableFrom : undefined }
}
