import type { Glossary } from './glossary.ts'

/** Russian. */
export const ru: Glossary = {
  terms: {
    'way to pay': { word: 'способ оплаты', stems: ['способ'], avoid: ['метод', 'вариант оплаты'] },
    payment: {
      word: 'платёж; its page: страница оплаты',
      stems: ['платёж', 'платеж', 'оплат'],
      avoid: ['транзакц'],
    },
    order: { word: 'заказ', stems: ['заказ'], avoid: ['покупк'] },
    bank: { word: 'банк', stems: ['банк'] },
    shop: { word: 'магазин', stems: ['магазин'], avoid: ['продав'] },
    'BLIK code': { word: 'код BLIK', stems: ['код blik', 'кода blik'] },
    account: { word: 'счёт', stems: ['счёт'], avoid: ['счет'] },
    limit: { word: 'лимит', stems: ['лимит'], avoid: ['предел'] },
    details: { word: 'данные', stems: ['данные', 'данным'], avoid: ['реквизит'] },
    available: { word: 'доступно', stems: ['доступ', 'недоступ'] },
    'to pay': { word: 'заплатить; an order: оплатить', stems: ['заплат', 'оплат', 'плати'], avoid: ['внес'] },
    'to choose': { word: 'выбрать', stems: ['выбер', 'выбр'] },
    'to try again': {
      word: 'попробовать снова',
      stems: ['попробовать снова', 'попробуйте снова'],
      avoid: ['повтор'],
    },
    'to charge': { word: 'списать', stems: ['списа', 'спише'] },
    'to confirm': { word: 'подтвердить', stems: ['подтвер'] },
  },
  jargon: ['ошибк', 'ошибоч', 'сбой', 'сбоя', 'неверн', 'недействит', 'некоррект', 'токен', 'шлюз', 'сервер'],
}
