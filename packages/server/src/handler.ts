import { createOriginGuard, decodeCatalogue, type Catalogue } from '@tillkit/core'
import { createAttemptRecord } from './attempt-record.ts'
import { createBreaker } from './breaker.ts'
import { createCancelLinks } from './cancel-links.ts'
import { createEmit, createRedact, messageOf } from './events.ts'
import { createGatewayCircuit } from './gateway-circuit.ts'
import { guardClient } from './guarded-client.ts'
import { createImojeClient } from './imoje-client.ts'
import { createMethodList } from './method-list.ts'
import { createTakeNotification } from './notifications.ts'
import { createObservations } from './observations.ts'
import { checkOptions, type PaymentsHandlerOptions } from './options.ts'
import { createReadOrderPayment } from './order-payment.ts'
import { createRefuseTooMany } from './rate-limit.ts'
import { createReadPayment } from './read-payment.ts'
import { Refusal } from './refusal.ts'
import { buildProblem, buildResponse } from './reply.ts'
import { decodeListQuery } from './request-fields.ts'
import { createRoutes } from './routes.ts'
import { createSettlement } from './settlement.ts'
import { guardStore } from './shared-store.ts'
import { createStartPayment } from './start-payment.ts'
import { watchHooks } from './watch-hooks.ts'

/** The shop's payments: what browsers and imoje ask over HTTP, and the list for the first HTML. */
export interface PaymentsServer {
  /** Answers every request under `basePath`. Never rejects. */
  handle(request: Request): Promise<Response>
  /**
   * The list for `<PaymentsProvider initialCatalogue={…}>`, plain JSON, for the caller of `request` (the page's own).
   * @param locale the language of channels' names, where `source` has any. @defaultValue 'en'
   * @returns nothing where the caller may not see the order or the list can't be had; the page then asks for it itself
   */
  loadCatalogue(request: Request, orderId: string, locale?: string): Promise<Catalogue | undefined>
}

/** The longest that a rest told by the shop's own breaker is believed, in milliseconds. */
const longestRestMs = 30 * 60_000

/**
 * Makes the handler that keeps imoje's secrets (contract A).
 * @throws TillkitError `options-invalid`
 */
export function createPaymentsServer(options: PaymentsHandlerOptions): PaymentsServer {
  const settings = checkOptions(options)
  const { imoje, clock, publicUrl, trustedOrigins, source, notificationUrl } = settings
  const redact = createRedact(Object.values(imoje))
  const emit = createEmit(settings.onEvent, clock, redact)
  const hooks = watchHooks(settings, emit)
  const store = guardStore(settings.store, clock, emit)
  const observations = createObservations(store, clock)
  const gateway = settings.gatewayCircuit
    ? createGatewayCircuit({ observations, store, clock, emit })
    : undefined
  const breaker = createBreaker({ observations, clock, emit })
  const plainClient = createImojeClient({ ...settings, emit })
  const client = gateway ? guardClient(plainClient, gateway, clock) : plainClient
  const record = createAttemptRecord(store, clock)
  const methods = createMethodList({ client, source, observations, breaker, gateway, clock, emit, redact })
  const { onPayment, resolvePayment } = hooks
  const cancelLinks = createCancelLinks({ record, client, clock })
  const settlement = createSettlement({
    record,
    client,
    cancelLinks,
    onPayment,
    serviceId: imoje.serviceId,
    clock,
    emit,
  })
  const readPayment = createReadPayment({
    trustedOrigins,
    emit,
    redact,
    onFailure: (status) => methods.noteStatus(status),
  })
  const startPayment = createStartPayment({
    record,
    client,
    gateway,
    breaker,
    settlement,
    readPayment,
    resolvePayment,
    notificationUrl,
    serviceKey: imoje.serviceKey,
    clock,
  })
  const answer = createRoutes({
    basePath: settings.basePath,
    publicUrl,
    hooks,
    record,
    client,
    methods,
    settlement,
    startPayment,
    readOrderPayment: createReadOrderPayment({ record, settlement, cancelLinks, resolvePayment }),
    takeNotification: createTakeNotification({ imoje, record, settlement, emit }),
    refuseTooMany: createRefuseTooMany(settings.rateLimit, emit),
    clock,
    emit,
    redact,
  })
  const guard = createOriginGuard(trustedOrigins)
  let born: Promise<unknown> | undefined

  return {
    async handle(request) {
      // A store's age counts from the first request, not from the first question that depends on it.
      await (born ??= record.isYoung().catch(() => undefined))
      try {
        return buildResponse(await answer(request))
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal('internal')
        if (error instanceof Refusal) {
          const { field } = refusal.details
          emit({
            type: 'request-refused',
            problem: refusal.type,
            status: refusal.status,
            ...(field === undefined ? {} : { field }),
          })
        } else emit({ type: 'internal-error', message: messageOf(error) })
        return buildProblem(refusal)
      }
    },

    async loadCatalogue(request, orderId, locale = 'en') {
      try {
        const query = decodeListQuery(new URLSearchParams({ orderId, locale }))
        if (!(await hooks.authorize(request, orderId))) return undefined
        const order = await hooks.resolveOrder(orderId, request)
        if (!order) return undefined
        const requestedAt = clock.now()
        const { status, headers, body } = await methods.read(order, query)
        if (status !== 200) return undefined
        return decodeCatalogue(body, {
          currency: order.currency,
          requestedAt,
          arrivedAt: clock.now(),
          ageMs: Number(headers.age ?? 0) * 1_000,
          longestRestMs,
          guard,
        }).catalogue
      } catch (error) {
        if (!(error instanceof Refusal)) emit({ type: 'internal-error', message: messageOf(error) })
        return undefined
      }
    },
  }
}

/**
 * Makes the handler alone, to be mounted under `basePath` of any server that speaks `Request` and `Response`.
 * @throws TillkitError `options-invalid`
 * @example
 * ```ts
 * export const handler = createPaymentsHandler({ imoje, publicUrl, resolveOrder, authorize, resolvePayment, onPayment })
 * ```
 */
export const createPaymentsHandler = (
  options: PaymentsHandlerOptions,
): ((request: Request) => Promise<Response>) => createPaymentsServer(options).handle
