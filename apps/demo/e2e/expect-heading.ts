import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits for a heading, and counts as an assertion. */
export async function expectHeading(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { name, exact: true })
  await heading.waitFor()
  expect(await heading.innerText()).toBe(name)
}
