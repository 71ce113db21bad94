import { isProblemType, type ProblemType } from '@tillkit/core'
import { demand, Finding } from './finding.ts'

/** What the backend said to one request. */
export interface Answer {
  /** Such as `POST /transactions`. */
  readonly asked: string
  readonly status: number
  /** The content type without its parameters. */
  readonly media: string
  readonly headers: Headers
  readonly text: string
  /** The parsed JSON; nothing where there is none. */
  readonly body: unknown
}

export async function readAnswer(asked: string, response: Response): Promise<Answer> {
  const { status, headers } = response
  const text = await response.text()
  const [media = ''] = (headers.get('content-type') ?? '').split(';')
  return { asked, status, media: media.trim().toLowerCase(), headers, text, body: parse(text) }
}

/** What is said in a body, by names from the outside in; nothing where it isn't there. */
export function pick(body: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) => (isRecord(part) && Object.hasOwn(part, name) ? part[name] : undefined),
    body,
  )
}

/** As {@link pick}, for what has to be a text. @throws Finding */
export function pickText(answer: Answer, ...path: readonly string[]): string {
  const value = pick(answer.body, ...path)
  if (typeof value === 'string' && value !== '') return value
  throw new Finding(`${show(answer)} has no text at ${path.join('.')}.`)
}

/** The answer in one line of a report. */
export const show = ({ asked, status, media, text }: Answer): string =>
  `${asked} answered ${status} ${media || 'without a content type'} ${text.slice(0, 160).replaceAll(/\s+/g, ' ')}`.trim()

/** @throws Finding where it isn't imoje's own success, passed on */
export function mustSucceed(answer: Answer): void {
  demand(answer.status === 200 || answer.status === 201, `${show(answer)}; expected 200.`)
  demand(answer.media === 'application/json', `${show(answer)}; expected application/json.`)
}

/** @throws Finding where it isn't imoje's own answer with this status, passed on */
export function mustPass(answer: Answer, status: number): void {
  demand(answer.status === status, `${show(answer)}; imoje said ${status}, and its statuses pass unchanged.`)
  const why = "what imoje says isn't application/problem+json, which is the shop's own"
  demand(answer.media === 'application/json', `${show(answer)}; ${why}.`)
}

/** @throws Finding where it isn't the shop's own answer of this type, or with one of these statuses */
export function mustBeProblem(answer: Answer, expected: ProblemType | readonly number[]): void {
  demand(answer.media === 'application/problem+json', `${show(answer)}; expected application/problem+json.`)
  if (typeof expected === 'string') {
    const type = pick(answer.body, 'type')
    demand(type === expected, `${show(answer)}; expected the type ${expected}.`)
    demand(answer.status >= 400, `${show(answer)}; a problem has a status of 400 or more.`)
  } else demand(expected.includes(answer.status), `${show(answer)}; expected ${expected.join(' or ')}.`)
}

/** @throws Finding where something in the value isn't named by `allowed`, in which `*` stands for the entries of a list */
export function mustHoldOnly(answer: Answer, allowed: readonly string[], value: unknown = answer.body): void {
  const extra = [...pathsOf(value)].find((path) => !allowed.includes(path))
  demand(extra === undefined, `${answer.asked} answered with “${extra}”, which must not pass to a browser.`)
}

export const isKnownProblem = ({ body }: Answer): boolean => {
  const type = pick(body, 'type')
  return typeof type === 'string' && isProblemType(type)
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The path of every plain value. */
function* pathsOf(value: unknown, at: readonly string[] = []): Generator<string> {
  if (!isRecord(value)) yield at.join('.')
  else
    for (const [name, part] of Object.entries(value))
      yield* pathsOf(part, [...at, Array.isArray(value) ? '*' : name])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
