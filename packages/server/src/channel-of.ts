import { resolvePaymentRoute, type ChannelId } from '@tillkit/core'
import type { PaymentWay } from './request-fields.ts'

/** The one channel that a payment stands for; nothing for a link on which the payer chooses. */
export function channelOf(way: PaymentWay): ChannelId | undefined {
  if (way.by === 'transaction') return `${way.method}/${way.code}`
  const { visibleMethod, preselectMethodCode: code } = way
  if (code === undefined) return undefined
  // Visa Mobile, a wallet, is reached by the card's page.
  const method = ['wallet', ...visibleMethod].find((candidate) => {
    const route = resolvePaymentRoute(candidate, code)
    return route.by === 'link' && route.visibleMethod.join() === visibleMethod.join()
  })
  return method === undefined ? undefined : `${method}/${code}`
}
