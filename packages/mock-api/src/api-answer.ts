/** One entry of `errors[]` in a refusal. */
export interface FieldError {
  /** The property that is wrong, such as `customer.email`. */
  readonly property: string
  /** What is wrong with it. */
  readonly message: string
}

/** A JSON answer of the API before it becomes a `Response`. */
export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

/** Thrown by a route to answer with imoje's error body. */
export class ApiRefusal extends Error {
  readonly status: number
  readonly errors: readonly FieldError[]

  constructor(status: number, message?: string, errors: readonly FieldError[] = []) {
    super(message ?? defaultMessages[status] ?? 'The request could not be carried out.')
    this.status = status
    this.errors = errors
  }
}

/**
 * imoje's error body. Only a debit's refusal is shown publicly in full; the codes of other errors are not, so these are the
 * mock's own, and the shape of an entry of `errors[]` is inferred.
 *
 * @param instance the request's body, which imoje sends back
 */
export function errorBody(
  status: number,
  instance: unknown,
  errors: readonly FieldError[] = [],
  message: string = defaultMessages[status] ?? 'The request could not be carried out.',
): unknown {
  return { apiErrorResponse: { code: `MOCK-ERROR-${status}00`, message, instance: instance ?? {}, errors } }
}

const defaultMessages: Readonly<Record<number, string>> = {
  400: 'The request payload cannot be read.',
  401: 'The authorisation token is missing or wrong.',
  403: 'No authority to carry out this request.',
  404: 'There is no such resource.',
  406: 'The payment method or channel cannot be used at the moment.',
  422: 'Some fields are missing or hold values that are not allowed.',
  429: 'Too many requests.',
  500: 'The payment provider did not answer properly.',
  502: 'The system behind the gateway did not answer properly.',
  503: 'The system is unavailable.',
  504: 'The system did not answer in time.',
}
