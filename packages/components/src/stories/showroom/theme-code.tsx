import { useRef, useState, type ReactElement } from 'react'
import { writeAppearance, writeCss, type Look } from './look.ts'

/** The theme as text, to be pasted into a shop. */
export function ThemeCode({ look }: { readonly look: Look }): ReactElement {
  return (
    <>
      <Code name="CSS" text={writeCss(look) || '/* The preset as it is. */'} />
      <Code name="appearance" text={writeAppearance(look)} />
    </>
  )
}

function Code({ name, text }: { readonly name: string; readonly text: string }): ReactElement {
  const [copied, setCopied] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async (): Promise<void> => {
    field.current?.select()
    // Pages that came without TLS from another machine have no clipboard; what is selected is copied by hand.
    if (!globalThis.isSecureContext) return
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <div className="workshop-code">
      <textarea ref={field} readOnly aria-label={name} value={text} rows={text.split('\n').length} />
      <button type="button" onClick={() => void copy()}>
        {copied === text ? 'Copied' : `Copy ${name}`}
      </button>
    </div>
  )
}
