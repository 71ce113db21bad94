import type { Clock } from '@tillkit/core'
import type { GatewayCircuit } from './gateway-circuit.ts'
import type { ImojeClient, UpstreamAnswer } from './imoje-client.ts'

/**
 * Asks imoje nothing while it is known to be away, and then by one list first: a payment is never the probe. Every answer says
 * how imoje is.
 */
export function guardClient(client: ImojeClient, gateway: GatewayCircuit, clock: Clock): ImojeClient {
  const ask = async (send: () => Promise<UpstreamAnswer>, asProbe = false): Promise<UpstreamAnswer> => {
    const forMs = await gateway.heldForMs(asProbe)
    if (forMs !== undefined) return { outcome: 'held', forMs }
    const sentAt = clock.now()
    const answer = await send()
    await gateway.note(answer, sentAt)
    return answer
  }
  const getService = (): Promise<UpstreamAnswer> => ask(() => client.getService(), true)
  /** A question that isn't the probe has it sent first when it is due: else it would wait for a list that nobody asks for. */
  const askAfterProbe = async (send: () => Promise<UpstreamAnswer>): Promise<UpstreamAnswer> => {
    if ((await gateway.heldForMs()) === 0) await getService()
    return ask(send)
  }

  return {
    getService,
    // imoje wants to be asked by a GET, and this is none.
    getPaymentMethods: (query) => askAfterProbe(() => client.getPaymentMethods(query)),
    createTransaction: (body, key) => ask(() => client.createTransaction(body, key)),
    createPayment: (body, key) => ask(() => client.createPayment(body, key)),
    getTransaction: (id) => askAfterProbe(() => client.getTransaction(id)),
    getPayment: (id) => askAfterProbe(() => client.getPayment(id)),
    cancelPayment: (id) => askAfterProbe(() => client.cancelPayment(id)),
  }
}
