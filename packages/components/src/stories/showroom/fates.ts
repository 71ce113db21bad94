import type { ChannelId } from '@tillkit/core'
import type { ChannelChange, Fault, MockImoje } from '@tillkit/mock-api'

interface Fate {
  /** On its button. */
  readonly name: string
  /** What follows, in one sentence. */
  readonly says: string
  readonly fault?: Omit<Fault, 'match'>
  /** What imoje's list says of it. */
  readonly listed?: ChannelChange
}

/** What can befall one channel. */
export const channelFates = {
  works: { name: 'Works', says: 'Nothing is wrong with it.' },
  fails: {
    name: 'Fails, 500',
    says: 'Choose it and pay: it rests for five minutes, and imoje’s own page is offered.',
    fault: { status: 500 },
  },
  refuses: {
    name: 'Refuses, 406',
    says: 'Choose it and pay: the list is read again at once, and the channel is back only after a newer one.',
    fault: { status: 406 },
  },
  flagged: {
    name: 'Flagged',
    says: 'The list says offline, and paying answers 406. Read the list again to see it.',
    fault: { status: 406 },
    listed: { isOnline: false },
  },
  limited: {
    name: 'From 500 zł',
    says: 'The order is too small for it. Read the list again to see it.',
    listed: { limits: { min: 50_000 } },
  },
} as const satisfies Readonly<Record<string, Fate>>
export type ChannelFate = keyof typeof channelFates

/** What can befall imoje as a whole. */
export const gatewayFates = {
  works: { name: 'Works', says: 'Every request is answered at once.' },
  down: {
    name: 'Away, 503',
    says: 'The next request finds out; then everything rests, and one request asks whether it is back.',
    fault: { status: 503 },
  },
  slow: { name: 'Slow, 4 s', says: 'Every answer takes four seconds.', fault: { delayMs: 4_000 } },
  silent: {
    name: 'Silent',
    says: 'No answer ever comes: the kit gives up in time, and says what is known.',
    fault: { hang: true },
  },
} as const satisfies Readonly<Record<string, Fate>>
export type GatewayFate = keyof typeof gatewayFates

/** What is broken by hand, beside whatever the scenario breaks. */
export interface Breakage {
  readonly gateway: GatewayFate
  /** Every channel that was ever touched, with what befell it last. */
  readonly channels: Readonly<Record<ChannelId, ChannelFate>>
}

export const nothingBroken: Breakage = { gateway: 'works', channels: {} }

/** Makes the imitation as broken as is said, and no more. */
export function breakImoje(mock: MockImoje, { gateway, channels }: Breakage): void {
  mock.clearFaults()
  const whole: Fate = gatewayFates[gateway]
  if (whole.fault) mock.addFault({ match: {}, ...whole.fault })
  for (const [id, name] of Object.entries(channels)) {
    const [method = '', code = ''] = id.split('/')
    const fate: Fate = channelFates[name]
    mock.setChannel(method, code, { isOnline: true, limits: { min: 0 }, ...fate.listed })
    if (fate.fault) mock.addFault({ match: { route: 'create-transaction', method, code }, ...fate.fault })
  }
}
