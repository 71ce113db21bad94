import { PaymentMethods } from '@tillkit/components'
import { PaymentsProvider, type PaymentsClient } from '@tillkit/hooks'
import { use, type ReactElement, type ReactNode } from 'react'
import type { ShopOrderView } from '../shared/shop-wire.ts'
import { Cart } from './cart.tsx'
import { CustomerFields } from './customer-fields.tsx'
import { LanguageContext, locales, useMoney } from './language.ts'
import { PickerLookContext } from './picker-look.ts'
import { useCustomerForm } from './use-customer-form.ts'
import { markedFields, useRefusedFields } from './use-refused-fields.ts'
import { useShopOrder, type ShopOrder } from './use-shop-order.ts'

export interface CheckoutPageProps {
  readonly client: PaymentsClient
  readonly initialOrder: ShopOrderView
}

/** Cart, customer, delivery and payment on one page. */
export function CheckoutPage({ client, initialOrder }: CheckoutPageProps): ReactElement {
  const { language, words } = use(LanguageContext)
  const { look } = use(PickerLookContext)
  const shopOrder = useShopOrder(initialOrder, showResult)
  const { id, total, currency } = shopOrder.order
  return (
    <PaymentsProvider
      client={client}
      order={{ id, amount: total, currency }}
      locale={look.language ?? locales[language]}
      onOrderChanged={shopOrder.refresh}
    >
      <title>{words.title}</title>
      <main className="checkout">
        <div className="checkout-title">
          <h1 className="title">{words.checkout}</h1>
          <p className="quiet">{words.order(id)}</p>
        </div>
        <Cart {...shopOrder} />
        <Steps order={shopOrder.order} />
      </main>
    </PaymentsProvider>
  )
}

function Steps({ order }: Pick<ShopOrder, 'order'>): ReactElement {
  const { language, words } = use(LanguageContext)
  const { layout, theme, density } = use(PickerLookContext).look
  const money = useMoney()
  const form = useCustomerForm(order.id, order.customer, language)
  const refused = useRefusedFields(form)
  return (
    <div className="steps">
      <Step heading={words.customer} id="customer">
        <CustomerFields form={form} refused={refused} />
      </Step>
      <Step heading={words.delivery} id="delivery">
        <p className="delivery">
          <span>{words.deliveryNote}</span>
          <span className="figure">{money(order.delivery, order.currency)}</span>
        </p>
      </Step>
      <Step heading={words.payment} id="payment">
        <PaymentMethods
          layout={layout}
          appearance={{ theme, density }}
          fields={markedFields}
          onBeforePay={form.save}
          onPaid={() => showResult(order.id)}
        />
        <p className="field-problem" role="status">
          {form.isUnsaved && words.notPaid}
        </p>
      </Step>
    </div>
  )
}

const showResult = (orderId: string): void => location.assign(`/result?order=${encodeURIComponent(orderId)}`)

interface StepProps {
  readonly id: string
  readonly heading: string
  readonly children: ReactNode
}

function Step({ id, heading, children }: StepProps): ReactElement {
  return (
    <section className="step" aria-labelledby={`${id}-heading`}>
      <h2 className="step-heading" id={`${id}-heading`}>
        {heading}
      </h2>
      {children}
    </section>
  )
}
