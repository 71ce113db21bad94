import type { PaymentsClient } from '@tillkit/hooks'
import { useLayoutEffect, useState, type ReactElement } from 'react'
import type { ShopConfig, ShopOrderView } from '../shared/shop-wire.ts'
import { CheckoutPage } from './checkout-page.tsx'
import { keepLanguage, LanguageContext, languages, startingLanguage, type Language } from './language.ts'
import type { EventLog } from './panel/event-log.ts'
import { Panel } from './panel/panel.tsx'
import type { DemoClock } from '../shared/demo-clock.ts'
import { keepLook, PickerLookContext, startingLook, withChoice, type LookChoice } from './picker-look.ts'
import { ResultPage } from './result-page.tsx'
import { ShopHeader } from './shop-header.tsx'
import { keepTheme, startingTheme, type Theme } from './theme.ts'

export interface AppProps {
  readonly client: PaymentsClient
  readonly clock: DemoClock
  readonly config: ShopConfig
  readonly events: EventLog
  readonly page: ShopPage
}

/** The two pages there are, with what each has to know before it is drawn. */
export type ShopPage =
  | { readonly name: 'checkout'; readonly order: ShopOrderView }
  | { readonly name: 'result'; readonly order: ShopOrderView | undefined }

export function App({ client, clock, config, events, page }: AppProps): ReactElement {
  const [language, setLanguage] = useState(startingLanguage)
  const [theme, setTheme] = useState(startingTheme)
  const [look, setLook] = useState(startingLook)
  const words = languages[language]

  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const chooseLanguage = (next: Language): void => {
    keepLanguage(next)
    setLanguage(next)
  }
  const chooseTheme = (next: Theme): void => {
    keepTheme(next)
    setTheme(next)
  }
  const choose = (what: LookChoice, value: string): void => {
    const next = withChoice(look, what, value)
    keepLook(next)
    setLook(next)
  }

  return (
    <LanguageContext value={{ language, words }}>
      <PickerLookContext value={{ look, choose }}>
        <div className="shop">
          <ShopHeader language={language} onLanguage={chooseLanguage} theme={theme} onTheme={chooseTheme} />
          {page.name === 'checkout' ? (
            <CheckoutPage client={client} initialOrder={page.order} />
          ) : (
            <ResultPage order={page.order} />
          )}
          <footer className="footer">{words.footer}</footer>
        </div>
        <Panel canBreak={config.canBreak} clock={clock} events={events} />
      </PickerLookContext>
    </LanguageContext>
  )
}
