/** A request as it reached the shop's backend. */
export interface Arrival {
  readonly method: string
  readonly path: string
  /** Epoch milliseconds. */
  readonly at: number
  /** Of the answer, once there is one. */
  readonly status?: number
}

/** Stands before the handler of the payment routes: counts who comes, and can make lists wait. */
export interface FrontDoor {
  handle(request: Request): Promise<Response>
  arrivals(): readonly Arrival[]
  /** While it is shut, requests for a list are counted but not let in. */
  setShut(isShut: boolean): void
}

export function createFrontDoor(handler: (request: Request) => Promise<Response>): FrontDoor {
  const arrivals: Arrival[] = []
  let opened = Promise.resolve()
  let open = (): void => undefined
  return {
    async handle(request) {
      const { pathname } = new URL(request.url)
      const arrival = { method: request.method, path: pathname, at: Date.now() }
      const place = arrivals.push(arrival) - 1
      if (pathname.endsWith('/payment-methods')) await opened
      const response = await handler(request)
      arrivals[place] = { ...arrival, status: response.status }
      return response
    },
    arrivals: () => arrivals,
    setShut: (isShut) => {
      open()
      if (!isShut) return
      opened = new Promise((resolve) => {
        open = resolve
      })
    },
  }
}
