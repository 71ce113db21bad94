import type { ChannelRow } from './fixtures/channels.ts'
import { type Html, html } from './html.ts'
import { isOpen, type OrderData, type PaymentEntry, type TransactionEntry } from './ledger.ts'
import { pageStyle } from './page-style.ts'
import { pageWords, type PageWords } from './page-words.ts'
import { channelId, outsideLimits } from './world.ts'

type Channel = Pick<ChannelRow, 'paymentMethod' | 'paymentMethodCode' | 'description'>

/** One channel, to be paid, refused or cancelled. `listPath` leads back to the link's other ways. */
export function payView(order: OrderData, channel: Channel, listPath?: string): string {
  const words = pageWords(order.customer.locale)
  const otherWays = listPath ? html`<a class="back" href="${listPath}">${words.otherWays}</a>` : []
  return page(
    words,
    words.title,
    html`${facts(order, words)}
      <p class="channel">${mark(channel)}<span>${channel.description}</span></p>
      <form method="post">
        <input type="hidden" name="channel" value="${channelId(channel)}" />
        <button class="go" name="outcome" value="pay">${words.pay}</button>
        <button name="outcome" value="refuse">${words.refuse}</button>
        <button name="outcome" value="cancel">${words.cancel}</button>
      </form>
      ${otherWays}`,
  )
}

/** A link's ways to pay; those that can't be used say why. */
export function listView(order: OrderData, rows: readonly ChannelRow[]): string {
  const words = pageWords(order.customer.locale)
  const list =
    rows.length > 0
      ? html`<ul>
          ${rows.map((row) => listRow(row, order, words))}
        </ul>`
      : html`<p>${words.nothing}</p>`
  return page(
    words,
    words.choose,
    html`${facts(order, words)}${list}${backLink(order.returnUrl ?? order.failureReturnUrl, words)}`,
  )
}

/** What became of a payment that can't be paid any more. */
export function endedView(entry: TransactionEntry | PaymentEntry, expired: boolean): string {
  const { order, status } = entry
  const words = pageWords(order.customer.locale)
  const how = expired || isOpen(entry) ? 'expired' : (status as Exclude<typeof status, 'new' | 'pending'>)
  const back = status === 'settled' ? order.successReturnUrl : order.failureReturnUrl
  return page(
    words,
    words.ended[how],
    html`${facts(order, words)}${backLink(back ?? order.returnUrl, words)}`,
  )
}

/** A page without an order on it. */
export function noteView(say: (words: PageWords) => string, locale?: string): string {
  const words = pageWords(locale)
  return page(words, words.title, html`<p>${say(words)}</p>`)
}

function page(words: PageWords, heading: string, content: Html): string {
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading}</title>
        <style>
          ${{ markup: pageStyle }}
        </style>
      </head>
      <body>
        <main>
          <h1>${heading}</h1>
          ${content}
        </main>
        <p class="test">${words.test}</p>
      </body>
    </html>`.markup
}

function facts(order: OrderData, words: PageWords): Html {
  const amount = new Intl.NumberFormat(words.language, {
    style: 'currency',
    currency: order.currency,
  }).format(order.amount / 100)
  return html`<dl>
    <dt>${words.order}</dt>
    <dd>${order.orderId}</dd>
    <dt>${words.amount}</dt>
    <dd class="amount">${amount}</dd>
  </dl>`
}

function listRow(row: ChannelRow, order: OrderData, words: PageWords): Html {
  const reason = row.isOnline ? outsideLimits(row, order.amount) : 'offline'
  const name = words.language === 'en' ? (row.english ?? row.description) : row.description
  return reason
    ? html`<li>
        <span class="off"
          >${mark(row)}<span>${name}<small>${words[reason]}</small></span></span
        >
      </li>`
    : html`<li>
        <a href="?channel=${encodeURIComponent(channelId(row))}">${mark(row)}<span>${name}</span></a>
      </li>`
}

function mark({ paymentMethodCode }: Channel): Html {
  return html`<img src="/marks/${paymentMethodCode}.svg" alt="" width="40" height="40" />`
}

function backLink(address: string | undefined, words: PageWords): Html | readonly Html[] {
  return address ? html`<a class="back" href="${address}">${words.backToShop}</a>` : []
}
