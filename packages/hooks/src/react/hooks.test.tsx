import { TillkitError, type ChannelId } from '@tillkit/core'
import { act, render, renderHook, screen } from '@testing-library/react'
import { memo, Profiler, StrictMode, type ReactElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { AttemptState } from '../client/attempt-state.ts'
import { createCheckoutKit, testOrder, type CheckoutKit } from '../../test/checkout-kit.ts'
import { gatherRejections } from '../../test/rejections.ts'
import { useChanges, type Changes } from './use-changes.ts'
import { PaymentsProvider, type PaymentsProviderProps } from './payments-provider.tsx'
import { useAvailability, useAvailabilityOrder, useMethodAvailability } from './use-availability.ts'
import { useCountdown } from './use-countdown.ts'
import { useGatewayStatus } from './use-gateway-status.ts'
import { useLocale } from './use-locale.ts'
import { useOrder } from './use-order.ts'
import { useAttempt, usePay, type UsePayOptions } from './use-pay.ts'
import { usePaymentMethods } from './use-payment-methods.ts'
import { useIsChosen, useIsOpen, usePaymentSelection } from './use-payment-selection.ts'
import { usePaymentsEvent } from './use-payments-event.ts'
import { useReport } from './use-report.ts'

const MINUTE = 60_000

const within =
  (kit: CheckoutKit, props: Partial<PaymentsProviderProps> = {}) =>
  ({ children }: { readonly children: ReactNode }): ReactElement => (
    <StrictMode>
      <PaymentsProvider client={kit.client} order={testOrder} {...props}>
        {children}
      </PaymentsProvider>
    </StrictMode>
  )

const advance = (kit: CheckoutKit, ms = 0): Promise<void> => act(() => kit.clock.advance(ms))

async function mounted<Value>(use: () => Value, kit = createCheckoutKit(), props = {}) {
  const hook = renderHook(use, { wrapper: within(kit, props) })
  await advance(kit)
  return { kit, ...hook }
}

describe('usePaymentMethods', () => {
  it('goes from loading to the list with one request, under StrictMode', async () => {
    const kit = createCheckoutKit()
    const { result } = renderHook(usePaymentMethods, { wrapper: within(kit) })
    expect(result.current.status).toBe('loading')
    await advance(kit)
    expect(result.current.methods.map(({ id }) => id)).toEqual(['blik', 'pbl', 'card', 'imoje_paylater'])
    expect(kit.gateway.requests).toHaveLength(1)
  })

  it('says why there is no list', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(404)
    const { result } = await mounted(usePaymentMethods, kit)
    expect(result.current).toMatchObject({ status: 'failed', failure: { name: '404' } })
    await act(() => result.current.refresh())
    expect(result.current).toMatchObject({ status: 'ready', failure: undefined })
  })
})

