import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { blikOutcomes } from './blik-plan.ts'
import { faultFields } from './control-input.ts'
import { createMockImoje } from './index.ts'
import { scenarios } from './scenarios.ts'
import { startAt } from './shop.test.helper.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The rows of the table whose first column has this heading, as text. */
function tableOf(heading: string): string[][] {
  const lines = readme.split('\n')
  const cells = (line: string) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
  const first = lines.findIndex((line) => line.startsWith('|') && cells(line)[0] === heading)
  const rows = lines.slice(first + 2)
  return rows.slice(0, rows.indexOf('')).map(cells)
}

it('lists the scenarios as they are', () => {
  const rows = Object.entries(scenarios).map(([name, { says }]) => [`\`${name}\``, says])
  expect(tableOf('scenario')).toEqual(rows)
})

it('explains each property of a fault', () => {
  const names = Object.keys(faultFields).map((name) => `\`${name}\``)
  expect(tableOf('fault').map(([name]) => name)).toEqual(expect.arrayContaining(names))
  expect(tableOf('fault')).toHaveLength(names.length)
})

it('lists the outcomes of BLIK as they are', () => {
  const rows = Object.entries(blikOutcomes).map(([name, { says, end }]) => [
    `\`${name}\``,
    says,
    end ? `\`${end.status}\`` : '',
    end?.statusCode ? `\`${end.statusCode}\`` : '',
  ])
  expect(tableOf('outcome')).toEqual(rows)
})

it('answers behind an interceptor of fetch, as its recipe for MSW says', async () => {
  const mock = createMockImoje({ clock: { now: () => startAt } })
  const answer = ({ request }: { request: Request }) => mock.fetch(request).catch(() => Response.error())
  vi.stubGlobal('fetch', (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init)
    return request.url.startsWith('https://api.imoje.pl/') ? answer({ request }) : Promise.reject(new Error())
  })
  const { merchantId, serviceId, token } = mock.credentials
  const list = () =>
    fetch(`https://api.imoje.pl/v1/merchant/${merchantId}/service/${serviceId}`, {
      headers: { authorization: `Bearer ${token}` },
    })
  expect(await (await list()).json()).toMatchObject({ service: { id: serviceId } })
  mock.addFault({ match: {}, drop: true })
  expect((await list()).type).toBe('error')
})
