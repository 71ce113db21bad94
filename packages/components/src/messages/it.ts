import type { Messages } from './messages.ts'

/** Italian. */
export const it: Messages = {
  language: 'it',
  legend: 'Come vuoi pagare?',
  loading: 'Stiamo caricando i metodi di pagamento…',
  slow: 'Ci vuole più tempo del solito. Attendi un momento o riprova.',
  listFailed: 'Non è stato possibile caricare i metodi di pagamento. Riprova.',
  empty: 'Al momento nessun metodo di pagamento va bene per questo ordine. Riprova o chiedi al negozio.',
  'empty.none':
    'Al momento questo negozio non accetta pagamenti imoje. Chiedi al negozio in quale altro modo puoi pagare.',
  'empty.currency':
    'Qui nessun metodo di pagamento accetta la valuta di questo ordine ({currency}). Chiedi al negozio in quale altro modo puoi pagare.',
  tryAgain: 'Riprova',

  'method.blik': 'BLIK',
  'method.pbl': 'Bonifico online',
  'method.card': 'Carta',
  'method.wallet': 'Portafoglio digitale',
  'method.imoje_paylater': 'Compra ora, paga dopo',
  'method.imoje_installments': 'Pagamento a rate',
  'method.wt': 'Bonifico ordinario',
  'method.lease': 'Leasing',
  'help.blik': 'Con un codice dall’app della tua banca',
  'help.pbl': 'Accedi alla tua banca e conferma',
  'help.wt': 'Il bonifico lo fai tu',

  'state.unavailable': 'Non disponibile',
  'state.from': 'Da {limit}',
  'state.upTo': 'Fino a {limit}',
  restHeading: 'Al momento non disponibili',
  'reason.off': 'Servizio disattivato per ora.',
  'reason.device': 'Non funziona su questo dispositivo.',
  'reason.outage': 'Servizio in pausa.',
  'reason.shortBy': 'Per pagare così, aggiungi al tuo ordine articoli per {amount}.',
  'reason.overBy': 'Il tuo ordine supera di {amount} il limite. Scegli un altro metodo di pagamento.',
  'reason.refused': 'Servizio disattivato per ora.',
  'reason.coolingDown': 'Al momento non risponde.',
  'reason.trial': 'Prima dava problemi. Ora puoi provare.',
  'reason.from': 'Puoi riprovare dalle ore {time}.',
  'reason.other': 'Scegli un altro metodo di pagamento.',
  countdown: 'tra {left}',

  search: 'Cerca la tua banca',
  searchHits: {
    one: '{count} banca trovata',
    many: '{count} di banche trovate',
    other: '{count} banche trovate',
  },
  searchNone:
    'Qui non c’è nessuna banca con questo nome. Controlla com’è scritto o guarda l’elenco completo.',
  searchClear: 'Mostra tutte le banche',
  showAll: 'Mostra tutto ({count})',
  showFewer: 'Mostra meno',
  change: 'Cambia',
  consent: 'Pagando accetti {terms} e confermi di aver letto {privacy}.',
  'consent.terms': 'le condizioni di pagamento di imoje',
  'consent.privacy': 'l’informativa di imoje sui tuoi dati personali',
  newTab: 'si apre in una nuova scheda',

  'gateway.down': 'I pagamenti imoje sono in pausa.',
  'gateway.check': 'Ricontrolleremo alle ore {time}.',
  'gateway.due': 'Stiamo controllando se funzionano di nuovo.',
  'gateway.misconfigured':
    'Al momento i pagamenti imoje non si possono usare in questo negozio. Scegli un altro metodo di pagamento o chiedi al negozio.',
  'gateway.offline': 'Sei offline. Potrai pagare appena torna la connessione.',
  checkNow: 'Controlla ora',
  checkedJustNow: 'Abbiamo appena controllato. Attendi mezzo minuto, per favore.',

  pay: 'Paga {amount}',
  busy: 'Un momento…',
  checking:
    'Stiamo controllando se il tuo pagamento è andato a buon fine. Per favore, per ora non pagare di nuovo.',
  'blocked.nothing-chosen': 'Scegli come vuoi pagare.',
  'blocked.channel-not-chosen': 'Scegli prima una delle opzioni, ad esempio la tua banca.',
  'blocked.unavailable':
    'Ciò che hai scelto al momento non è disponibile. Scegli un altro metodo di pagamento.',
  'blocked.gateway': 'I pagamenti imoje sono ancora in pausa. Ti avvisiamo qui appena riprendono.',
  'blocked.paused': 'Attendi un momento prima di riprovare a pagare.',
  'blocked.offline': 'Sei offline. Connettiti a Internet, poi paga.',
  'blocked.blik-code': 'Inserisci le sei cifre del codice BLIK che trovi nell’app della tua banca.',
  'blocked.order-changed': 'Il tuo ordine è cambiato. Controlla il nuovo totale, poi paga.',

  'failure.couldNotStart': 'Non è stato possibile avviare il pagamento. Scegli un altro metodo di pagamento.',
  'failure.misconfigured':
    'Al momento i pagamenti imoje non si possono usare in questo negozio. Scegli un altro metodo di pagamento o chiedi al negozio.',
  'failure.switchedOff': '{channel}: servizio appena disattivato. Scegli un altro metodo di pagamento.',
  'failure.checkFields': 'Alcuni dati vanno corretti. Controllali, poi riprova a pagare.',
  'failure.wait': 'Ci sono stati molti tentativi di seguito. Attendi un momento prima di riprovare a pagare.',
  'failure.notAnswering': '{channel} al momento non risponde. Scegli un altro metodo di pagamento.',
  'failure.gatewayDown': 'I pagamenti imoje sono in pausa. Ti avvisiamo qui appena riprendono.',
  'failure.unknown':
    'Non sappiamo ancora se il tuo pagamento è andato a buon fine. Prima di pagare di nuovo, guarda nell’app della tua banca o chiedi al negozio.',
  'failure.interrupted':
    'La pagina di pagamento non si è aperta. Riprova o scegli un altro metodo di pagamento.',
  'failure.offline': 'Sei offline. Connettiti a Internet, poi riprova a pagare.',
  'failure.declined': 'Il pagamento non è stato accettato. Riprova o scegli un altro metodo di pagamento.',
  'failure.signIn': 'La sessione è terminata. Accedi di nuovo, poi paga.',
  'failure.reload': 'Questa pagina non è più aggiornata. Ricaricala, poi paga.',
  'failure.orderChanged': 'Il tuo ordine è cambiato. Controlla il nuovo totale, poi paga.',
  'failure.orderPaid': 'Questo ordine è già pagato. Non devi fare altro.',
  notAnsweringUntil:
    '{channel} al momento non risponde. Puoi riprovare dalle ore {time} o scegliere un altro metodo di pagamento.',
  backAgain: '{channel}: ora puoi riprovare o scegliere un altro metodo di pagamento.',
  stillOpen:
    '{channel}: questo pagamento non è ancora completato. Se paghi in un altro modo, non completarlo lì.',
  pageNotOpened: 'La pagina di pagamento non si è aperta.',
  brokeOff:
    'La connessione si è interrotta prima dell’inizio del pagamento. Riprova o scegli un altro metodo di pagamento.',
  waitOver: 'Ora puoi riprovare a pagare.',
  otherDetails:
    'Non è stato accettato un dato che questa pagina non chiede. Scegli un altro metodo di pagamento o chiedi al negozio.',
  'field.refused': 'Questo dato non è stato accettato. Correggilo, per favore.',
  notCharged: 'Non ti è stato addebitato nulla.',
  orderNumber: 'Numero d’ordine: {order}',

  'decline.generic': 'Il pagamento non è stato accettato.',
  'decline.bankBreak':
    'BLIK è in pausa nella tua banca. Usa l’app di un’altra banca o scegli un altro metodo di pagamento.',
  'decline.alias': 'Per questo pagamento serve un codice BLIK.',
  'decline.wrongCode': 'Il codice BLIK non è stato riconosciuto.',
  'decline.expiredCode': 'Il codice BLIK è scaduto.',
  'decline.codeProblem': 'Non è stato possibile usare il codice BLIK.',
  'decline.declinedInApp': 'Il pagamento è stato rifiutato nell’app della banca.',
  'decline.notConfirmed': 'Il pagamento non è stato confermato in tempo.',
  'decline.wrongPin': 'Il PIN nell’app della banca non corrisponde.',
  'decline.security': 'La banca ha fermato il pagamento per motivi di sicurezza.',
  'decline.limit':
    'Il pagamento supera il limite impostato nell’app della banca. Lì puoi modificare il limite.',
  'decline.noFunds': 'Sul conto non c’è abbastanza denaro per questo pagamento.',
  'decline.issuer': 'La banca non ha accettato il pagamento.',
  newCode: 'Genera un nuovo codice BLIK e riprova a pagare, oppure scegli un altro metodo di pagamento.',

  'blik.code': 'Codice BLIK',
  'confirming.title': 'Conferma il pagamento nell’app della tua banca',
  'confirming.text': 'Apri l’app e accetta il pagamento entro le ore {time}.',
  'confirming.left': 'Tempo rimasto: {left}',
  'confirming.other': 'Per pagare in un altro modo, rifiuta prima questo pagamento nell’app.',
  'fallback.offer': 'Paga sulla pagina sicura di imoje',
  'fallback.linking': 'Ti portiamo alla pagina di pagamento sicura…',
  rescue: '{channel}: paga così',

  paid: 'Il tuo pagamento è andato a buon fine. Grazie!',
  'transfer.intro': 'Fai un bonifico con questi dati. Lascia la causale esattamente com’è.',
  'transfer.account': 'Numero di conto',
  'transfer.amount': 'Importo',
  'transfer.title': 'Causale',
  copy: 'Copia',
  copied: 'Copiato',
  copyByHand: 'Copialo a mano, per favore',
  otherWay: 'Scegli un altro metodo di pagamento',

  'live.down': '{channels}: servizio al momento non disponibile.',
  'live.up': '{channels}: servizio di nuovo disponibile.',
  'live.many': 'I metodi di pagamento sono cambiati. L’elenco mostra quali puoi usare.',
  'live.gatewayUp': 'I pagamenti imoje funzionano di nuovo. Ora puoi pagare.',
}