describe('availability', () => {
  it('of one channel is a re-render of one row', async () => {
    const kit = createCheckoutKit()
    const commits = new Map<string, number>()
    const Row = ({ id }: { readonly id: ChannelId }): ReactElement => (
      <Profiler id={id} onRender={() => commits.set(id, (commits.get(id) ?? 0) + 1)}>
        <Status id={id} />
      </Profiler>
    )
    const ids = ['blik/blik', 'pbl/mtransfer', 'pbl/ipko', 'ing/ing', 'card/ecom3ds'] as const
    const Failure = (): ReactElement => {
      const report = useReport()
      return (
        <button type="button" onClick={() => report('pbl/mtransfer', { status: 500 })}>
          fail
        </button>
      )
    }
    render(
      <PaymentsProvider client={kit.client} order={testOrder}>
        {ids.map((id) => (
          <Row key={id} id={id} />
        ))}
        <Failure />
      </PaymentsProvider>,
    )
    await advance(kit)
    commits.clear()
    act(() => screen.getByText('fail').click())
    expect(screen.getByText('pbl/mtransfer coolingDown')).toBeTruthy()
    expect([...commits]).toEqual([['pbl/mtransfer', 1]])
  })

  it('of a method is its best channel’s; what works comes first, unless ranked otherwise', async () => {
    const banks = ['pbl/mtransfer', 'pbl/ipko', 'ing/ing'] as const
    const { kit, result } = await mounted(() => ({
      method: useMethodAvailability('pbl').status,
      order: useAvailabilityOrder(banks),
      reversed: useAvailabilityOrder(banks, ({ status }) => (status === 'available' ? 1 : 0)),
      methods: useAvailabilityOrder(['pbl', 'blik']),
      report: useReport(),
      unknown: useAvailability('pbl/nobody').status,
    }))
    expect(result.current).toMatchObject({
      method: 'available',
      order: ['pbl/mtransfer', 'pbl/ipko', 'ing/ing'],
      unknown: 'hidden',
    })
    act(() => result.current.report('pbl/mtransfer', { status: 500 }))
    expect(result.current.order).toEqual(['pbl/ipko', 'ing/ing', 'pbl/mtransfer'])
    expect(result.current.reversed).toEqual(['pbl/mtransfer', 'pbl/ipko', 'ing/ing'])
    expect(result.current.methods).toEqual(['pbl', 'blik'])
    act(() => {
      result.current.report('pbl/ipko', { status: 500 })
      result.current.report('ing/ing', { status: 500 })
    })
    expect(result.current.method).toBe('coolingDown')
    expect(result.current.methods).toEqual(['blik', 'pbl'])
    await advance(kit, 5 * MINUTE)
    expect(result.current.method).toBe('trial')
  })

  it('keeps its reference while the answer is the same', async () => {
    const { kit, result } = await mounted(() => useAvailability('blik/blik'))
    const before = result.current
    await advance(kit, MINUTE)
    expect(result.current).toBe(before)
  })
})

describe('usePaymentSelection', () => {
  it('chooses what can be used and keeps what went down, unusable', async () => {
    const { result } = await mounted(() => ({
      selection: usePaymentSelection(),
      isChosen: useIsChosen('pbl/ipko'),
      isOpen: useIsOpen('pbl'),
      report: useReport(),
    }))
    act(() => void result.current.selection.choose('pbl/ipko'))
    expect(result.current).toMatchObject({ isChosen: true, isOpen: true, selection: { isUsable: true } })
    act(() => result.current.report('pbl/ipko', { status: 500 }))
    expect(result.current.selection).toMatchObject({ channel: { id: 'pbl/ipko' }, isUsable: false })
  })
})

