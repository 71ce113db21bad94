import { useState, type ReactElement } from 'react'
import type { ShopOrderView } from '../shared/shop-wire.ts'
import { OrderTotals } from './cart.tsx'
import { useMoney, useWords } from './language.ts'
import { ProductPicture } from './product-picture.tsx'
import { startOrder } from './shop-api.ts'
import { usePaymentResult, type PaymentResult } from './use-payment-result.ts'

export interface ResultPageProps {
  /** Nothing when this browser has no such order. */
  readonly order: ShopOrderView | undefined
}

/** Where a shopper comes back to: what became of the payment, by the shop's own record. */
export function ResultPage({ order: initial }: ResultPageProps): ReactElement {
  const words = useWords()
  const money = useMoney()
  const { result, order, askAgain } = usePaymentResult(initial)
  const [heading, note] = useResultWords(result)
  const hasLeftovers = result === 'paid' && order?.hasLeftovers
  return (
    <main className="result" data-result={result}>
      <title>{`${heading} · Wichrowa`}</title>
      <ResultMark result={result} />
      <div role="status">
        <h1 className="title">{heading}</h1>
        <p className="result-note">{note}</p>
        {hasLeftovers && <p className="result-note">{words.result.leftoversNote}</p>}
        {result === 'paid' && order && order.toRefund > 0 && (
          <p className="result-note">{words.result.refundNote(money(order.toRefund, order.currency))}</p>
        )}
      </div>
      {order && <Receipt order={order} />}
      <div className="result-ways">
        {(result === 'pending' || result === 'unreachable') && (
          <button type="button" className="button" onClick={askAgain}>
            {words.result.askAgain}
          </button>
        )}
        {(result === 'paid' || result === 'missing') && !hasLeftovers ? (
          <NewOrderButton />
        ) : (
          result !== 'asking' && (
            <a className="button button-main" href="/">
              {hasLeftovers ? words.result.toCart : words.result.back}
            </a>
          )
        )}
      </div>
    </main>
  )
}

function useResultWords(result: PaymentResult): readonly [heading: string, note: string] {
  const { result: words } = useWords()
  const table: Readonly<Record<PaymentResult, readonly [string, string]>> = {
    asking: [words.asking, ''],
    paid: [words.paid, words.paidNote],
    none: [words.unpaid, words.unpaidNote],
    pending: [words.pending, words.pendingNote],
    failed: [words.failed, words.failedNote],
    missing: [words.missing, words.missingNote],
    unreachable: [words.unreachable, words.unreachableNote],
  }
  return table[result]
}

function NewOrderButton(): ReactElement {
  const words = useWords()
  const [isBroken, setIsBroken] = useState(false)
  const start = async (): Promise<void> => {
    try {
      await startOrder()
      location.assign('/')
    } catch {
      setIsBroken(true)
    }
  }
  return (
    <>
      <button type="button" className="button button-main" onClick={() => void start()}>
        {words.result.shopAgain}
      </button>
      <p className="field-problem" role="status">
        {isBroken && words.notSaved}
      </p>
    </>
  )
}

function Receipt({ order }: { readonly order: ShopOrderView }): ReactElement {
  const words = useWords()
  const money = useMoney()
  return (
    <section className="receipt" aria-label={words.order(order.id)}>
      <p className="quiet">{words.order(order.id)}</p>
      <ul className="cart-lines">
        {order.lines
          .filter(({ quantity }) => quantity > 0)
          .map(({ product, quantity, total }) => (
            <li className="cart-line" key={product}>
              <ProductPicture product={product} />
              <div className="cart-what">
                <span className="cart-name">{words.products[product].name}</span>
                <span className="quiet">{words.pieces(quantity)}</span>
              </div>
              <span className="figure">{money(total, order.currency)}</span>
            </li>
          ))}
      </ul>
      <OrderTotals order={order} />
    </section>
  )
}

function ResultMark({ result }: { readonly result: PaymentResult }): ReactElement {
  return (
    <svg className="result-mark" viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="21" />
      <path d={marks[result]} />
    </svg>
  )
}

const marks: Readonly<Record<PaymentResult, string>> = {
  asking: 'M24 13v12l8 4',
  pending: 'M24 13v12l8 4',
  paid: 'M15 25l6.500 6.500L34 18',
  none: 'M15 24h18',
  failed: 'M17.500 17.500l13 13M30.500 17.500l-13 13',
  missing: 'M15 24h18',
  unreachable: 'M24 14v13M24 33v.5',
}
