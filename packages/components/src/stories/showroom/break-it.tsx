import { PaymentsProvider, usePaymentMethods } from '@tillkit/hooks'
import type { ScenarioName } from '@tillkit/mock-api'
import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react'
import { PaymentMethods, type PaymentMethodsProps } from '../../payment-methods/payment-methods.tsx'
import '../../styles/index.css'
import { createStoryShop } from '../create-story-shop.ts'
import '../story-shop.css'
import './bench.css'
import { BreakItTools } from './break-it-tools.tsx'
import { createRunningTime } from './running-time.ts'
import { createShopLog, type ShopLog } from './shop-log.ts'
import { ShopLogList } from './shop-log-list.tsx'

export interface BreakItProps {
  /** May change at any time: the shop goes on with it. @defaultValue 'calm' */
  readonly scenario?: ScenarioName | undefined
  /** @defaultValue 'light' */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  /** @defaultValue 'ltr' */
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** @defaultValue 'en' */
  readonly locale?: string | undefined
  readonly picker?: PaymentMethodsProps | undefined
}

/** A shop to break by hand: the picker, what can befall imoje behind it, and all that happens then. */
export function BreakIt(props: BreakItProps): ReactElement {
  const { scenario = 'calm', scheme = 'light', direction, locale = 'en', picker } = props
  const [shop] = useState(() => createStoryShop({ scenario }))
  const [log] = useState(() => createShopLog(shop))
  const [time] = useState(() => createRunningTime(shop.clock))
  useEffect(() => time.subscribe(log.look), [time, log])
  useEffect(() => time.run(), [time])
  return (
    <main className="story-page bench" data-scheme={scheme}>
      <PaymentsProvider client={shop.client} order={shop.order} locale={locale}>
        <Scenario name={scenario} play={shop.mock.setScenario} />
        <div className="bench-picker" dir={direction}>
          <PaymentMethods onRedirect={() => undefined} limit={8} {...picker} />
        </div>
        <aside className="bench-side" lang="en" aria-label="Break it">
          <BreakItTools shop={shop} time={time} />
        </aside>
        <aside className="bench-side bench-watch" lang="en" aria-label="What happens">
          <Log log={log} />
        </aside>
      </PaymentsProvider>
    </main>
  )
}

/** Another scenario goes on in the same shop: the list is read again, as if its minute were over. */
function Scenario({ name, play }: { name: ScenarioName; play: (name: ScenarioName) => void }): null {
  const { refresh } = usePaymentMethods()
  const played = useRef(name)
  useEffect(() => {
    if (played.current === name) return
    played.current = name
    play(name)
    void refresh()
  }, [name, play, refresh])
  return null
}

function Log({ log }: { readonly log: ShopLog }): ReactElement {
  return <ShopLogList lines={useSyncExternalStore(log.subscribe, log.get)} />
}
