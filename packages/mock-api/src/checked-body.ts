import { ApiRefusal } from './api-answer.ts'
import { checkFields, type Fields, isRecord } from './field-checks.ts'
import type { ApiCall } from './api-call.ts'

/**
 * The call's body once its fields are in order.
 *
 * @throws ApiRefusal 400 when it isn't a JSON object, 422 naming each field that is wrong.
 */
export function checkedBody({ body }: ApiCall, fields: Fields): Readonly<Record<string, unknown>> {
  if (!isRecord(body)) throw new ApiRefusal(400)
  const errors = checkFields(body, fields)
  if (errors.length > 0) throw new ApiRefusal(422, undefined, errors)
  return body
}
