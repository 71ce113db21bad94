import type { ReactElement } from 'react'
import type { ProductId } from '../shared/shop-wire.ts'

/** A small drawing of a product, in the shop's own colours. */
export function ProductPicture({ product }: { readonly product: ProductId }): ReactElement {
  return (
    <svg className="picture" viewBox="0 0 64 64" aria-hidden="true">
      {drawings[product]}
    </svg>
  )
}

const drawings: Readonly<Record<ProductId, ReactElement>> = {
  beans: (
    <>
      <path className="tone" d="M19 18h26l3 36a3 3 0 0 1-3 3H19a3 3 0 0 1-3-3z" />
      <path className="deep" d="M19 18l2-9h22l2 9z" />
      <rect className="pale" x="22" y="28" width="20" height="17" rx="2" />
      <ellipse className="deep" cx="32" cy="36.500" rx="4" ry="5.500" transform="rotate(28 32 36.500)" />
      <path className="thread" d="M33.800 32c-2.600 2.800-.6 5.600-3.600 9" />
    </>
  ),
  dripper: (
    <>
      <path className="tone" d="M14 15h36l-9.500 25h-17z" />
      <path className="line" d="M49 20c7-1 9 9 1 12-2 .8-4 .6-5 .4" />
      <path className="thread" d="M24 19l4 17M32 19v17M40 19l-4 17" />
      <rect className="deep" x="17" y="40" width="30" height="4.500" rx="2.250" />
      <path className="line" d="M32 48v2M28 51v3M36 52v3" />
    </>
  ),
  filters: (
    <>
      <path className="deep" d="M20 21h32L43 53H29z" />
      <path className="tone" d="M16 16h32l-9 34H25z" />
      <path className="pale" d="M12 11h32l-9 35H21z" />
      <path className="line" d="M17 11l7 35M39 11l-7 35" />
    </>
  ),
  grinder: (
    <>
      <path className="line" d="M32 12v-3h17" />
      <circle className="deep" cx="51" cy="9" r="4" />
      <path className="deep" d="M22 14a3 3 0 0 1 3-3h14a3 3 0 0 1 3 3v4H22z" />
      <path className="tone" d="M22 18h20v21H22z" />
      <path className="thread" d="M22 24h20M22 33h20" />
      <path className="pale" d="M23.500 39h17v15a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3z" />
      <path className="line" d="M23.500 39h17v15a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3z" />
    </>
  ),
}
