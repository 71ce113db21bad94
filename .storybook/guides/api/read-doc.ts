/** A TSDoc comment, taken apart. */
export interface Doc {
  readonly says: string
  readonly usually?: string
  readonly throws?: string
}

const tags = /@(defaultValue|throws|param|returns|example)\b/

/** Reads the body of a TSDoc comment: what stands between the slash-stars. */
export function readDoc(comment: string | undefined): Doc {
  const text = (comment ?? '')
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
  const [says = '', ...tagged] = text.split(tags)
  const find = (tag: string): string | undefined => {
    const at = tagged.indexOf(tag)
    return at < 0 ? undefined : oneLine(tagged[at + 1] ?? '')
  }
  const usually = find('defaultValue')
  const throws = find('throws')
  return {
    says: oneLine(says).replaceAll(/\{@link (\w+)\}/g, '`$1`'),
    ...(usually && { usually }),
    ...(throws && { throws }),
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