describe('usePay', () => {
  const use = (options: UsePayOptions) => () => ({
    ...usePay(options),
    seen: useAttempt(),
    choose: usePaymentSelection().choose,
  })

  it('leaves for the payment’s page, once, though two parts of the page pay', async () => {
    const { kit, result } = await mounted(() => {
      usePay()
      return use({})()
    })
    act(() => void result.current.choose('blik/blik'))
    await act(async () => void (await result.current.pay()))
    expect(kit.page.followed).toHaveLength(1)
    expect(result.current.seen).toBe(result.current.state)
  })

  it('lets the host lead the shopper there', async () => {
    const onRedirect = vi.fn()
    const { kit, result } = await mounted(use({ onRedirect }))
    act(() => void result.current.choose('blik/blik'))
    await act(async () => void (await result.current.pay()))
    expect(onRedirect).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ type: 'redirect' }))
    expect(kit.page.followed).toHaveLength(0)
  })

  it('takes nobody to a bank who left the page while the request was under way', async () => {
    const { kit, result, unmount } = await mounted(use({}))
    act(() => void result.current.choose('blik/blik'))
    const { startPayment } = kit.gateway
    let answer: (() => void) | undefined
    kit.gateway.startPayment = async (request) => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return startPayment(request)
    }
    let paying: Promise<AttemptState> | undefined
    act(() => {
      paying = result.current.pay()
    })
    await advance(kit)
    unmount()
    answer?.()
    await kit.clock.advance(0)
    expect((await paying)?.status).toBe('redirecting')
    expect(kit.page.followed).toHaveLength(0)
    expect(kit.clock.timers()).toBe(0)
  })

  it('goes on asking about a BLIK payment while only the shop’s own part of the page looks', async () => {
    const kit = createCheckoutKit()
    const onPaid = vi.fn()
    const Picker = (): ReactElement => {
      const { choose } = usePaymentSelection()
      return (
        <button type="button" onClick={() => choose('blik/blik')}>
          {usePaymentMethods().status}
        </button>
      )
    }
    const Page = (): ReactElement => {
      const { pay, state } = usePay({ onPaid })
      return state.status === 'confirming' ? (
        <p>confirm in your app</p>
      ) : (
        <>
          <Picker />
          <button type="button" onClick={() => void pay({ blikCode: '123456' })}>
            pay
          </button>
        </>
      )
    }
    render(<Page />, { wrapper: within(kit) })
    await advance(kit)
    act(() => screen.getByRole('button', { name: 'ready' }).click())
    act(() => screen.getByRole('button', { name: 'pay' }).click())
    await advance(kit)
    screen.getByText('confirm in your app')
    kit.gateway.script.transaction.push({ status: 'settled' })
    await advance(kit, 2_000)
    expect(onPaid).toHaveBeenCalledOnce()
  })

  it('tells who comes back that the order was found paid while nobody looked', async () => {
    const onPaid = vi.fn()
    const kit = createCheckoutKit()
    const checkout = await mounted(use({ onPaid }), kit)
    const Shown = ({ isOpen }: { readonly isOpen: boolean }): ReactElement => (isOpen ? <Payer /> : <p />)
    const Payer = (): ReactElement => {
      const { pay } = usePay({ onPaid })
      const { choose } = usePaymentSelection()
      return (
        <button
          type="button"
          onClick={() => {
            choose('pbl/ipko')
            void pay()
          }}
        >
          pay
        </button>
      )
    }
    checkout.unmount()
    const { startPayment } = kit.gateway
    let answer: (() => void) | undefined
    kit.gateway.startPayment = async (request) => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return startPayment(request)
    }
    kit.gateway.script.pay.push({ name: 'order-paid', status: 409 })
    const { rerender } = render(<Shown isOpen />, { wrapper: within(kit) })
    await advance(kit)
    act(() => screen.getByRole('button').click())
    await advance(kit)
    rerender(<Shown isOpen={false} />)
    answer?.()
    await advance(kit)
    expect(onPaid).not.toHaveBeenCalled()
    rerender(<Shown isOpen />)
    await advance(kit)
    expect(onPaid).toHaveBeenCalledOnce()
  })

  it('tells once that the order is paid, and can forget a failure', async () => {
    const onPaid = vi.fn()
    const { kit, result } = await mounted(use({ onPaid }))
    kit.gateway.script.pay.push(400, { name: 'order-paid', status: 409 })
    act(() => void result.current.choose('blik/blik'))
    await act(async () => void (await result.current.pay()))
    expect(result.current.state.status).toBe('failed')
    act(() => result.current.dismiss())
    expect(result.current.state.status).toBe('idle')
    await act(async () => void (await result.current.pay()))
    expect(onPaid).toHaveBeenCalledOnce()
  })
})

describe('a callback of the shop’s that throws', () => {
  const broken = new Error('the analytics were blocked')
  const fail = (): never => {
    throw broken
  }
  const use = () => ({
    ...usePay({ onPaid: fail, onRedirect: fail }),
    choose: usePaymentSelection().choose,
  })

  it.each([
    ['onPaid', { name: 'order-paid', status: 409 }, 'paid'],
    ['onRedirect', undefined, 'redirecting'],
    ['onOrderChanged', { name: 'order-changed', status: 409 }, 'failed'],
  ] as const)('(%s) leaves the payment alone, and the page is told', async (_, answer, status) => {
    const { kit, result } = await mounted(use, createCheckoutKit(), { onOrderChanged: fail })
    if (answer) kit.gateway.script.pay.push(answer)
    act(() => void result.current.choose('blik/blik'))
    const told = await gatherRejections(() => act(() => result.current.pay()))
    expect(told).toEqual([broken])
    expect(result.current.state.status).toBe(status)
    expect(kit.events.at(-1)).toMatchObject({ attempt: { status } })
  })
})

