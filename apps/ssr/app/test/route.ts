import type { ScenarioName } from '@tillkit/mock-api'
import { closeShop, openShop } from '../../lib/shop.ts'

/** What a test changes: how imoje behaves, and whether requests for a list wait at the shop's door. */
export interface ShopChange {
  readonly scenario?: ScenarioName
  readonly isShut?: boolean
}

export const dynamic = 'force-dynamic'

/** Every request under the kit's own paths so far. */
export function GET(request: Request): Response {
  return Response.json(openShop(new URL(request.url).origin).door.arrivals())
}

export async function PUT(request: Request): Promise<Response> {
  const { scenario, isShut } = (await request.json()) as ShopChange
  const { door, setScenario } = openShop(new URL(request.url).origin)
  if (scenario) setScenario(scenario)
  if (isShut !== undefined) door.setShut(isShut)
  return new Response(null, { status: 204 })
}

export function DELETE(): Response {
  closeShop()
  return new Response(null, { status: 204 })
}
