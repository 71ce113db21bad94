import '@tillkit/components/styles.css'
import './styles/tokens.css'
import './styles/page.css'
import './styles/checkout.css'
import './styles/result.css'
import './styles/panel.css'
import { createPaymentsClient } from '@tillkit/hooks'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createDemoClock } from '../shared/demo-clock.ts'
import { App, type ShopPage } from './app.tsx'
import { languages, startingLanguage } from './language.ts'
import { createEventLog } from './panel/event-log.ts'
import { findOrder, readConfig, readCurrentOrder } from './shop-api.ts'
import { showTheme, startingTheme } from './theme.ts'

const place = document.getElementById('shop')
if (!place) throw new Error('The page has no place for the shop.')
const root = createRoot(place)

document.documentElement.lang = startingLanguage()
showTheme(startingTheme())

try {
  const config = await readConfig()
  const clock = createDemoClock(config.clockOffsetMs)
  const { trustedOrigins } = config
  const client = createPaymentsClient({ endpoint: '/api/payments', trustedOrigins, clock })
  const events = createEventLog(client, clock)
  const page = await readPage()
  root.render(
    <StrictMode>
      <App client={client} clock={clock} config={config} events={events} page={page} />
    </StrictMode>,
  )
} catch {
  const words = languages[startingLanguage()]
  root.render(
    <main className="broken">
      <p>{words.broken}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </main>,
  )
}

async function readPage(): Promise<ShopPage> {
  const orderId = new URLSearchParams(location.search).get('order')
  if (location.pathname === '/result')
    return { name: 'result', order: orderId ? await findOrder(orderId) : undefined }
  const order = await readCurrentOrder()
  // Back from the bank to a checkout that is over: it must not look as if it could be paid again.
  return order.isPaid ? { name: 'result', order } : { name: 'checkout', order }
}
