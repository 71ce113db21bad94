import { mustBeProblem, mustHoldOnly, mustSucceed, pickText } from './answer.ts'
import type { Bench } from './bench.ts'
import type { Theme } from './check.ts'
import { demand } from './finding.ts'
import { mustHaveSent } from './theme-payments.ts'

export const links: Theme = {
  name: 'links',
  checks: [
    {
      name: 'link',
      says: 'A payment link is made once, and only id and url of it pass.',
      async run(bench) {
        const answer = await bench.link()
        mustSucceed(answer)
        pickText(answer, 'payment', 'url')
        mustHoldOnly(answer, ['payment.id', 'payment.url'])
        await mustHaveSent(bench, 1)
      },
    },
    {
      name: 'link-shows-what-was-asked',
      says: 'visibleMethod and preselectMethodCode reach imoje as they were asked for.',
      async run(bench) {
        mustSucceed(await bench.link({ visibleMethod: ['card'], preselectMethodCode: 'ecom3ds' }))
        const [sent] = await bench.sent('create-payment')
        const seen = `${sent?.paymentMethod ?? 'nothing'}/${sent?.paymentMethodCode ?? 'nothing'}`
        demand(seen === 'card/ecom3ds', `imoje was asked for ${seen}; expected card/ecom3ds.`)
      },
    },
    {
      name: 'link-without-methods',
      says: 'An empty visibleMethod, which means everything to imoje, is refused.',
      run: (bench) => mustRefuse(bench, { visibleMethod: [] }),
    },
    {
      name: 'link-with-unknown-method',
      says: 'A method that imoje’s links don’t know is refused.',
      run: (bench) => mustRefuse(bench, { visibleMethod: ['card', 'ing'] }),
    },
    {
      name: 'link-with-empty-preselection',
      says: 'An empty preselectMethodCode is refused.',
      run: (bench) => mustRefuse(bench, { preselectMethodCode: '' }),
    },
  ],
}

async function mustRefuse(bench: Bench, change: object): Promise<void> {
  mustBeProblem(await bench.link(change), [400, 422])
  await mustHaveSent(bench, 0)
}
