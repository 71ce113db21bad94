/** Makes the answer that all would be well with. */
export type Well = () => Response

/** What goes wrong with one request, at the level of bytes. */
type Fault = (well: Well, signal: AbortSignal) => Response | Promise<Response>

const half = (text: string): string => text.slice(0, Math.floor(text.length / 2))

/** A proxy's own page. */
const html = (status: number): Response =>
  new Response('<html><body><h1>Something is not right here.</h1></body></html>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })

/** An error of imoje's, as contract A passes it on. */
const json = (status: number): Response => {
  const errors = status === 422 ? [{ property: 'customer.email', message: 'is not allowed' }] : undefined
  return new Response(JSON.stringify({ code: `IMOJE-${status}`, message: 'for developers', errors }), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}

/** The headers come, and half of the body; then the connection is lost. */
async function drop(well: Well): Promise<Response> {
  const answer = well()
  const bytes = new TextEncoder().encode(half(await answer.text()))
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      if (isSent) stream.error(new TypeError('terminated'))
      else stream.enqueue(bytes)
      isSent = true
    },
  })
  return new Response(body, { status: answer.status, headers: answer.headers })
}

/** Everything that a request can meet. `HTML` after a status: imoje's status with a proxy's page for a body. */
export const faults = {
  '200': (well) => well(),
  truncated: async (well) => {
    const { status, headers, text } = await readWhole(well())
    return new Response(half(text), { status, headers })
  },
  HTML: () => html(200),
  '400': () => json(400),
  '400 HTML': () => html(400),
  '401': () => json(401),
  '401 HTML': () => html(401),
  '403': () => json(403),
  '403 HTML': () => html(403),
  '404': () => json(404),
  '404 HTML': () => html(404),
  '406': () => json(406),
  '406 HTML': () => html(406),
  '422': () => json(422),
  '422 HTML': () => html(422),
  '429': () => json(429),
  '429 HTML': () => html(429),
  '500': () => json(500),
  '500 HTML': () => html(500),
  '502': () => json(502),
  '502 HTML': () => html(502),
  '503': () => json(503),
  '503 HTML': () => html(503),
  '504': () => json(504),
  '504 HTML': () => html(504),
  refused: () => Promise.reject(new TypeError('fetch failed')),
  dropped: drop,
  hangs: (_, signal) => hang(signal),
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof faults

export const faultNames: readonly FaultName[] = Object.keys(faults) as FaultName[]

/** Nothing comes, until the kit gives up. */
export const hang = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

async function readWhole(answer: Response) {
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
