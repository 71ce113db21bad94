import { isSelectable, type Availability } from '@tillkit/core'

/**
 * Every state attribute that parts carry, for a host's CSS. Part of the API.
 * @selector [data-availability='coolingDown'] and so on: the channel's or method's availability
 * @selector [data-usable='true'] it can be chosen
 * @selector [data-selected='true'] it is what will be paid with
 * @selector [data-open='true'] the method shows its channels
 */
export const dataAttributes = [
  'data-availability',
  'data-usable',
  'data-method',
  'data-channel',
  'data-selected',
  'data-open',
  'data-list',
  'data-gateway',
  'data-attempt',
  'data-busy',
  'data-tint',
] as const

export type DataAttribute = (typeof dataAttributes)[number]

/** The one way from availability to attributes. */
export const availabilityAttributes = (
  availability: Availability,
): Pick<Readonly<Record<DataAttribute, string | boolean>>, 'data-availability' | 'data-usable'> => ({
  'data-availability': availability.status,
  'data-usable': isSelectable(availability),
})
