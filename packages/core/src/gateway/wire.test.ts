import { expect, it, vi } from 'vitest'
import { buildContext, buildFlatList, buildFlatRow } from '../../test/lists.ts'

it('reads foreign JSON without making functions from text, which a strict CSP reports', async () => {
  const made = vi.fn()
  const construct = (): never => {
    made()
    throw new EvalError('unsafe-eval')
  }
  vi.stubGlobal('Function', new Proxy(Function, { construct, apply: construct }))
  const { decodeCatalogue } = await import('./decode.ts')
  const { catalogue } = decodeCatalogue(buildFlatList(buildFlatRow('blik', 'blik')), buildContext())
  expect(catalogue.methods).toHaveLength(1)
  expect(made).not.toHaveBeenCalled()
})
