import type { Glossary } from './glossary.ts'

/** Ukrainian. */
export const uk: Glossary = {
  terms: {
    'way to pay': { word: 'спосіб оплати', stems: ['спосіб', 'способ'], avoid: ['метод', 'варіант оплати'] },
    payment: {
      word: 'платіж; its page: сторінка оплати',
      stems: ['платіж', 'платеж', 'оплат'],
      avoid: ['транзакц'],
    },
    order: { word: 'замовлення', stems: ['замовлен'], avoid: ['заказ', 'покупк'] },
    bank: { word: 'банк', stems: ['банк'] },
    shop: { word: 'магазин', stems: ['магазин'], avoid: ['крамниц', 'продав'] },
    'BLIK code': { word: 'код BLIK', stems: ['код blik', 'коду blik'] },
    account: { word: 'рахунок', stems: ['рахун'] },
    limit: { word: 'ліміт', stems: ['ліміт'], avoid: ['межа', 'межу'] },
    details: { word: 'дані', stems: ['дані', 'даних', 'даними'], avoid: ['реквізит'] },
    available: { word: 'доступно', stems: ['доступ', 'недоступ'] },
    'to pay': {
      word: 'заплатити; a sum: сплатити; an order: оплатити',
      stems: ['заплат', 'сплат', 'оплат', 'плати', 'платі'],
    },
    'to choose': { word: 'вибрати', stems: ['вибер', 'вибр', 'вибир'], avoid: ['обер', 'обра'] },
    'to try again': {
      word: 'спробувати ще раз',
      stems: ['спробувати ще раз', 'спробуйте ще раз'],
      avoid: ['повтор'],
    },
    'to charge': { word: 'списати', stems: ['списа', 'спиш'] },
    'to confirm': { word: 'підтвердити', stems: ['підтвер'] },
  },
  jargon: [
    'помилк',
    'збій',
    'збою',
    'невірн',
    'неправильн',
    'недійсн',
    'некорект',
    'токен',
    'шлюз',
    'сервер',
  ],
}
