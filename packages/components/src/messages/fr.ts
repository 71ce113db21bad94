import type { Messages } from './messages.ts'

/** French. The spaces before `:`, `?` and `!` do not break; they are escaped so that nobody takes them for plain ones. */
export const fr: Messages = {
  language: 'fr',
  legend: 'Comment souhaitez-vous payer\u202f?',
  loading: 'Chargement des moyens de paiement…',
  slow: 'Cela prend plus de temps que d’habitude. Patientez un peu ou réessayez.',
  listFailed: 'Les moyens de paiement n’ont pas pu être chargés. Veuillez réessayer.',
  empty:
    'Aucun moyen de paiement ne convient à cette commande pour le moment. Réessayez ou contactez la boutique.',
  'empty.none':
    'Cette boutique n’accepte pas les paiements imoje pour le moment. Demandez-lui comment payer autrement.',
  'empty.currency':
    'Ici, aucun moyen de paiement n’accepte la devise de cette commande ({currency}). Demandez à la boutique comment payer autrement.',
  tryAgain: 'Réessayer',

  'method.blik': 'BLIK',
  'method.pbl': 'Virement bancaire en ligne',
  'method.card': 'Carte bancaire',
  'method.wallet': 'Portefeuille numérique',
  'method.imoje_paylater': 'Achetez maintenant, payez plus tard',
  'method.imoje_installments': 'Paiement fractionné',
  'method.wt': 'Virement classique',
  'method.lease': 'Leasing',
  'help.blik': 'Avec un code de l’application de votre banque',
  'help.pbl': 'Connectez-vous à votre banque et confirmez',
  'help.wt': 'Vous faites le virement vous-même',

  'state.unavailable': 'Indisponible',
  'state.from': 'Dès {limit}',
  'state.upTo': 'Jusqu’à {limit}',
  restHeading: 'Indisponibles pour le moment',
  'reason.off': 'Service désactivé pour le moment.',
  'reason.device': 'Ne fonctionne pas sur cet appareil.',
  'reason.outage': 'Service en pause.',
  'reason.shortBy': 'Ajoutez {amount} d’articles à votre commande pour payer ainsi.',
  'reason.overBy':
    'Votre commande dépasse de {amount} la limite autorisée. Choisissez un autre moyen de paiement.',
  'reason.refused': 'Service désactivé pour le moment.',
  'reason.coolingDown': 'Ne répond pas pour le moment.',
  'reason.trial': 'Il y a eu des difficultés. Vous pouvez essayer maintenant.',
  'reason.from': 'Vous pourrez réessayer à partir de {time}.',
  'reason.other': 'Choisissez un autre moyen de paiement.',
  countdown: 'dans {left}',

  search: 'Recherchez votre banque',
  searchHits: {
    one: '{count} banque trouvée',
    many: '{count} de banques trouvées',
    other: '{count} banques trouvées',
  },
  searchNone: 'Aucune banque ne porte ce nom ici. Vérifiez l’orthographe ou parcourez toute la liste.',
  searchClear: 'Afficher toutes les banques',
  showAll: 'Tout afficher ({count})',
  showFewer: 'Afficher moins',
  change: 'Modifier',
  consent: 'En payant, vous acceptez {terms} et confirmez avoir lu {privacy}.',
  'consent.terms': 'les conditions de paiement d’imoje',
  'consent.privacy': 'la notice d’imoje sur vos données personnelles',
  newTab: 's’ouvre dans un nouvel onglet',

  'gateway.down': 'Les paiements imoje sont en pause.',
  'gateway.check': 'Nouvelle vérification à {time}.',
  'gateway.due': 'Nous vérifions s’ils fonctionnent à nouveau.',
  'gateway.misconfigured':
    'Les paiements imoje ne sont pas possibles dans cette boutique pour le moment. Choisissez un autre moyen de paiement ou contactez la boutique.',
  'gateway.offline': 'Vous êtes hors ligne. Vous pourrez payer dès que la connexion sera rétablie.',
  checkNow: 'Vérifier maintenant',
  checkedJustNow: 'Nous venons de vérifier. Veuillez patienter une demi-minute.',

  pay: 'Payer {amount}',
  busy: 'Un instant…',
  checking:
    'Nous vérifions si votre paiement a abouti. Merci de ne pas payer une deuxième fois pour le moment.',
  'blocked.nothing-chosen': 'Choisissez comment vous souhaitez payer.',
  'blocked.channel-not-chosen': 'Choisissez d’abord une des options, par exemple votre banque.',
  'blocked.unavailable':
    'Ce que vous avez choisi n’est pas disponible pour le moment. Choisissez un autre moyen de paiement.',
  'blocked.gateway':
    'Les paiements imoje sont toujours en pause. Nous vous préviendrons ici dès leur reprise.',
  'blocked.paused': 'Veuillez patienter un instant, puis réessayez de payer.',
  'blocked.offline': 'Vous êtes hors ligne. Connectez-vous à Internet, puis payez.',
  'blocked.blik-code': 'Saisissez les six chiffres du code BLIK de l’application de votre banque.',
  'blocked.order-changed': 'Votre commande a changé. Vérifiez le nouveau total, puis payez.',

  'failure.couldNotStart': 'Le paiement n’a pas pu démarrer. Choisissez un autre moyen de paiement.',
  'failure.misconfigured':
    'Les paiements imoje ne sont pas possibles dans cette boutique pour le moment. Choisissez un autre moyen de paiement ou contactez la boutique.',
  'failure.switchedOff':
    '{channel}\u00a0: service désactivé à l’instant. Choisissez un autre moyen de paiement.',
  'failure.checkFields': 'Certaines informations sont à corriger. Vérifiez-les, puis réessayez de payer.',
  'failure.wait':
    'Cela fait beaucoup d’essais à la suite. Veuillez patienter un instant, puis réessayez de payer.',
  'failure.notAnswering': '{channel} ne répond pas pour le moment. Choisissez un autre moyen de paiement.',
  'failure.gatewayDown': 'Les paiements imoje sont en pause. Nous vous préviendrons ici dès leur reprise.',
  'failure.unknown':
    'Nous ne savons pas encore si votre paiement a abouti. Avant de payer à nouveau, consultez l’application de votre banque ou contactez la boutique.',
  'failure.interrupted':
    'La page de paiement ne s’est pas ouverte. Réessayez ou choisissez un autre moyen de paiement.',
  'failure.offline': 'Vous êtes hors ligne. Connectez-vous à Internet, puis réessayez de payer.',
  'failure.declined': 'Le paiement n’a pas été accepté. Réessayez ou choisissez un autre moyen de paiement.',
  'failure.signIn': 'Votre session a pris fin. Connectez-vous à nouveau, puis payez.',
  'failure.reload': 'Cette page n’est plus à jour. Rechargez-la, puis payez.',
  'failure.orderChanged': 'Votre commande a changé. Vérifiez le nouveau total, puis payez.',
  'failure.orderPaid': 'Cette commande est déjà payée. Vous n’avez plus rien à faire.',
  notAnsweringUntil:
    '{channel} ne répond pas pour le moment. Vous pouvez réessayer à partir de {time} ou choisir un autre moyen de paiement.',
  backAgain: '{channel}\u00a0: vous pouvez réessayer maintenant ou choisir un autre moyen de paiement.',
  stillOpen:
    '{channel}\u00a0: ce paiement n’est pas encore terminé. Si vous payez autrement, ne terminez pas celui-ci.',
  pageNotOpened: 'La page de paiement ne s’est pas ouverte.',
  brokeOff:
    'La connexion s’est coupée avant le début du paiement. Réessayez ou choisissez un autre moyen de paiement.',
  waitOver: 'Vous pouvez maintenant réessayer de payer.',
  otherDetails:
    'Une information que cette page ne demande pas n’a pas été acceptée. Choisissez un autre moyen de paiement ou contactez la boutique.',
  'field.refused': 'Cette information n’a pas été acceptée. Veuillez la corriger.',
  notCharged: 'Aucune somme n’a été débitée.',
  orderNumber: 'Numéro de commande\u00a0: {order}',

  'decline.generic': 'Le paiement n’a pas été accepté.',
  'decline.bankBreak':
    'BLIK est en pause dans votre banque. Utilisez l’application d’une autre banque ou choisissez un autre moyen de paiement.',
  'decline.alias': 'Il faut un code BLIK pour ce paiement.',
  'decline.wrongCode': 'Le code BLIK n’a pas été reconnu.',
  'decline.expiredCode': 'Le code BLIK a expiré.',
  'decline.codeProblem': 'Le code BLIK n’a pas pu être utilisé.',
  'decline.declinedInApp': 'Le paiement a été refusé dans l’application de la banque.',
  'decline.notConfirmed': 'Le paiement n’a pas été confirmé à temps.',
  'decline.wrongPin': 'Le code PIN de l’application de la banque ne correspond pas.',
  'decline.security': 'La banque a arrêté le paiement pour des raisons de sécurité.',
  'decline.limit':
    'Le paiement dépasse la limite fixée dans l’application de la banque. Vous pouvez y modifier cette limite.',
  'decline.noFunds': 'Il n’y a pas assez d’argent sur le compte pour ce paiement.',
  'decline.issuer': 'La banque n’a pas accepté le paiement.',
  newCode: 'Générez un nouveau code BLIK et réessayez de payer, ou choisissez un autre moyen de paiement.',

  'blik.code': 'Code BLIK',
  'confirming.title': 'Confirmez le paiement dans l’application de votre banque',
  'confirming.text': 'Ouvrez l’application et acceptez le paiement avant {time}.',
  'confirming.left': 'Temps restant\u00a0: {left}',
  'confirming.other': 'Pour payer autrement, refusez d’abord ce paiement dans l’application.',
  'fallback.offer': 'Payer sur la page sécurisée d’imoje',
  'fallback.linking': 'Nous ouvrons la page de paiement sécurisée…',
  rescue: '{channel}\u00a0: payer ainsi',

  paid: 'Votre paiement a abouti. Merci\u202f!',
  'transfer.intro': 'Faites un virement avec ces informations. Ne changez rien au libellé.',
  'transfer.account': 'Numéro de compte',
  'transfer.amount': 'Montant',
  'transfer.title': 'Libellé',
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'Veuillez copier à la main',
  otherWay: 'Choisir un autre moyen de paiement',

  'live.down': '{channels}\u00a0: service indisponible pour le moment.',
  'live.up': '{channels}\u00a0: service à nouveau disponible.',
  'live.many': 'Les moyens de paiement ont changé. La liste montre ceux que vous pouvez utiliser.',
  'live.gatewayUp': 'Les paiements imoje fonctionnent à nouveau. Vous pouvez payer.',
}
