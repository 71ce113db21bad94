import type { Messages } from './messages.ts'

/** German. */
export const de: Messages = {
  language: 'de',
  legend: 'Wie möchten Sie bezahlen?',
  loading: 'Zahlungsarten werden geladen\u00A0…',
  slow: 'Das dauert länger als sonst. Warten Sie kurz oder versuchen Sie es erneut.',
  listFailed: 'Die Zahlungsarten konnten nicht geladen werden. Bitte versuchen Sie es erneut.',
  empty:
    'Für diese Bestellung gibt es gerade keine passende Zahlungsart. Versuchen Sie es erneut oder fragen Sie beim Shop nach.',
  'empty.none':
    'Dieser Shop nimmt gerade keine Zahlungen mit imoje an. Fragen Sie beim Shop nach, wie Sie sonst bezahlen können.',
  'empty.currency':
    'Hier passt keine Zahlungsart zur Währung dieser Bestellung ({currency}). Fragen Sie beim Shop nach, wie Sie sonst bezahlen können.',
  tryAgain: 'Erneut versuchen',

  'method.blik': 'BLIK',
  'method.pbl': 'Online-Überweisung',
  'method.card': 'Karte',
  'method.wallet': 'Digitale Geldbörse',
  'method.imoje_paylater': 'Jetzt kaufen, später bezahlen',
  'method.imoje_installments': 'Ratenzahlung',
  'method.wt': 'Klassische Überweisung',
  'method.lease': 'Leasing',
  'help.blik': 'Mit einem Code aus Ihrer Banking-App',
  'help.pbl': 'Bei Ihrer Bank anmelden und bestätigen',
  'help.wt': 'Sie überweisen das Geld selbst',

  'state.unavailable': 'Nicht verfügbar',
  'state.from': 'Ab {limit}',
  'state.upTo': 'Bis {limit}',
  restHeading: 'Gerade nicht verfügbar',
  'reason.off': 'Vorübergehend abgeschaltet.',
  'reason.device': 'Funktioniert auf diesem Gerät nicht.',
  'reason.outage': 'Vorübergehend nicht möglich.',
  'reason.shortBy': 'Um so zu bezahlen, bestellen Sie noch für {amount} dazu.',
  'reason.overBy': 'Ihre Bestellung liegt {amount} über dem Limit. Wählen Sie eine andere Zahlungsart.',
  'reason.refused': 'Vorübergehend abgeschaltet.',
  'reason.coolingDown': 'Antwortet gerade nicht.',
  'reason.trial': 'Vorhin gab es Probleme. Sie können es jetzt versuchen.',
  'reason.from': 'Sie können es ab {time}\u00A0Uhr erneut versuchen.',
  'reason.other': 'Wählen Sie eine andere Zahlungsart.',
  countdown: 'noch {left}',

  search: 'Bank suchen',
  searchHits: { one: '{count} Bank gefunden', other: '{count} Banken gefunden' },
  searchNone:
    'Hier gibt es keine Bank mit diesem Namen. Prüfen Sie die Schreibweise oder sehen Sie sich alle an.',
  searchClear: 'Alle Banken anzeigen',
  showAll: 'Alle anzeigen ({count})',
  showFewer: 'Weniger anzeigen',
  change: 'Ändern',
  consent: 'Mit der Zahlung akzeptieren Sie {terms} und bestätigen, dass Sie {privacy} gelesen haben.',
  'consent.terms': 'die Zahlungsbedingungen von imoje',
  'consent.privacy': 'die Datenschutzhinweise von imoje',
  newTab: 'öffnet sich in einem neuen Tab',

  'gateway.down': 'Zahlungen mit imoje sind vorübergehend nicht möglich.',
  'gateway.check': 'Wir prüfen es um {time}\u00A0Uhr erneut.',
  'gateway.due': 'Wir prüfen, ob sie wieder möglich sind.',
  'gateway.misconfigured':
    'Zahlungen mit imoje sind in diesem Shop gerade nicht möglich. Wählen Sie eine andere Zahlungsart oder fragen Sie beim Shop nach.',
  'gateway.offline': 'Sie sind offline. Sobald Sie wieder verbunden sind, können Sie bezahlen.',
  checkNow: 'Jetzt prüfen',
  checkedJustNow: 'Wir haben es gerade erst geprüft. Bitte warten Sie eine halbe Minute.',

  pay: '{amount} bezahlen',
  busy: 'Einen Moment\u00A0…',
  checking: 'Wir prüfen, ob Ihre Zahlung erfolgreich war. Bitte bezahlen Sie so lange nicht erneut.',
  'blocked.nothing-chosen': 'Wählen Sie, wie Sie bezahlen möchten.',
  'blocked.channel-not-chosen': 'Wählen Sie zuerst eine der Möglichkeiten, zum Beispiel Ihre Bank.',
  'blocked.unavailable': 'Ihre Auswahl ist gerade nicht verfügbar. Wählen Sie eine andere Zahlungsart.',
  'blocked.gateway':
    'Zahlungen mit imoje sind noch nicht wieder möglich. Wir sagen Ihnen hier Bescheid, sobald es weitergeht.',
  'blocked.paused': 'Bitte warten Sie einen Moment, bevor Sie erneut bezahlen.',
  'blocked.offline': 'Sie sind offline. Verbinden Sie sich mit dem Internet und bezahlen Sie dann.',
  'blocked.blik-code': 'Geben Sie die sechs Ziffern des BLIK-Codes aus Ihrer Banking-App ein.',
  'blocked.order-changed':
    'Ihre Bestellung hat sich geändert. Prüfen Sie den neuen Gesamtbetrag und bezahlen Sie dann.',

  'failure.couldNotStart': 'Die Zahlung konnte nicht gestartet werden. Wählen Sie eine andere Zahlungsart.',
  'failure.misconfigured':
    'Zahlungen mit imoje sind in diesem Shop gerade nicht möglich. Wählen Sie eine andere Zahlungsart oder fragen Sie beim Shop nach.',
  'failure.switchedOff': '{channel} wurde soeben abgeschaltet. Wählen Sie eine andere Zahlungsart.',
  'failure.checkFields':
    'Einige Angaben stimmen noch nicht. Bitte prüfen Sie Ihre Angaben und bezahlen Sie dann erneut.',
  'failure.wait':
    'Das waren viele Versuche auf einmal. Bitte warten Sie einen Moment, bevor Sie erneut bezahlen.',
  'failure.notAnswering': '{channel} antwortet gerade nicht. Wählen Sie eine andere Zahlungsart.',
  'failure.gatewayDown':
    'Zahlungen mit imoje sind vorübergehend nicht möglich. Wir sagen Ihnen hier Bescheid, sobald es weitergeht.',
  'failure.unknown':
    'Wir wissen noch nicht, ob Ihre Zahlung erfolgreich war. Bevor Sie erneut bezahlen, sehen Sie in Ihrer Banking-App nach oder fragen Sie den Shop.',
  'failure.interrupted':
    'Die Zahlungsseite hat sich nicht geöffnet. Versuchen Sie es erneut oder wählen Sie eine andere Zahlungsart.',
  'failure.offline': 'Sie sind offline. Verbinden Sie sich mit dem Internet und bezahlen Sie dann erneut.',
  'failure.declined':
    'Die Zahlung wurde nicht angenommen. Versuchen Sie es erneut oder wählen Sie eine andere Zahlungsart.',
  'failure.signIn': 'Sie wurden abgemeldet. Melden Sie sich wieder an und bezahlen Sie dann.',
  'failure.reload': 'Diese Seite ist nicht mehr aktuell. Laden Sie die Seite neu und bezahlen Sie dann.',
  'failure.orderChanged':
    'Ihre Bestellung hat sich geändert. Prüfen Sie den neuen Gesamtbetrag und bezahlen Sie dann.',
  'failure.orderPaid': 'Diese Bestellung ist bereits bezahlt. Sie müssen nichts weiter tun.',
  notAnsweringUntil:
    '{channel} antwortet gerade nicht. Versuchen Sie es ab {time}\u00A0Uhr erneut oder wählen Sie eine andere Zahlungsart.',
  backAgain: '{channel}: Sie können es jetzt erneut versuchen oder eine andere Zahlungsart wählen.',
  stillOpen:
    '{channel}: Diese Zahlung ist noch nicht abgeschlossen. Wenn Sie anders bezahlen, schließen Sie sie dort nicht mehr ab.',
  pageNotOpened: 'Die Zahlungsseite hat sich nicht geöffnet.',
  brokeOff:
    'Die Verbindung brach ab, bevor die Zahlung begann. Versuchen Sie es erneut oder wählen Sie eine andere Zahlungsart.',
  waitOver: 'Sie können jetzt wieder bezahlen.',
  otherDetails:
    'Etwas, das diese Seite nicht abfragt, wurde nicht angenommen. Wählen Sie eine andere Zahlungsart oder fragen Sie beim Shop nach.',
  'field.refused': 'Diese Angabe wurde nicht angenommen. Bitte prüfen und korrigieren.',
  notCharged: 'Es wurde nichts abgebucht.',
  orderNumber: 'Bestellnummer: {order}',

  'decline.generic': 'Die Zahlung wurde nicht angenommen.',
  'decline.bankBreak':
    'BLIK ist bei Ihrer Bank vorübergehend nicht möglich. Nutzen Sie die App einer anderen Bank oder wählen Sie eine andere Zahlungsart.',
  'decline.alias': 'Für diese Zahlung ist ein BLIK-Code nötig.',
  'decline.wrongCode': 'Der BLIK-Code wurde nicht erkannt.',
  'decline.expiredCode': 'Der BLIK-Code ist abgelaufen.',
  'decline.codeProblem': 'Der BLIK-Code konnte nicht verwendet werden.',
  'decline.declinedInApp': 'Die Zahlung wurde in der Banking-App abgelehnt.',
  'decline.notConfirmed': 'Die Zahlung wurde nicht rechtzeitig bestätigt.',
  'decline.wrongPin': 'Die PIN in der Banking-App stimmte nicht.',
  'decline.security': 'Die Bank hat die Zahlung aus Sicherheitsgründen gestoppt.',
  'decline.limit': 'Die Zahlung liegt über dem Limit in der Banking-App. Dort können Sie das Limit ändern.',
  'decline.noFunds': 'Auf dem Konto ist nicht genug Geld für diese Zahlung.',
  'decline.issuer': 'Die Bank hat die Zahlung nicht angenommen.',
  newCode:
    'Holen Sie sich einen neuen BLIK-Code und bezahlen Sie erneut, oder wählen Sie eine andere Zahlungsart.',

  'blik.code': 'BLIK-Code',
  'confirming.title': 'Bestätigen Sie die Zahlung in Ihrer Banking-App',
  'confirming.text': 'Öffnen Sie die App und bestätigen Sie die Zahlung bis {time}\u00A0Uhr.',
  'confirming.left': 'Verbleibende Zeit: {left}',
  'confirming.other': 'Um anders zu bezahlen, lehnen Sie diese Zahlung zuerst in der App ab.',
  'fallback.offer': 'Sicher auf der imoje-Seite bezahlen',
  'fallback.linking': 'Wir leiten Sie zur sicheren Zahlungsseite weiter\u00A0…',
  rescue: '{channel}: stattdessen so bezahlen',

  paid: 'Ihre Zahlung war erfolgreich. Vielen Dank!',
  'transfer.intro':
    'Überweisen Sie mit diesen Angaben. Übernehmen Sie den Verwendungszweck genau so, wie er ist.',
  'transfer.account': 'Kontonummer',
  'transfer.amount': 'Betrag',
  'transfer.title': 'Verwendungszweck',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Bitte von Hand kopieren',
  otherWay: 'Andere Zahlungsart wählen',

  'live.down': '{channels}: gerade nicht verfügbar.',
  'live.up': '{channels}: wieder verfügbar.',
  'live.many': 'Die Zahlungsarten haben sich geändert. Die Liste zeigt, welche Sie nutzen können.',
  'live.gatewayUp': 'Zahlungen mit imoje sind wieder möglich. Sie können jetzt bezahlen.',
}
