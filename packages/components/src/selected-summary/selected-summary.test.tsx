import { expect, it } from 'vitest'
import { MessagesProvider } from '../messages/messages-provider.tsx'
import { en } from '../messages/en.ts'
import { MethodList } from '../method-list/method-list.tsx'
import { PickerRoot } from '../picker-root/picker-root.tsx'
import { click, radio, showPicker } from '../testing/show-picker.tsx'
import { SelectedSummary } from './selected-summary.tsx'

const parts = (
  <MessagesProvider messages={en}>
    <PickerRoot extras={{ 'pbl/mtransfer': { fee: 'no fee' } }}>
      <SelectedSummary />
      <MethodList />
    </PickerRoot>
  </MessagesProvider>
)

it('says what is chosen, of which method, and what it costs', async () => {
  const { container } = await showPicker({ parts })
  const summary = (): Element | null => container.querySelector('.till-summary')
  expect(summary()).toBeNull()
  await click(radio('Online bank transfer'))
  expect(summary()).toBeNull()
  await click(radio('mBank'))
  expect(
    [...summary()!.querySelectorAll('.till-row__text > *, .till-row__fee')].map((e) => e.textContent),
  ).toEqual(['mBank', 'Online bank transfer', 'no fee'])
  await click(radio('BLIK'))
  expect(summary()?.querySelector('.till-row__text')?.textContent).toBe(
    "BLIKWith a code from your bank's app",
  )
  expect(summary()?.getAttribute('data-channel')).toBe('blik/blik')
})
