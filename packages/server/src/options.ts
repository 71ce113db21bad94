import { createOriginGuard, systemClock, TillkitError, type Clock } from '@tillkit/core'
import type { ServerEvent } from './events.ts'
import type { ShopHooks } from './order-port.ts'
import type { RateLimit } from './rate-limit.ts'
import { memoryStore, type SharedStore } from './shared-store.ts'

/** What a shop takes from imoje's panel, and which imoje it talks to. */
export interface ImojeOptions {
  /** The merchant's id. */
  readonly merchantId: string
  /** The id of the shop ("service") at imoje; no payment counts by a notification of another one. */
  readonly serviceId: string
  /** Signs notifications. */
  readonly serviceKey: string
  /** The bearer token of the RESTful API. */
  readonly token: string
  /** imoje's live API, or its sandbox. @defaultValue 'production' */
  readonly environment?: 'production' | 'sandbox'
  /** The API's origin instead of imoje's own, such as a mock's; `http:` only on loopback. */
  readonly apiUrl?: string
  /**
   * Where imoje sends notifications. imoje refuses `localhost` and ports, so by default none is sent with a payment where
   * `publicUrl` has one, and imoje uses the address set in its panel. Meant for a mock that takes any address.
   * @defaultValue `publicUrl` + `basePath` + `/notifications`
   */
  readonly notificationUrl?: string
}

/** What the handler is made with: the shop's own functions and its account at imoje. */
export interface PaymentsHandlerOptions extends ShopHooks {
  /** The shop's account at imoje. */
  readonly imoje: ImojeOptions
  /** The path under which the routes are mounted. @defaultValue '/api/payments' */
  readonly basePath?: string
  /** The origin under which shoppers reach the shop, such as `https://shop.example`. */
  readonly publicUrl: string
  /** Full origins, beside imoje's and the shop's own, that redirects and images may lead to. @defaultValue none */
  readonly trustedOrigins?: readonly string[]
  /**
   * Which of imoje's lists is asked: `service` has limits and images in one answer for all orders, `get-payment-methods` is
   * cut by imoje to the order.
   * @defaultValue 'service'
   */
  readonly source?: 'service' | 'get-payment-methods'
  /** Where attempts are recorded. Must be given when `NODE_ENV` is `production`. @defaultValue {@link memoryStore} */
  readonly store?: SharedStore
  /**
   * Whether the server itself asks imoje nothing for a while after a 502, 503 or 504, then sends one probe. `false` is for tests
   * of a page, and for shops whose proxy does this.
   * @defaultValue true
   */
  readonly gatewayCircuit?: boolean
  /** Tells the time, and runs timers. @defaultValue the machine's clock */
  readonly clock?: Clock
  /** Carries requests to imoje. @defaultValue the platform's `fetch` */
  readonly fetch?: typeof fetch
  /** Asked before anything is done for a request. @defaultValue no limit */
  readonly rateLimit?: RateLimit
  /** Takes what is worth logging; secrets are cut out. */
  readonly onEvent?: (event: ServerEvent) => void
}

/** The options with every gap filled in. */
export interface PaymentsSettings extends Required<
  Omit<PaymentsHandlerOptions, 'onEvent' | 'imoje' | 'rateLimit'>
> {
  readonly imoje: Pick<ImojeOptions, 'merchantId' | 'serviceId' | 'serviceKey' | 'token'>
  /** The API's address up to the merchant's id. */
  readonly apiBase: string
  readonly notificationUrl: string | undefined
  readonly rateLimit: RateLimit | undefined
  readonly onEvent: ((event: ServerEvent) => void) | undefined
}

const apiOrigins = { production: 'https://api.imoje.pl', sandbox: 'https://sandbox.api.imoje.pl' }

const known: ReadonlySet<string> = new Set<keyof PaymentsHandlerOptions>([
  'imoje',
  'basePath',
  'publicUrl',
  'trustedOrigins',
  'source',
  'resolveOrder',
  'authorize',
  'resolvePayment',
  'onPayment',
  'store',
  'gatewayCircuit',
  'clock',
  'fetch',
  'rateLimit',
  'onEvent',
])
const knownOfImoje: ReadonlySet<string> = new Set<keyof ImojeOptions>([
  'merchantId',
  'serviceId',
  'serviceKey',
  'token',
  'environment',
  'apiUrl',
  'notificationUrl',
])

/**
 * Checks the options once, at start-up, so that a mistake isn't found by a shopper.
 * @throws TillkitError `options-invalid`
 */
