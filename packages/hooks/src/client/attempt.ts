import { isBlikCode, isImmediate, isSame, type Order, type PaymentChannel } from '@tillkit/core'
import type { StoreApi } from 'zustand/vanilla'
import type { OpenAttempt } from '../store/memory.ts'
import { createAttemptInquiry } from './attempt-inquiry.ts'
import { createAttemptLedger, hostedPage, type AttemptContext } from './attempt-ledger.ts'
import { countListeners } from './count-listeners.ts'
import { createAttemptOutcome, type Answered } from './attempt-outcome.ts'
import type { AttemptState, BlockedBecause, PayRequest, RedirectAction } from './attempt-state.ts'
import { nameAnswer } from './failure.ts'
import { loseAnswer } from './lost-answer.ts'

/** The attempts to pay one order: at most one at a time, each with its own idempotency key. */
export interface Attempts {
  /** While somebody listens an open attempt is asked about; else nothing is, and no timer runs. */
  readonly state: StoreApi<AttemptState>
  /** Hears every change without counting as somebody who looks. */
  overhear(listener: (state: AttemptState) => void): () => void
  /** What the state became while nobody looked, given once. */
  takeMissed(): AttemptState | undefined
  /** Pays with the chosen channel. A second call while one is under way is the same attempt. */
  pay(request?: PayRequest): Promise<AttemptState>
  /** After a channel that didn't answer: opens imoje's own page with what is left to pay with. */
  payByLink(): Promise<AttemptState>
  /** Leaves for a payment's page, once, however many parts of this page pay: a form must not be sent twice. */
  follow(action: RedirectAction): void
  /** Forgets how the last attempt ended, to let the shopper choose again. */
  dismiss(): void
  /** The page is here, or here again: asks what became of a payment that has no known end. */
  resume(): void
}

/** One payment on its way. */
interface Sent {
  readonly order: Order
  readonly channel: PaymentChannel
  readonly blikCode?: string | undefined
  /** By a link to imoje's page that shows these methods. */
  readonly visibleMethod?: readonly string[]
}

/** Who is still here this long after leaving for a page hasn't left. */
const leavingMs = 20_000

