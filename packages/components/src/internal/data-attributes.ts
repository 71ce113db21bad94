import { isSelectable, type Availability } from '@tillkit/core'

/**
 * Every state attribute that parts carry, for a host's CSS. Part of the API.
 * @selector [data-availability='coolingDown'] and so on: the channel's or method's availability
 * @selector [data-usable='true'] it can be chosen
 * @selector [data-selected='true'] it is what will be paid with
 * @selector [data-open='true'] the method shows its channels
 * @selector [data-method='pbl'], [data-channel='pbl/mtransfer'] which one it is
 * @selector [data-layout='grid'] and so on: how the list is laid out
 * @selector [data-list], [data-gateway], [data-attempt] on the root: where the list, imoje as a whole and the payment stand
 * @selector [data-theme], [data-density], [data-color-scheme] on the root: its appearance
 * @selector [data-because='empty.currency'] and so on: why there is nothing to choose from
 * @selector [data-busy='true'] the button, while a payment is on its way
 * @selector [data-tint] a drawn mark's colour, from 0 to 7
 */
export const dataAttributes = [
  'data-availability',
  'data-usable',
  'data-method',
  'data-channel',
  'data-selected',
  'data-open',
  'data-layout',
  'data-theme',
  'data-density',
  'data-color-scheme',
  'data-list',
  'data-gateway',
  'data-attempt',
  'data-because',
  'data-busy',
  'data-tint',
] as const

/** The name of a state attribute that parts carry. */
export type DataAttribute = (typeof dataAttributes)[number]

/** The one way from availability to attributes. */
export const availabilityAttributes = (
  availability: Availability,
): Pick<Readonly<Record<DataAttribute, string | boolean>>, 'data-availability' | 'data-usable'> => ({
  'data-availability': availability.status,
  'data-usable': isSelectable(availability),
})
