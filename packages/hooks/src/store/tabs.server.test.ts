// @vitest-environment node
import { expect, it, vi } from 'vitest'

it('touches nothing when it is imported', async () => {
  const touched: string[] = []
  for (const name of ['window', 'document', 'localStorage', 'BroadcastChannel', 'navigator']) {
    const known = Object.getOwnPropertyDescriptor(globalThis, name)
    Object.defineProperty(globalThis, name, { configurable: true, get: () => void touched.push(name) })
    vi.resetModules()
    await import('./tabs.ts')
    if (known) Object.defineProperty(globalThis, name, known)
    else Reflect.deleteProperty(globalThis, name)
  }
  expect(touched).toEqual([])
})

it('keeps, hears and says nothing on a server', async () => {
  expect(globalThis).not.toHaveProperty('window')
  const { createBrowserTabs } = await import('./tabs.ts')
  const browserTabs = createBrowserTabs()
  const opened = vi.spyOn(globalThis, 'BroadcastChannel')
  browserTabs.write('name', 'text')
  expect(browserTabs.read('name')).toBeUndefined()
  expect(browserTabs.names()).toEqual([])
  const stop = browserTabs.listen('name', () => undefined)
  browserTabs.post('name', 'text')
  stop()
  expect(opened).not.toHaveBeenCalled()
  expect(await browserTabs.exclusively('name', () => Promise.resolve('done'))).toBe('done')
})
