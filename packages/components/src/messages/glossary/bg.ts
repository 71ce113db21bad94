import type { Glossary } from './glossary.ts'

/** Bulgarian. */
export const bg: Glossary = {
  terms: {
    'way to pay': { word: 'начин на плащане', stems: ['начин', 'начини'], avoid: ['метод', 'форма на'] },
    payment: { word: 'плащане', stems: ['плащан'], avoid: ['трансакц', 'транзакц', 'разплащ'] },
    order: { word: 'поръчка', stems: ['поръчк'], avoid: ['покупк', 'количк'] },
    bank: { word: 'банка', stems: ['банк'] },
    shop: { word: 'магазин', stems: ['магазин'], avoid: ['търгов', 'продавач'] },
    'BLIK code': { word: 'BLIK код', stems: ['blik код'], avoid: ['код blik', 'кода blik'] },
    account: { word: 'сметка', stems: ['сметк'] },
    limit: { word: 'лимит', stems: ['лимит'], avoid: ['ограничен', 'праг'] },
    details: { word: 'данни', stems: ['данни'], avoid: ['детайл', 'подробност'] },
    available: { word: 'достъпен', stems: ['достъпн', 'недостъпн'], avoid: ['налич', 'разполож'] },
    'to pay': {
      word: 'платя',
      stems: ['плат', 'плащай'],
      avoid: ['заплат'],
      // Shops name it with a noun.
      except: ['method.imoje_paylater'],
    },
    'to choose': { word: 'избера', stems: ['избер', 'избра'], avoid: ['посоч'] },
    'to try again': {
      word: 'опитам отново',
      stems: ['опитайте отново', 'опитате отново'],
      avoid: ['повтор'],
    },
    'to charge': { word: 'удържа', stems: ['удърж'], avoid: ['таксув', 'задълж', 'изтегл'] },
    'to confirm': { word: 'потвърдя', stems: ['потвър'] },
  },
  jargon: ['греш', 'неуспе', 'невалид', 'неправил', 'токен', 'сървър', 'изтичане на времето', 'провал'],
}
