/** Markup whose inserted values are escaped. */
export interface Html {
  readonly markup: string
}

/** Builds markup; a value is escaped unless it is itself markup, or a list of it. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | readonly Html[] | string)[]
): Html {
  return { markup: String.raw({ raw: parts }, ...values.map(inserted)) }
}

function inserted(value: Html | readonly Html[] | string): string {
  if (typeof value === 'string') return escaped(value)
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
