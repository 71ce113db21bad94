import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { scenarioNames } from './index.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function run(...args: string[]) {
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn(process.execPath, [fileURLToPath(new URL('cli.ts', import.meta.url)), ...args], { env })
  children.push(child)
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, text }))
  })
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/[\d.:]+/.exec(text)
      if (found) resolve(found[0])
    })
  })
  return { child, ended, address }
}

it('explains itself and names every scenario', async () => {
  const { code, text } = await run('--help').ended
  expect(code).toBe(0)
  for (const name of scenarioNames) expect(text).toContain(name)
})

it('serves the scenario and seed it was given until it is told to end', async () => {
  const { child, ended, address } = run('--port', '0', '--scenario', 'empty', '--seed', '7')
  const state: unknown = await (await fetch(`${await address}/__control/state`)).json()
  expect(state).toMatchObject({ scenario: 'empty', seed: 7 })
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

it.each([
  ['--scenario', 'doom', '--scenario must be one of calm'],
  ['--port', 'x', '--port must be a whole number'],
  ['--what', 'ever', '--what'],
])('ends with a sentence and a code after %s %s', async (option, value, sentence) => {
  const { code, text } = await run(option, value).ended
  expect(code).toBe(1)
  expect(text).toContain(sentence)
})
