/** What the hosted page says. */
export interface PageWords {
  readonly language: 'pl' | 'en'
  readonly test: string
  readonly title: string
  readonly order: string
  readonly amount: string
  readonly payWith: string
  readonly choose: string
  readonly pay: string
  readonly refuse: string
  readonly cancel: string
  readonly otherWays: string
  readonly backToShop: string
  readonly offline: string
  readonly below: string
  readonly above: string
  readonly nothing: string
  readonly missing: string
  readonly notEntered: string
  readonly ended: Readonly<Record<'settled' | 'rejected' | 'cancelled' | 'error' | 'expired', string>>
}

const pl: PageWords = {
  language: 'pl',
  test: 'Strona testowa: żadne pieniądze nie zmieniają właściciela.',
  title: 'Płatność',
  order: 'Zamówienie',
  amount: 'Do zapłaty',
  payWith: 'Sposób płatności',
  choose: 'Wybierz sposób płatności',
  pay: 'Zapłać',
  refuse: 'Odmów',
  cancel: 'Anuluj',
  otherWays: 'Inne sposoby płatności',
  backToShop: 'Wróć do sklepu',
  offline: 'Chwilowo niedostępne',
  below: 'Kwota jest za mała',
  above: 'Kwota jest za duża',
  nothing: 'Nie ma tu żadnego sposobu płatności.',
  missing: 'Nie ma takiej płatności.',
  notEntered: 'Ta strona banku otwiera się formularzem wysłanym przez sklep (action.contentBodyRaw).',
  ended: {
    settled: 'Płatność została opłacona.',
    rejected: 'Płatność została odrzucona.',
    cancelled: 'Płatność została anulowana.',
    error: 'Płatność się nie powiodła.',
    expired: 'Czas na zapłatę minął.',
  },
}

const en: PageWords = {
  language: 'en',
  test: 'A test page: no money changes hands.',
  title: 'Payment',
  order: 'Order',
  amount: 'To pay',
  payWith: 'Payment method',
  choose: 'Choose how to pay',
  pay: 'Pay',
  refuse: 'Refuse',
  cancel: 'Cancel',
  otherWays: 'Other ways to pay',
  backToShop: 'Back to the shop',
  offline: 'Not available right now',
  below: 'The amount is too small',
  above: 'The amount is too large',
  nothing: 'There is no way to pay here.',
  missing: 'There is no such payment.',
  notEntered: "This bank's page is opened by a form the shop sends (action.contentBodyRaw).",
  ended: {
    settled: 'This payment has been paid.',
    rejected: 'This payment was refused.',
    cancelled: 'This payment was cancelled.',
    error: 'This payment failed.',
    expired: 'The time to pay is over.',
  },
}

/** Polish unless the customer's locale is another language. */
export function pageWords(locale: string | undefined): PageWords {
  return locale === undefined || locale === 'pl' ? pl : en
}