export function checkOptions(options: PaymentsHandlerOptions): PaymentsSettings {
  refuseUnknown(options, known, '')
  refuseUnknown(options.imoje, knownOfImoje, 'imoje.')
  const { imoje, basePath = '/api/payments', source = 'service', trustedOrigins = [] } = options
  for (const name of ['merchantId', 'serviceId', 'serviceKey', 'token'] as const)
    if (typeof imoje[name] !== 'string' || !/^[\x21-\x7e]+$/.test(imoje[name]))
      throw wrong(
        `imoje.${name} must be the text from imoje's panel, without spaces; it is missing or has another form.`,
      )
  for (const hook of ['resolveOrder', 'authorize', 'resolvePayment', 'onPayment'] as const)
    if (typeof options[hook] !== 'function')
      throw wrong(`${hook} must be a function: without it the shop's part of a payment is missing.`)
  for (const hook of ['rateLimit', 'onEvent'] as const)
    if (options[hook] !== undefined && typeof options[hook] !== 'function')
      throw wrong(`${hook} is ${show(options[hook])}: write a function, or leave it out.`)
  if (!/^(\/[\w.~-]+)+$/.test(basePath))
    throw wrong(
      `basePath is ${show(basePath)}: write a path such as '/api/payments', without a slash at the end.`,
    )
  if (source !== 'service' && source !== 'get-payment-methods')
    throw wrong(`source is ${show(source)}: write 'service' or 'get-payment-methods'.`)
  const { gatewayCircuit = true } = options
  if (typeof gatewayCircuit !== 'boolean')
    throw wrong(`gatewayCircuit is ${show(gatewayCircuit)}: write true or false.`)
  const publicUrl = checkOrigin(options.publicUrl, 'publicUrl')
  createOriginGuard(trustedOrigins)
  const { merchantId, serviceId, serviceKey, token } = imoje
  return {
    resolveOrder: (orderId, request) => options.resolveOrder(orderId, request),
    authorize: (request, orderId) => options.authorize(request, orderId),
    resolvePayment: (orderId) => options.resolvePayment(orderId),
    onPayment: (event) => options.onPayment(event),
    imoje: { merchantId, serviceId, serviceKey, token },
    apiBase: `${pickApiOrigin(imoje)}/v1/merchant`,
    notificationUrl: pickNotificationUrl(imoje.notificationUrl, publicUrl, basePath),
    basePath,
    publicUrl: publicUrl.origin,
    trustedOrigins: isSecure(publicUrl) ? [...trustedOrigins, publicUrl.origin] : trustedOrigins,
    source,
    gatewayCircuit,
    store: options.store ?? developmentStore(options.clock),
    clock: options.clock ?? systemClock,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    rateLimit: options.rateLimit,
    onEvent: options.onEvent,
  }
}

function refuseUnknown(given: unknown, names: ReadonlySet<string>, prefix: string): void {
  if (typeof given !== 'object' || given === null)
    throw wrong(`${prefix ? 'imoje' : 'The options'} must be an object; see PaymentsHandlerOptions.`)
  for (const name of Object.keys(given))
    if (!names.has(name))
      throw wrong(
        `There is no option ${prefix}${name}. Those there are: ${[...names].map((n) => prefix + n).join(', ')}.`,
      )
}

function pickApiOrigin({ environment = 'production', apiUrl }: ImojeOptions): string {
  if (!Object.hasOwn(apiOrigins, environment))
    throw wrong(`imoje.environment is ${show(environment)}: write 'production' or 'sandbox'.`)
  if (apiUrl === undefined) return apiOrigins[environment]
  const url = checkOrigin(apiUrl, 'imoje.apiUrl')
  if (!isSecure(url))
    throw wrong("imoje.apiUrl must be https: (http: only on loopback), for it is sent imoje's token.")
  return url.origin
}

function checkOrigin(given: unknown, name: string): URL {
  const url = typeof given === 'string' ? URL.parse(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw wrong(
      `${name} is ${show(given)}: write a full origin such as 'https://shop.example', without a path.`,
    )
  return url
}

function pickNotificationUrl(
  given: string | undefined,
  publicUrl: URL,
  basePath: string,
): string | undefined {
  if (given !== undefined && (!/^https?:\/\//.test(given) || !URL.canParse(given) || given.length > 300))
    throw wrong(
      `imoje.notificationUrl is ${show(given)}: write a full address of at most 300 characters, or leave it out.`,
    )
  // imoje refuses localhost and ports in a notification's address.
  const own = publicUrl.port === '' && !isLoopback(publicUrl)
  return given ?? (own ? `${publicUrl.origin}${basePath}/notifications` : undefined)
}

function developmentStore(clock: Clock | undefined): SharedStore {
  if (globalThis.process?.env.NODE_ENV === 'production')
    throw wrong(
      'store is missing: in production say where attempts are recorded. memoryStore() will do for one process, but not for several and not for serverless: there the same order could be charged twice.',
    )
  return memoryStore(clock)
}

const isLoopback = (url: URL): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)

const isSecure = (url: URL): boolean => url.protocol === 'https:' || isLoopback(url)

const wrong = (message: string): TillkitError => new TillkitError('options-invalid', message)

const show = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value))