describe('useGatewayStatus', () => {
  it('follows an outage to its end', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    const { result } = await mounted(useGatewayStatus, kit)
    expect(result.current.gateway).toEqual({ status: 'down', check: { at: kit.clock.now() + 5 * MINUTE } })
    await advance(kit, 5 * MINUTE)
    expect(result.current.gateway).toEqual({ status: 'up' })
  })

  it('knows when the browser is offline', async () => {
    const { kit, result } = await mounted(useGatewayStatus)
    act(() => kit.page.set({ online: false }))
    expect(result.current.gateway).toEqual({ status: 'offline' })
  })
})

describe('useReport', () => {
  it('opens and closes circuits for a shop that pays by its own means', async () => {
    const { kit, result } = await mounted(() => ({
      report: useReport(),
      bank: useAvailability('pbl/mtransfer').status,
      gateway: useGatewayStatus().gateway.status,
      pausedUntil: useGatewayStatus().pausedUntil,
    }))
    act(() => result.current.report('pbl/mtransfer', { status: 500 }))
    expect(result.current.bank).toBe('coolingDown')
    act(() => result.current.report('pbl/mtransfer', { status: 201 }))
    expect(result.current.bank).toBe('available')
    act(() => result.current.report('pbl/mtransfer', { status: 429, retryAfterMs: 3_000 }))
    expect(result.current.pausedUntil).toBe(kit.clock.now() + 3_000)
    await act(async () => result.current.report('pbl/mtransfer', { status: 406 }))
    expect(kit.gateway.requests.at(-1)).toMatchObject({ kind: 'list', detail: { fresh: true } })
    act(() => result.current.report('pbl/mtransfer', { status: 503 }))
    expect(result.current.gateway).toBe('down')
  })
})

describe('useCountdown', () => {
  it('counts whole seconds and ends at nothing, without a timer left', async () => {
    const kit = createCheckoutKit()
    const until = kit.clock.now() + 2_500
    const { result, unmount } = renderHook(() => useCountdown(until), { wrapper: within(kit) })
    const seen = [result.current]
    for (let step = 0; step < 4; step += 1) {
      await advance(kit, 1_000)
      seen.push(result.current)
    }
    expect(seen).toEqual([3, 2, 1, 0, 0])
    unmount()
    expect(kit.clock.timers()).toBe(0)
  })
})

describe('useChanges', () => {
  it('merges what changed within a second into one message', async () => {
    const seen: Changes[] = []
    const { kit, result } = await mounted(() => {
      const changes = useChanges()
      if (seen.at(-1) !== changes) seen.push(changes)
      return useReport()
    })
    act(() => result.current('pbl/mtransfer', { status: 500 }))
    await advance(kit, 500)
    act(() => result.current('pbl/ipko', { status: 500 }))
    await advance(kit, 500)
    expect(seen.map(({ channels }) => channels.map(({ channel }) => channel))).toEqual([
      [],
      ['pbl/mtransfer', 'pbl/ipko'],
    ])
  })
})

