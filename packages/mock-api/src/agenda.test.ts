import { expect, it } from 'vitest'
import { createAgenda } from './agenda.ts'

function setUp() {
  let now = 1_000
  const agenda = createAgenda(() => now)
  const seen: string[] = []
  const note = (name: string) => (at: number) => {
    seen.push(`${name} due at ${at}`)
    return Promise.resolve()
  }
  const advanceTo = (at: number) => {
    now = at
    return agenda.runDue()
  }
  return { agenda, seen, note, advanceTo }
}

it('runs what is due in its order, and the rest not yet', async () => {
  const { agenda, seen, note, advanceTo } = setUp()
  agenda.add(1_300, note('third'))
  agenda.add(1_100, note('first'))
  agenda.add(1_200, note('second'))
  await advanceTo(1_299)
  expect(seen).toEqual(['first due at 1100', 'second due at 1200'])
  await advanceTo(1_300)
  expect(seen).toHaveLength(3)
  await advanceTo(9_000)
  expect(seen).toHaveLength(3)
})

it('starts it before it returns', () => {
  const { agenda, seen, note, advanceTo } = setUp()
  agenda.add(1_100, note('this'))
  void advanceTo(1_100)
  expect(seen).toHaveLength(1)
})

it('runs what becomes due by that, as often as it takes', async () => {
  const { agenda, seen, note, advanceTo } = setUp()
  const again = async (at: number): Promise<void> => {
    await note('again')(at)
    if (at < 1_500) agenda.add(at + 100, again)
  }
  agenda.add(1_100, again)
  await advanceTo(1_350)
  expect(seen).toEqual(['again due at 1100', 'again due at 1200', 'again due at 1300'])
})

it('waits for what another call has started', async () => {
  const { agenda, advanceTo } = setUp()
  let finish = () => {}
  let isDone = false
  agenda.add(1_100, () => new Promise<void>((resolve) => (finish = resolve)))
  void advanceTo(1_100)
  const second = agenda.runDue().then(() => (isDone = true))
  await Promise.resolve()
  expect(isDone).toBe(false)
  finish()
  await second
  expect(isDone).toBe(true)
})
