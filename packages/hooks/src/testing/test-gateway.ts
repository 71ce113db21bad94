import {
  createOriginGuard,
  decodeCatalogue,
  nameStatus,
  type Answer,
  type AnswerName,
  type Clock,
  type Failure,
  type LinkRequest,
  type OrderPayment,
  type PaymentGateway,
  type PaymentRequest,
  type StartedPayment,
  type TransactionStatus,
} from '@tillkit/core'

/** One answer in a script: a status, an answer of another name, or what is to be done with a success. */
export type ScriptedAnswer = number | AnswerName | Partial<Failure> | StartedPayment

/** A gateway in memory that answers what a test wrote down. */
export interface TestGateway extends PaymentGateway {
  /** What each kind of request answers, in turn; after the last one everything is well (transactions stay `pending`). */
  readonly script: {
    list: (number | AnswerName | Partial<Failure>)[]
    pay: ScriptedAnswer[]
    /** Links are payments too: to imoje's own page. */
    link: ScriptedAnswer[]
    transaction: (Omit<TransactionStatus, 'id'> | number | AnswerName)[]
    orderPayment: (OrderPayment | number | AnswerName)[]
  }
  /** The rows the list answers with; imoje's flat shape. */
  rows: readonly TestRow[]
  /** How old the list says it is, in milliseconds. */
  ageMs: number
  /** Every request so far. */
  readonly requests: { readonly kind: keyof TestGateway['script']; readonly detail: unknown }[]
  /** Ids that don't repeat among the clients of this gateway: `id-1` and so on. */
  randomId(): string
  /** The attempts among them. */
  payments(): readonly PaymentRequest[]
}

/** A row of imoje's flat list; fields that are left out are as of a channel that works. */
export interface TestRow {
  /** Such as `pbl`. */
  readonly paymentMethod: string
  /** Such as `mtransfer`. */
  readonly paymentMethodCode: string
  /** Whether the shop has it at all. */
  readonly isActive?: boolean
  /** imoje's word on whether it works. */
  readonly isOnline?: boolean
  readonly [field: string]: unknown
}

/** Six well channels: BLIK, three banks, a card and pay later from 300.00. */
export const testRows: readonly TestRow[] = [
  { paymentMethod: 'blik', paymentMethodCode: 'blik', description: 'BLIK' },
  { paymentMethod: 'pbl', paymentMethodCode: 'mtransfer', description: 'mBank' },
  { paymentMethod: 'pbl', paymentMethodCode: 'ipko', description: 'PKO BP' },
  { paymentMethod: 'ing', paymentMethodCode: 'ing', description: 'ING' },
  { paymentMethod: 'card', paymentMethodCode: 'ecom3ds', description: 'Visa / Mastercard' },
  {
    paymentMethod: 'imoje_paylater',
    paymentMethodCode: 'paypo',
    description: 'PayPo',
    transactionLimits: { minTransaction: { type: 'number', value: 30_000 } },
  },
]

/** A shop's backend in memory: answers well unless its script says otherwise. */
export function createTestGateway(clock: Clock): TestGateway {
  const guard = createOriginGuard()
  const requests: TestGateway['requests'] = []
  const script: TestGateway['script'] = { list: [], pay: [], link: [], transaction: [], orderPayment: [] }

  const times = (): { sentAt: number; at: number } => ({ sentAt: clock.now(), at: clock.now() })
  const fail = (scripted: number | AnswerName | Partial<Failure>): Failure => ({
    ok: false,
    ...(typeof scripted === 'number'
      ? { name: nameStatus(scripted), status: scripted, readable: true }
      : { name: typeof scripted === 'string' ? scripted : 'lost', readable: false }),
    errors: [],
    ...times(),
    ...(typeof scripted === 'object' ? scripted : {}),
  })

  const start = async (
    kind: 'pay' | 'link',
    request: PaymentRequest | LinkRequest,
  ): Promise<Answer<StartedPayment>> => {
    requests.push({ kind, detail: request })
    const id = `t-${requests.length}`
    const scripted = script[kind].shift()
    await Promise.resolve()
    if (typeof scripted === 'object' && 'id' in scripted)
      return { ok: true, status: 201, value: scripted, ...times() }
    if (scripted !== undefined) return fail(scripted)
    const url = `https://paywall.imoje.pl/pay/${requests.length}`
    const hasCode = 'blikCode' in request && request.blikCode !== undefined
    const value: StartedPayment = hasCode
      ? { id, status: 'pending' }
      : { id, status: 'new', action: { type: 'redirect', method: 'GET', url } }
    return { ok: true, status: 201, value, ...times() }
  }

  let ids = 0
  const gateway: TestGateway = {
    key: 'test',
    randomId: () => `id-${(ids += 1)}`,
    script,
    rows: testRows,
    ageMs: 0,
    requests,
    payments: () =>
      requests.flatMap(({ kind, detail }) => (kind === 'pay' ? [detail as PaymentRequest] : [])),

    listPaymentMethods: async (request) => {
      requests.push({ kind: 'list', detail: request })
      const scripted = script.list.shift()
      const { sentAt } = times()
      await Promise.resolve()
      if (scripted !== undefined) return fail(scripted)
      const rows = gateway.rows.map((row) => ({ isActive: true, isOnline: true, ...row }))
      const value = decodeCatalogue(
        { service: { paymentMethods: rows } },
        {
          currency: request.order.currency,
          requestedAt: sentAt,
          arrivedAt: clock.now(),
          ageMs: gateway.ageMs,
          longestRestMs: Infinity,
          guard,
        },
      )
      return { ok: true, status: 200, value, ...times() }
    },

    startPayment: (request) => start('pay', request),
    createLink: (request) => start('link', request),

    getTransaction: async (request) => {
      requests.push({ kind: 'transaction', detail: request })
      const scripted = script.transaction.shift() ?? { status: 'pending' }
      await Promise.resolve()
      if (typeof scripted !== 'object') return fail(scripted)
      return { ok: true, status: 200, value: { ...request, ...scripted }, ...times() }
    },

    getOrderPayment: async (request) => {
      requests.push({ kind: 'orderPayment', detail: request })
      const scripted = script.orderPayment.shift() ?? { status: 'none' }
      await Promise.resolve()
      return typeof scripted === 'object'
        ? { ok: true, status: 200, value: scripted, ...times() }
        : fail(scripted)
    },
  }
  return gateway
}
