import * as z from 'zod/mini'

/** What the imitation of imoje lets a check see and break, over its control routes. */
export interface MockControl {
  journal(): Promise<readonly JournalEntry[]>
  clearJournal(): Promise<void>
  state(): Promise<MockState>
  /** Adds something that goes wrong, as the imitation's `POST /__control/faults` takes it. */
  addFault(fault: object): Promise<void>
  /** Everything works again. */
  calm(): Promise<void>
  /** What becomes of payments with a BLIK code that start from now on; the imitation itself confirms them after some seconds. */
  planBlik(outcome: 'silent' | 'confirmed'): Promise<void>
  advanceClock(ms: number): Promise<void>
  /** Ends a transaction; the imitation tells the backend. */
  end(transactionId: string, status: 'settled' | 'rejected', statusCode?: string): Promise<void>
  /** Presses a button on the page a payer was sent to. @returns where the page leads then */
  leavePage(address: string, outcome: 'pay' | 'refuse' | 'cancel'): Promise<string>
}

/** One request that reached the imitation. */
export interface JournalEntry {
  readonly route: string
  readonly orderId?: string | undefined
  readonly paymentMethod?: string | undefined
  readonly paymentMethodCode?: string | undefined
}

/** Transactions, links and notifications so far. */
export interface MockState {
  readonly transactions: readonly Made[]
  readonly payments: readonly Made[]
  readonly notifications: readonly { readonly to: string; readonly transactionId: string }[]
}

interface Made {
  readonly id: string
  readonly status: string
  readonly orderId: string
  /** In minor units. */
  readonly amount: number
  readonly currency: string
}

const journal: z.ZodMiniType<{ readonly journal: readonly JournalEntry[] }> = z.object({
  journal: z.array(
    z.object({
      route: z.string(),
      orderId: z.optional(z.string()),
      paymentMethod: z.optional(z.string()),
      paymentMethodCode: z.optional(z.string()),
    }),
  ),
})
const made = z.object({
  id: z.string(),
  status: z.string(),
  orderId: z.string(),
  amount: z.number(),
  currency: z.string(),
})
const state: z.ZodMiniType<MockState> = z.object({
  transactions: z.array(made),
  payments: z.array(made),
  notifications: z.array(z.object({ to: z.string(), transactionId: z.string() })),
})

/** @param origin where the imitation listens, without a slash at the end */
export function createMockControl(origin: string, fetch: typeof globalThis.fetch): MockControl {
  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const address = `${origin}/__control/${path}`
    const answer = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) })
    if (answer.ok) return answer
    throw new Error(`${method} ${address} answered ${answer.status}: is tillkit-mock-api there?`)
  }
  const read = async <T>(schema: z.ZodMiniType<T>, path: string): Promise<T> =>
    z.parse(schema, await (await send('GET', path)).json())
  const change = async (method: string, path: string, body?: object): Promise<void> =>
    void (await (await send(method, path, body)).arrayBuffer())

  return {
    journal: async () => (await read(journal, 'journal')).journal,
    clearJournal: () => change('DELETE', 'journal'),
    state: () => read(state, 'state'),
    addFault: (fault) => change('POST', 'faults', fault),
    async calm() {
      await change('DELETE', 'faults')
      await change('PUT', 'scenario', { name: 'calm' })
    },
    planBlik: (outcome) => change('PUT', 'blik', { outcome }),
    advanceClock: (advanceMs) => change('POST', 'clock', { advanceMs }),
    end: (id, status, statusCode) => change('POST', `transactions/${id}`, { status, statusCode }),
    async leavePage(address, outcome) {
      const body = new URLSearchParams({ outcome })
      const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' })
      return answer.headers.get('location') ?? ''
    },
  }
}
