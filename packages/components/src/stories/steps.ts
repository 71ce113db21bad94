import { expect, userEvent, waitFor, within } from 'storybook/test'

/** A pointer and keyboard without pauses between their steps. */
const user = userEvent.setup({ delay: null })

export async function choose(page: HTMLElement, ...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await user.click(await within(page).findByRole('radio', { name }))
}

export async function pay(page: HTMLElement, name: RegExp = /^(Pay|Zapłać).*\d/): Promise<void> {
  await user.click(await within(page).findByRole('button', { name }))
}

export async function see(page: HTMLElement, text: string | RegExp): Promise<void> {
  const [first] = await within(page).findAllByText(text, undefined, { timeout: 50_000 })
  // What has just opened is still fading in.
  await waitFor(() => expect(first).toBeVisible())
}
