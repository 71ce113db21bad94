import type { Glossary } from './glossary.ts'

/** German; "Sie". */
export const de: Glossary = {
  terms: {
    'way to pay': {
      word: 'Zahlungsart',
      stems: ['zahlungsart'],
      avoid: ['zahlungsmethode', 'zahlungsweise', 'zahlungsmittel', 'bezahlmethode'],
    },
    payment: { word: 'Zahlung', stems: ['zahlung'], avoid: ['bezahlung', 'transaktion', 'zahlvorgang'] },
    order: { word: 'Bestellung', stems: ['bestell'], avoid: ['auftrag'] },
    // "Online-Überweisung" is what banks call it; it names none.
    bank: {
      word: 'Bank',
      stems: ['bank'],
      avoid: ['geldinstitut', 'kreditinstitut'],
      except: ['method.pbl'],
    },
    shop: { word: 'Shop', stems: ['shop'], avoid: ['händler', 'geschäft', 'verkäufer'] },
    'BLIK code': { word: 'BLIK-Code', stems: ['blik-code'] },
    account: { word: 'Konto', stems: ['konto'] },
    limit: { word: 'Limit', stems: ['limit'], avoid: ['grenze', 'höchstbetrag'] },
    details: { word: 'Angaben', stems: ['angabe'], avoid: ['zahlungsdaten', 'details'] },
    available: { word: 'verfügbar', stems: ['verfügbar'], avoid: ['erreichbar'] },
    'to pay': { word: 'bezahlen', stems: ['bezahl'], avoid: ['zahlen', 'zahlt'] },
    'to choose': { word: 'wählen', stems: ['wähl', 'auswahl'], avoid: ['auswähl'] },
    'to try again': {
      word: 'erneut versuchen',
      stems: ['versuchen sie es', 'erneut versuchen'],
      avoid: ['noch einmal', 'nochmal', 'wiederhol', 'probier'],
    },
    'to charge': { word: 'abbuchen', stems: ['abgebucht', 'abbuch'], avoid: ['belast', 'berechn'] },
    'to confirm': { word: 'bestätigen', stems: ['bestätig'], avoid: ['freigeb', 'freigegeben'] },
  },
  jargon: [
    'fehler',
    'fehlgeschlagen',
    'ungültig',
    'unzulässig',
    'störung',
    'zeitüberschreitung',
    'sitzung',
    'schnittstelle',
  ],
}
