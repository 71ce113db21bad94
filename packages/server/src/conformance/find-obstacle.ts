import { pick, show } from './answer.ts'
import { createBench, type BenchOptions } from './bench.ts'
import { explain } from './finding.ts'

/** Why the checks would say nothing about the backend, in a sentence that says what to do; nothing where they can begin. */
export async function findObstacle(options: BenchOptions): Promise<string | undefined> {
  const benches = options.orders.map((orderId) => createBench(options, orderId, []))
  const [bench] = benches
  if (!bench) return 'There is no order to check with: give --order.'
  try {
    await bench.mock.calm()
  } catch (error) {
    return `The imitation of imoje can't be driven at ${options.mock}: ${explain(error)}. Start tillkit-mock-api and give its address as --mock.`
  }
  try {
    const list = await bench.list()
    if (list.status !== 200)
      return `${show(list)}. The order has to be one that the caller may pay; who the caller is, --cookie says.`
    for (const { orderId, payment } of benches)
      if (pick((await payment()).body, 'status') === 'paid')
        return `The order ${orderId} is paid already: give one that isn't.`
  } catch (error) {
    return `The backend doesn't answer at ${options.endpoint}: ${explain(error)}.`
  }
  return undefined
}
