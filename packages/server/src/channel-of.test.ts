import { expect, it } from 'vitest'
import { channelOf } from './channel-of.ts'

it.each([
  ['a transaction', { by: 'transaction', method: 'pbl', code: 'ipko' }, 'pbl/ipko'],
  ['a card’s link', { by: 'link', visibleMethod: ['card'], preselectMethodCode: 'ecom3ds' }, 'card/ecom3ds'],
  ['leasing', { by: 'link', visibleMethod: ['lease'], preselectMethodCode: 'lease_now' }, 'lease/lease_now'],
  [
    'Visa Mobile, on the card’s page',
    { by: 'link', visibleMethod: ['card'], preselectMethodCode: 'visa_mobile' },
    'wallet/visa_mobile',
  ],
  ['a link to choose on', { by: 'link', visibleMethod: ['card'] }, undefined],
  [
    'a link with more to choose from',
    { by: 'link', visibleMethod: ['card', 'blik'], preselectMethodCode: 'ecom3ds' },
    undefined,
  ],
  [
    'a link to a channel with a transaction of its own',
    { by: 'link', visibleMethod: ['pbl'], preselectMethodCode: 'ipko' },
    undefined,
  ],
] as const)('says which channel %s stands for', (_, way, channel) => {
  expect(channelOf(way)).toBe(channel)
})
