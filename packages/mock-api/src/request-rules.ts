import {
  address,
  type Check,
  type Field,
  type Fields,
  listOf,
  oneOf,
  text,
  textInBytes,
  wholeNumber,
} from './field-checks.ts'
import { currencies, linkMethods, locales, methodOfCode, transactionMethods } from './fixtures/vocabulary.ts'

const uuid = text(36, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const name = text(100, /^[\p{L}\p{M}\d .,'’\-_#&/]+$/u)
const anything: Field = {}

/** imoje names a shortest time a link stays valid; `nowSeconds` is the mock's clock. */
const validTo = (nowSeconds: number): Check => {
  const soonest = nowSeconds + 60
  return (value) =>
    value === null || (typeof value === 'number' && Number.isInteger(value) && value >= soonest)
      ? undefined
      : 'The value must be null or unix seconds at least 60 seconds ahead.'
}

const customer = (emailRequired: boolean): Field => ({
  required: true,
  fields: {
    firstName: { required: true, check: name },
    lastName: { required: true, check: name },
    email: { required: emailRequired, check: text(200, /^[^\s@]+@[^\s@]+\.[^\s@]+$/) },
    phone: { check: text(20, /^[+\d -]+$/) },
    locale: { check: oneOf(locales) },
    cid: { check: text(100) },
    company: { check: text(200) },
  },
})

const order = (nowSeconds: number): Fields => ({
  serviceId: { required: true, check: uuid },
  amount: { required: true, check: wholeNumber(1, 999_999_999) },
  currency: { required: true, check: oneOf(currencies) },
  orderId: { required: true, check: text(100, /^[A-Za-z0-9#_\-.\\/ \u00C0-\u02C0]+$/) },
  // The gateway counts a title's bytes, as a Shopware plugin found out.
  title: { check: textInBytes(255, /^[A-Za-z0-9#&_\-,.\\/ \u00C0-\u02C0"']+$/) },
  // imoje refuses localhost and ports here; the mock is made for exactly those.
  notificationUrl: { check: address(300) },
  validTo: { check: validTo(nowSeconds) },
  invoice: anything,
  multipayout: anything,
})

/** Body of `POST /transaction`, without what needs the channel's own rules. */
export function transactionFields(nowSeconds: number): Fields {
  return {
    ...order(nowSeconds),
    type: { required: true, check: oneOf(['sale']) },
    paymentMethod: { required: true, check: oneOf(transactionMethods) },
    paymentMethodCode: { required: true, check: oneOf(Object.keys(methodOfCode)) },
    successReturnUrl: { required: true, check: address(300) },
    failureReturnUrl: { required: true, check: address(300) },
    customer: customer(true),
    clientIp: { check: text(45, /^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]*)$/i) },
    blikCode: { check: text(6, /^\d{6}$/) },
    billing: anything,
    shipping: anything,
    data: anything,
    version: anything,
  }
}

/** Body of `POST /payment`. */
export function paymentFields(nowSeconds: number): Fields {
  return {
    ...order(nowSeconds),
    customer: customer(false),
    additionalDescription: { check: text(255) },
    visibleMethod: { check: listOf(oneOf(linkMethods)) },
    preselectMethodCode: { check: text(20) },
    returnUrl: { check: address(300) },
    successReturnUrl: { check: address(300) },
    failureReturnUrl: { check: address(300) },
    simp: anything,
    cart: anything,
  }
}

/** Body of `POST /payment/cancel`. */
export const cancelFields: Fields = {
  serviceId: { required: true, check: uuid },
  paymentId: { required: true, check: uuid },
}

/** Body of `POST /service/{id}/get-payment-methods`. */
export const listFields: Fields = {
  amount: { required: true, check: wholeNumber(1, 999_999_999) },
  currency: { required: true, check: oneOf(currencies) },
  device: { check: oneOf(['desktop', 'mobile']) },
  locale: { check: oneOf(locales) },
}
