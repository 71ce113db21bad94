import type { Words } from './words.ts'

const counted = new Intl.PluralRules('pl')
const pieceForms: Readonly<Record<string, string>> = { one: 'sztuka', few: 'sztuki' }

export const pl: Words = {
  tagline: 'palarnia kawy',
  language: 'Język',
  theme: 'Wygląd',
  themes: { auto: 'Jak w systemie', light: 'Jasny', dark: 'Ciemny' },
  title: 'Zamówienie · Wichrowa',
  checkout: 'Zamówienie',
  order: (id) => `Numer zamówienia: ${id}`,
  cart: 'Koszyk',
  alsoGood: 'Pasuje do tego',
  add: (product) => `Dodaj do koszyka: ${product}`,
  addShort: 'Dodaj',
  fewer: (product) => `Mniej: ${product}`,
  more: (product) => `Więcej: ${product}`,
  pieces: (count) => `${count} ${pieceForms[counted.select(count)] ?? 'sztuk'}`,
  each: (price) => `${price} za sztukę`,
  delivery: 'Dostawa',
  deliveryNote: 'Kurier, zwykle następnego dnia roboczego',
  total: 'Do zapłaty',
  paidTotal: 'Zapłacono',
  vat: 'Ceny zawierają VAT',
  customer: 'Twoje dane',
  payment: 'Płatność',
  fields: { firstName: 'Imię', lastName: 'Nazwisko', email: 'Adres e-mail' },
  problems: {
    missing: 'Uzupełnij to pole.',
    'not-an-email': 'Wpisz adres w postaci nazwa@domena.pl.',
    'too-long': 'Skróć to do 100 znaków.',
  },
  refused: {
    firstName: 'Tego imienia nie udało się użyć do płatności. Sprawdź, czy jest wpisane poprawnie.',
    lastName: 'Tego nazwiska nie udało się użyć do płatności. Sprawdź, czy jest wpisane poprawnie.',
    email: 'Tego adresu nie udało się użyć do płatności. Sprawdź go albo wpisz inny.',
  },
  notSaved: 'Zmiana się nie zapisała. Sprawdź połączenie i spróbuj jeszcze raz.',
  notPaid:
    'Twoje dane się nie zapisały, więc płatność się nie zaczęła i nic nie zostało pobrane. Sprawdź połączenie i zapłać jeszcze raz.',
  products: {
    beans: { name: 'Etiopia Guji, ziarna', note: '250 g, palona jasno: morela, jaśmin, miód' },
    dripper: { name: 'Dripper ceramiczny', note: 'rozmiar 02, szkliwiony ręcznie' },
    filters: { name: 'Filtry papierowe', note: '100 sztuk, niebielone' },
    grinder: { name: 'Młynek ręczny', note: 'stalowe żarna, 30 kliknięć na obrót' },
  },
  result: {
    asking: 'Sprawdzamy płatność',
    paid: 'Zapłacone, dziękujemy',
    paidNote: 'Pakujemy Twoją kawę. Potwierdzenie wysłaliśmy e-mailem.',
    leftoversNote:
      'Opłacone jest to, co widać niżej. Rzeczy dodane już po przejściu do płatności czekają w koszyku.',
    refundNote: (amount) =>
      `Za to zamówienie przyszła jeszcze jedna wpłata: ${amount}. Zwrócimy ją w całości, nic nie trzeba robić.`,
    unpaid: 'Zamówienie nie jest opłacone',
    unpaidNote: 'Nie mamy żadnej wpłaty do tego zamówienia. Koszyk czeka bez zmian.',
    pending: 'Zamówienie nie jest jeszcze opłacone',
    pendingNote:
      'Płatność jest rozpoczęta, ale bank jeszcze jej nie potwierdził. Jeśli została dokończona, wystarczy chwilę poczekać.',
    failed: 'Płatność się nie udała',
    failedNote: 'Nic nie zostało pobrane. Koszyk czeka bez zmian: można zapłacić inaczej.',
    missing: 'Nie znamy tego zamówienia',
    missingNote: 'Ta przeglądarka go nie składała albo minęło zbyt dużo czasu.',
    unreachable: 'Nie udało się sprawdzić płatności',
    unreachableNote: 'Sprawdź połączenie i zapytaj jeszcze raz. Na razie nie płać ponownie.',
    askAgain: 'Sprawdź jeszcze raz',
    back: 'Wróć do zamówienia',
    shopAgain: 'Kup coś jeszcze',
    toCart: 'Wróć do koszyka',
  },
  broken: 'Sklep nie odpowiada. Sprawdź połączenie i wczytaj stronę jeszcze raz.',
  reload: 'Wczytaj jeszcze raz',
  footer: 'Sklep pokazowy: nic nie jest sprzedawane ani wysyłane.',
}
