import type { AnswerName, ProblemType } from '../../../packages/core/src/index.ts'

/** Every name of the answer table, imoje's and the network's, in the words of a sentence; the shop's own answers are `ProblemType`s. */
export const imojeAnswers: Readonly<Record<Exclude<AnswerName, ProblemType>, string>> = {
  accepted: 'success',
  rejected: 'a success whose transaction is over at once',
  '400': '400',
  '401': '401',
  '403': '403',
  '404': '404',
  '406': '406',
  '422': '422',
  '429': '429',
  '4xx': 'any other 4xx',
  '500': '500',
  '502': '502',
  '503': '503',
  '504': '504',
  '5xx': 'any other 5xx',
  timeout: 'no answer in time',
  lost: 'the connection broke',
  offline: 'the browser is offline',
  unreadable: 'a success that can’t be read',
}

export type ImojeAnswer = keyof typeof imojeAnswers

/** In the order of the record above. */
export const imojeAnswerNames: readonly ImojeAnswer[] = (Object.keys(imojeAnswers) as ImojeAnswer[]).toSorted(
  (a, b) => rank(a) - rank(b),
)

/** Successes, then statuses, then silence. A record sorts its numbers to the front. */
function rank(name: ImojeAnswer): number {
  if (name === 'accepted' || name === 'rejected') return 0
  const status = Number(name.replaceAll('x', '9'))
  return Number.isNaN(status) ? 1_000 : status
}

/** "406", or "500 or any other 5xx": the answers of which something is so. */
export const listAnswers = (isSo: (name: ImojeAnswer) => boolean): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    imojeAnswerNames.filter(isSo).map((name) => imojeAnswers[name]),
  )
