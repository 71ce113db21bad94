import { useRef, useState } from 'react'
import { mostPieces, type ProductId, type ShopOrderView } from '../shared/shop-wire.ts'
import { findOrder, putQuantity, ShopError } from './shop-api.ts'

export interface ShopOrder {
  /** The order as the backend last told it: prices and totals are its own. */
  readonly order: ShopOrderView
  /** The last change wasn't saved. */
  readonly isBroken: boolean
  readonly changeQuantity: (product: ProductId, by: 1 | -1) => void
  /** Asks the backend what the order is now. */
  readonly refresh: () => void
}

/**
 * The order on the page. Changes are sent one after another, so that quick clicks add up.
 * @param onPaid called when the backend says that the order was paid meanwhile, in another tab
 */
export function useShopOrder(initial: ShopOrderView, onPaid: (orderId: string) => void): ShopOrder {
  const [order, setOrder] = useState(initial)
  const [isBroken, setIsBroken] = useState(false)
  const last = useRef(Promise.resolve(initial))

  const follow = (ask: (before: ShopOrderView) => Promise<ShopOrderView>): void => {
    last.current = last.current.then(async (before) => {
      try {
        const answer = await ask(before)
        setIsBroken(false)
        if (answer.isPaid) onPaid(answer.id)
        else setOrder(answer)
        return answer
      } catch {
        setIsBroken(true)
        return before
      }
    })
  }

  return {
    order,
    isBroken,
    changeQuantity: (product, by) =>
      follow(async (before) => {
        const quantity = (before.lines.find((line) => line.product === product)?.quantity ?? 0) + by
        return quantity < 0 || quantity > mostPieces ? before : change(before, product, quantity)
      }),
    refresh: () => follow(readAgain),
  }
}

async function change(before: ShopOrderView, product: ProductId, quantity: number): Promise<ShopOrderView> {
  try {
    return await putQuantity(before.id, product, quantity)
  } catch (error) {
    // A refusal: the order isn't what this tab believes.
    if (error instanceof ShopError && error.status === 409) return readAgain(before)
    throw error
  }
}

const readAgain = async (before: ShopOrderView): Promise<ShopOrderView> =>
  (await findOrder(before.id)) ?? before