export function createAttempts(context: AttemptContext): Attempts {
  const { internals, getOrder } = context
  const { clock, gateway, randomId, fallback } = internals
  const ledger = createAttemptLedger(context)
  const { state, to, findOpen } = ledger
  /** The order that the shop said has changed: paying is blocked until the page shows another. */
  let outdated: Order | undefined
  const inquiry = createAttemptInquiry(internals)
  const outcome = createAttemptOutcome(context, ledger, inquiry, (order) => {
    outdated = order
  })
  let running: Promise<AttemptState> | undefined
  let stopWaiting: (() => void) | undefined
  let followed: RedirectAction | undefined
  let looks = 0

  const start = (run: () => Promise<AttemptState>): Promise<AttemptState> =>
    (running ??= run().finally(() => {
      running = undefined
    }))

  const block = (because: BlockedBecause): AttemptState => to({ status: 'blocked', because })

  const findBlock = (): BlockedBecause | undefined =>
    outdated === getOrder() ? 'order-changed' : context.findBlock()

  const findPayable = (): PaymentChannel | BlockedBecause => findBlock() ?? context.findChosen()

  async function pay({ before, blikCode: typed }: PayRequest): Promise<AttemptState> {
    const previous = state.getState()
    const order = getOrder()
    const chosen = findPayable()
    if (typeof chosen === 'string') return block(chosen)
    const blikCode = chosen.method === 'blik' ? typed : undefined
    if (blikCode !== undefined && !isBlikCode(blikCode)) return block('blik-code')
    to({ status: 'starting', channel: chosen })
    let goesOn: boolean | void = false
    try {
      goesOn = await before?.()
    } finally {
      if (goesOn === false) to(previous)
    }
    if (goesOn === false) return previous
    await takeTurn(() => {
      const channel = findPayable()
      if (typeof channel === 'string') return block(channel)
      // The shopper pressed "pay 100": a total that grew meanwhile must be seen first.
      if (!isSame(order, getOrder())) return block('order-changed')
      // Or chose another channel meanwhile: that is not what the button was pressed for.
      return channel.id === chosen.id ? { order, channel, blikCode } : to({ status: 'idle' })
    })
    return fallback === 'redirect' ? payByLink() : state.getState()
  }

  async function payByLink(): Promise<AttemptState> {
    const failed = state.getState()
    if (failed.status !== 'failed' || !failed.offersLink || findBlock()) return failed
    const order = getOrder()
    if (context.findFallback(failed.channel.method).length === 0) return failed
    to({ status: 'linking', channel: failed.channel })
    return takeTurn(() => {
      const because = isSame(order, getOrder()) ? findBlock() : 'order-changed'
      const visibleMethod = context.findFallback(failed.channel.method)
      if (because) return block(because)
      return visibleMethod.length > 0 ? { order, channel: hostedPage, visibleMethod } : to(failed)
    })
  }

  /**
   * Sends what `decide` says, once no other tab has a payment of this order on its way: what is chosen and shown is looked at when
   * the turn has come, for much may have happened while it waited.
   */
  async function takeTurn(decide: () => Sent | AttemptState): Promise<AttemptState> {
    const turn = await ledger.exclusively(async () => {
      await context.freshen()
      // Right before it is sent: where there are no locks, another tab may begin something at any time.
      const unended = await endImmediate()
      if (unended) return unended
      // Who has gone meanwhile wouldn't see what becomes of it.
      if (!ledger.isWatched()) return to({ status: 'idle' })
      const decided = decide()
      return 'status' in decided ? decided : send(decided)
    })
    if ('status' in turn) return turn
    const next = await outcome.settle(turn)
    stopWaiting?.()
    if (next.status === 'redirecting' && ledger.isWatched()) stopWaiting = clock.setTimer(resume, leavingMs)
    return next
  }

  /** What charges without a page, here or in another tab, must have ended before anything else may charge. */
  async function endImmediate(): Promise<AttemptState | undefined> {
    for (let open = findOpen(); open?.immediate; open = findOpen()) {
      const end = await inquiry.askAttempt(open)
      if (!end) return outcome.fail(open, 'attempt-open', 'unknown')
      if (end.status === 'paid') return outcome.finish(end.transactionId)
      ledger.forget(open)
    }
    return undefined
  }

  async function send({ order, channel, blikCode, visibleMethod }: Sent): Promise<Answered> {
    const immediate = isImmediate(channel.method, blikCode)
    const body = [channel.id, order.amount, order.currency, visibleMethod].join(' ')
    const open = findOpen()
    // The same again goes on with its key, so it can't become two payments.
    const again = open?.body === body && !immediate ? open : { key: randomId(), answered: false }
    const { key } = again
    const attempt = ledger.keep({
      ...again,
      orderId: order.id,
      body,
      channel,
      at: clock.now(),
      immediate,
    })
    const request = { order, idempotencyKey: key }
    const asked = visibleMethod
      ? gateway.createLink({ ...request, visibleMethod })
      : gateway.startPayment({ ...request, channel, blikCode })
    const answer = await asked.catch(loseAnswer(internals))
    if (!answer.ok || nameAnswer(answer) !== 'accepted') return { attempt, channel, order, answer }
    // Before another tab has its turn.
    const answered = ledger.keep({ ...attempt, transactionId: answer.value.id, answered: true })
    return { attempt: answered, channel, order, answer }
  }

  /** A reload, or another tab, left an attempt without a known end. */
  async function recall(found: OpenAttempt): Promise<AttemptState> {
    to({ status: 'checking', channel: ledger.channelOf(found) })
    // It may be on its way from another tab.
    const open = await ledger.exclusively(() => Promise.resolve(findOpen()))
    // Ended meanwhile; or nobody looks any more, and whoever does next recalls it again.
    if (!open || !ledger.isWatched()) return to({ status: 'idle' })
    return open.immediate ? outcome.inquire(open) : lookBack(open)
  }

  /** After a page was left for: who isn't paid finds it still open, or nothing; also where another tab has learnt its end. */
  async function lookBack(attempt: OpenAttempt | undefined): Promise<AttemptState> {
    const before = state.getState()
    looks += 1
    const end = await (attempt ? inquiry.askAttempt(attempt) : inquiry.askOrder(getOrder().id))
    looks -= 1
    const now = state.getState()
    // The shopper pays again meanwhile: that will end by itself. Or another look has found it paid.
    if (now !== before && (running || now.status === 'paid')) return now
    if (end?.status === 'paid') return outcome.finish(end.transactionId)
    if (end) ledger.forget(attempt)
    if (now !== before) return now
    if (end || !attempt?.answered) return to({ status: 'idle' })
    return before.status === 'open' ? before : to({ status: 'open', channel: ledger.channelOf(attempt) })
  }

  function resume(): void {
    const now = state.getState()
    if (running) {
      // What was asked for the page that left is asked again for this one.
      const again = (): void => {
        if (state.getState() === now) resume()
      }
      void running.then(again, again)
      return
    }
    const open = findOpen()
    const isAsked = now.status === 'confirming' || now.status === 'checking'
    if (now.status === 'redirecting' || now.status === 'open' || (isAsked && !open)) {
      // The page says up to four times that it is here again; the first look may have begun before it was left.
      if (looks < 2) void lookBack(open)
    } else if (open && isAsked) void start(() => outcome.inquire(open))
    else if (open && now.status === 'idle') void start(() => recall(open))
  }

  return {
    state: countListeners(state, () => {
      ledger.watch(true)
      resume()
      return () => {
        ledger.watch(false)
        outcome.stop()
        stopWaiting?.()
      }
    }),
    overhear: state.subscribe,
    takeMissed: ledger.takeMissed,
    pay: (request = {}) => {
      const now = state.getState()
      // On its way or over: there is nothing more to pay.
      if (now.status === 'redirecting' || now.status === 'transfer' || now.status === 'paid')
        return Promise.resolve(now)
      return start(() => pay(request))
    },
    payByLink: () => start(payByLink),
    follow: (action) => {
      if (followed !== action) internals.page.follow((followed = action))
    },
    dismiss: () => {
      if (!running) to({ status: 'idle' })
    },
    resume,
  }
}
