import type { ApiAnswer } from './api-answer.ts'
import type { Backend } from './backend.ts'
import type { ChannelRow } from './fixtures/channels.ts'
import { type MethodGroup, methodGroups } from './fixtures/groups.ts'
import type { ApiCall } from './api-call.ts'
import { listFields } from './request-rules.ts'
import { checkedBody } from './checked-body.ts'
import { outsideLimits } from './world.ts'

/** `GET /service/{id}`: a flat row for each channel and currency, active in the shop or not. */
export function getService({ backend }: ApiCall): ApiAnswer {
  const rows = backend.rows().map((row) => flatRow(row, backend))
  return {
    status: 200,
    body: {
      service: {
        id: backend.credentials.serviceId,
        created: 1_735_686_000,
        isActive: true,
        paymentMethods: backend.scenario.spoil?.(rows) ?? rows,
      },
    },
  }
}

/** `POST /service/{id}/get-payment-methods`: a bare array of groups, cut to what this amount, currency and device may use. */
export function getPaymentMethods(call: ApiCall): ApiAnswer {
  const { backend } = call
  const asked = checkedBody(call, listFields)
  const language = asked.locale === 'pl' || asked.locale === undefined ? 'pl' : 'en'
  const rows = backend.rows().filter((row) => {
    const rightDevice = asked.device === undefined || row.device === undefined || row.device === asked.device
    return (
      row.isActive &&
      row.currency === asked.currency &&
      rightDevice &&
      !outsideLimits(row, Number(asked.amount))
    )
  })
  const groups = methodGroups
    .map((group, index) => nestedGroup(group, index + 1, rows, language, backend))
    .filter((group) => group.channels.length > 0)
  return { status: 200, body: groups }
}

function flatRow(row: ChannelRow, backend: Backend): object {
  const flagged = backend.scenario.flaggedMethods?.includes(row.paymentMethod) ?? false
  return {
    paymentMethod: row.paymentMethod,
    paymentMethodCode: row.paymentMethodCode,
    isActive: row.isActive,
    isOnline: row.isOnline && !flagged,
    description: row.description,
    currency: row.currency,
    transactionLimits: {
      minTransaction: { type: 'number', value: row.min },
      maxTransaction: { type: 'number', value: row.max },
    },
    paymentMethodImage: image(row.paymentMethod, backend),
    paymentMethodCodeImage: image(row.paymentMethodCode, backend),
  }
}

function nestedGroup(
  group: MethodGroup,
  priority: number,
  rows: readonly ChannelRow[],
  language: 'pl' | 'en',
  backend: Backend,
) {
  const inGroup = group.methods.flatMap((method) => rows.filter((row) => row.paymentMethod === method))
  const channels = inGroup.map((row, index) => ({
    paymentMethod: row.paymentMethod,
    paymentMethodCode: row.paymentMethodCode,
    label: (language === 'en' && row.english) || row.description,
    priority: index + 1,
    isOnline: row.isOnline,
    image: image(row.paymentMethodCode, backend),
  }))
  const flagged = group.methods.some((method) => backend.scenario.flaggedMethods?.includes(method))
  return {
    label: group.label[language],
    isOnline: !flagged && inGroup.some((row) => row.isOnline),
    priority,
    image: image(group.mark, backend),
    channels: backend.scenario.spoil?.(channels) ?? channels,
  }
}

/** The key says `png` because imoje's does, whatever the file is. */
function image(code: string, backend: Backend): object[] {
  return [{ png: `${backend.origin}/marks/${code}.svg` }]
}
