import { TillkitError } from '@tillkit/hooks'
import { render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createTestPicker } from '../testing/create-test-picker.tsx'
import { MessagesProvider, useMessages } from './messages-provider.tsx'
import { pl } from './pl.ts'

const Heading = (): React.ReactElement => <h2>{useMessages().t('legend')}</h2>

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { message: '' }

  static getDerivedStateFromError = ({ message }: Error): { readonly message: string } => ({ message })

  override render(): ReactNode {
    return this.state.message || this.props.children
  }
}

describe('MessagesProvider', () => {
  it("loads the language of the provider's locale and shows the fallback meanwhile", async () => {
    const parts = (
      <MessagesProvider fallback="…">
        <Heading />
      </MessagesProvider>
    )
    const { container } = render(createTestPicker({ parts, locale: 'pl-PL' }).ui)
    expect(container.textContent).toBe('…')
    expect(await screen.findByRole('heading', {}, { timeout: 50_000 })).toHaveProperty(
      'textContent',
      pl.legend,
    )
  })

  it('uses a whole language at once, on a server too', () => {
    const parts = (
      <MessagesProvider messages={pl}>
        <Heading />
      </MessagesProvider>
    )
    expect(renderToString(createTestPicker({ parts, locale: 'pl' }).ui)).toContain(pl.legend)
  })

  it('replaces single sentences and keeps the others', async () => {
    const parts = (
      <MessagesProvider messages={{ legend: 'Twoja kolej' }}>
        <Heading />
      </MessagesProvider>
    )
    render(createTestPicker({ parts, locale: 'pl' }).ui)
    expect(await screen.findByRole('heading', { name: 'Twoja kolej' }, { timeout: 50_000 })).toBeTruthy()
  })

  it.each([
    ['single sentences', { 'reason.from': 'Od {tme}.' }],
    ['a whole language', { ...pl, 'reason.from': 'Od {tme}.' }],
  ])('says which placeholder there is, in %s', async (_, messages) => {
    const parts = (
      <Boundary>
        <MessagesProvider messages={messages}>
          <Heading />
        </MessagesProvider>
      </Boundary>
    )
    render(createTestPicker({ parts, locale: 'pl' }).ui, { onCaughtError: () => undefined })
    expect(await screen.findByText(/Write \{time\} instead/, {}, { timeout: 50_000 })).toBeTruthy()
  })

  it('says what to write when it is missing', () => {
    expect(() => renderToString(<Heading />)).toThrow(TillkitError)
  })
})
