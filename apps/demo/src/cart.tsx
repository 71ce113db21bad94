import type { ReactElement } from 'react'
import { mostPieces, type OrderLine } from '../shared/shop-wire.ts'
import { useMoney, useWords } from './language.ts'
import { ProductPicture } from './product-picture.tsx'
import type { ShopOrder } from './use-shop-order.ts'

/** What is bought, how much of it, and what it comes to. */
export function Cart({ order, isBroken, changeQuantity }: ShopOrder): ReactElement {
  const words = useWords()
  const money = useMoney()
  const inCart = order.lines.filter(({ quantity }) => quantity > 0)
  const offered = order.lines.filter(({ quantity }) => quantity === 0)
  const pieces = inCart.reduce((sum, { quantity }) => sum + quantity, 0)

  return (
    <section className="cart" aria-labelledby="cart-heading">
      <h2 className="cart-heading" id="cart-heading">
        {words.cart}
      </h2>
      <ul className="cart-lines">
        {inCart.map((line) => (
          <CartLine
            key={line.product}
            line={line}
            currency={order.currency}
            isLast={pieces === 1}
            onChange={(by) => changeQuantity(line.product, by)}
          />
        ))}
      </ul>
      {offered.length > 0 && (
        <div className="offers">
          <h3 className="offers-heading">{words.alsoGood}</h3>
          <ul className="cart-lines">
            {offered.map(({ product, unitPrice }) => (
              <li className="cart-line" key={product}>
                <ProductPicture product={product} />
                <div className="cart-what">
                  <span className="cart-name">{words.products[product].name}</span>
                  <span className="quiet">{money(unitPrice, order.currency)}</span>
                </div>
                <button
                  type="button"
                  className="button button-small"
                  aria-label={words.add(words.products[product].name)}
                  onClick={() => changeQuantity(product, 1)}
                >
                  {words.addShort}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <OrderTotals order={order} />
      <p className="field-problem" role="status">
        {isBroken && words.notSaved}
      </p>
    </section>
  )
}

interface CartLineProps {
  readonly line: OrderLine
  readonly currency: string
  /** The only piece left: a cart can't be empty. */
  readonly isLast: boolean
  readonly onChange: (by: 1 | -1) => void
}

function CartLine({ line, currency, isLast, onChange }: CartLineProps): ReactElement {
  const words = useWords()
  const money = useMoney()
  const { product, quantity, unitPrice, total } = line
  const { name, note } = words.products[product]
  return (
    <li className="cart-line">
      <ProductPicture product={product} />
      <div className="cart-what">
        <span className="cart-name">{name}</span>
        <span className="quiet">{note}</span>
      </div>
      <span className="cart-price figure">{money(total, currency)}</span>
      <div className="cart-amount">
        <div className="stepper">
          <button type="button" aria-label={words.fewer(name)} disabled={isLast} onClick={() => onChange(-1)}>
            −
          </button>
          <output aria-label={words.pieces(quantity)}>{quantity}</output>
          <button
            type="button"
            aria-label={words.more(name)}
            disabled={quantity >= mostPieces}
            onClick={() => onChange(1)}
          >
            +
          </button>
        </div>
        {quantity > 1 && <span className="quiet">{words.each(money(unitPrice, currency))}</span>}
      </div>
    </li>
  )
}

/** Goods, delivery and the sum, as on the order and on its receipt. */
export function OrderTotals({ order }: { readonly order: ShopOrder['order'] }): ReactElement {
  const words = useWords()
  const money = useMoney()
  return (
    <dl className="totals">
      <dt>{words.delivery}</dt>
      <dd className="figure">{money(order.delivery, order.currency)}</dd>
      <dt className="totals-sum">
        {order.isPaid ? words.paidTotal : words.total}
        <span className="quiet">{words.vat}</span>
      </dt>
      <dd className="totals-sum figure" data-total={order.total}>
        {money(order.total, order.currency)}
      </dd>
    </dl>
  )
}