describe('the provider', () => {
  it('follows a changed amount and a changed order', async () => {
    const kit = createCheckoutKit()
    const Paypo = (): ReactElement => (
      <p>
        {useOrder().amount} {useLocale()} {useAvailability('imoje_paylater/paypo').status}
      </p>
    )
    const page = (order: typeof testOrder): ReactElement => (
      <PaymentsProvider client={kit.client} order={order} locale="pl">
        <Paypo />
      </PaymentsProvider>
    )
    const { container, rerender } = render(page(testOrder))
    await advance(kit)
    expect(container.textContent).toBe('12999 pl ineligible')
    rerender(page({ ...testOrder, amount: 30_000 }))
    expect(container.textContent).toBe('30000 pl available')
    expect(kit.gateway.requests).toHaveLength(1)
    rerender(page({ ...testOrder, id: 'A-1002' }))
    await advance(kit)
    expect(container.textContent).toBe('12999 pl ineligible')
    expect(kit.gateway.requests).toHaveLength(2)
  })

  it('keeps the choice when the language changes', async () => {
    const kit = createCheckoutKit()
    const Choice = (): ReactElement => {
      const { channel, choose } = usePaymentSelection()
      return (
        <button type="button" onClick={() => choose('pbl/ipko')}>
          {useLocale()} {channel?.label ?? 'none'}
        </button>
      )
    }
    const page = (locale: string): ReactElement => (
      <PaymentsProvider client={kit.client} order={testOrder} locale={locale}>
        <Choice />
      </PaymentsProvider>
    )
    const { rerender } = render(page('en'))
    await advance(kit)
    act(() => screen.getByRole('button').click())
    rerender(page('pl'))
    await advance(kit)
    expect(screen.getByRole('button').textContent).toBe('pl PKO BP')
  })

  it('names the choice in the language that the shopper changes to', async () => {
    const kit = createCheckoutKit()
    const Choice = memo(function Choice(): ReactElement {
      const { channel, choose } = usePaymentSelection()
      return (
        <button type="button" onClick={() => choose('card/ecom3ds')}>
          {channel?.label ?? 'none'}
        </button>
      )
    })
    const page = (locale: string): ReactElement => (
      <PaymentsProvider client={kit.client} order={testOrder} locale={locale}>
        <Choice />
      </PaymentsProvider>
    )
    const { rerender } = render(page('en'))
    await advance(kit)
    act(() => screen.getByRole('button').click())
    kit.gateway.rows = [{ paymentMethod: 'card', paymentMethodCode: 'ecom3ds', description: 'Karta' }]
    rerender(page('pl'))
    await advance(kit)
    expect(screen.getByRole('button').textContent).toBe('Karta')
  })

  it('passes on what the shop says the order costs', async () => {
    const kit = createCheckoutKit()
    const onOrderChanged = vi.fn()
    kit.gateway.script.pay.push({ name: 'order-changed', status: 409, amount: 14_000, currency: 'PLN' })
    const { result } = await mounted(
      () => ({ pay: usePay().pay, choose: usePaymentSelection().choose }),
      kit,
      { onOrderChanged },
    )
    act(() => void result.current.choose('blik/blik'))
    await act(async () => void (await result.current.pay()))
    expect(onOrderChanged).toHaveBeenCalledExactlyOnceWith({ amount: 14_000, currency: 'PLN' })
  })

  it('renders on a server, asks nothing there and says that it is loading', () => {
    const kit = createCheckoutKit()
    const List = (): ReactElement => <p>{usePaymentMethods().status}</p>
    const html = renderToString(within(kit)({ children: <List /> }))
    expect(html).toBe('<p>loading</p>')
    expect(kit.gateway.requests).toHaveLength(0)
  })

  it('lets a part of the page hear every event', async () => {
    const heard: string[] = []
    const { result } = await mounted(() => {
      usePaymentsEvent(({ type }) => heard.push(type))
      usePaymentMethods()
      return useReport()
    })
    act(() => result.current('blik/blik', { status: 500 }))
    expect(heard).toEqual(['availability-changed'])
  })

  it.each([
    [{ ...testOrder, id: '' }],
    [{ ...testOrder, amount: 129.99 }],
    [{ ...testOrder, amount: -1 }],
    [{ ...testOrder, amount: Number.MAX_SAFE_INTEGER + 1 }],
    [{ ...testOrder, currency: 'zł' }],
  ])('refuses the order %o with a sentence that says what to write', (order) => {
    const kit = createCheckoutKit()
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => renderHook(useLocale, { wrapper: within(kit, { order }) })).toThrow(/12_999 for 129\.99/)
    silence.mockRestore()
  })

  it('is missed with a sentence that says what to write', () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(() => renderHook(usePaymentMethods)).toThrow(TillkitError)
    expect(() => renderHook(usePaymentMethods)).toThrow(/<PaymentsProvider/)
    silence.mockRestore()
  })
})

function Status({ id }: { readonly id: ChannelId }): ReactElement {
  return (
    <p>
      {id} {useAvailability(id).status}
    </p>
  )
}
