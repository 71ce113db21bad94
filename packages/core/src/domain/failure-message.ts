/** What the shopper reads after an attempt; each key is a sentence in every language. */
export type FailureMessage =
  | 'couldNotStart'
  | 'misconfigured'
  | 'switchedOff'
  | 'checkFields'
  | 'wait'
  | 'notAnswering'
  | 'gatewayDown'
  | 'unknown'
  /** The payment's page didn't open, and nobody knows more: it can be tried again. */
  | 'interrupted'
  | 'offline'
  | 'declined'
  | 'signIn'
  | 'reload'
  | 'orderChanged'
  | 'orderPaid'
