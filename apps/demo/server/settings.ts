import type { ImojeOptions } from '@tillkit/server'

/** What the environment says about a start of the demo. */
export interface DemoSettings {
  /** imoje's own sandbox (or production) instead of the imitation. */
  readonly imoje?: ImojeOptions
  /** The shop's address for browsers and imoje, where it isn't this machine's. */
  readonly publicUrl?: string
  readonly port: number
  readonly page: 'source' | 'built'
}

const required = ['IMOJE_MERCHANT_ID', 'IMOJE_SERVICE_ID', 'IMOJE_SERVICE_KEY', 'IMOJE_TOKEN'] as const

/** @throws Error with a sentence that says which variable to set */
export function readSettings(env: Readonly<Record<string, string | undefined>>): DemoSettings {
  const port = Number(env['PORT'] ?? 4100)
  if (!Number.isInteger(port) || port < 0 || port > 65_000)
    throw new Error(`PORT is "${env['PORT']}": write a number from 0 to 65000.`)
  const { PUBLIC_URL: publicUrl } = env
  return {
    port,
    page: env['TILLKIT_DEMO_BUILT'] === '1' ? 'built' : 'source',
    ...(publicUrl !== undefined && { publicUrl }),
    ...readImoje(env),
  }
}

function readImoje(env: Readonly<Record<string, string | undefined>>): Pick<DemoSettings, 'imoje'> {
  const missing = required.filter((name) => !env[name])
  if (missing.length === required.length) return {}
  if (missing.length > 0)
    throw new Error(
      `To talk to imoje, set ${missing.join(', ')} too; to use the imitation, set none of them.`,
    )
  const environment = env['IMOJE_ENVIRONMENT'] ?? 'sandbox'
  if (environment !== 'sandbox' && environment !== 'production')
    throw new Error(`IMOJE_ENVIRONMENT is "${environment}": write sandbox or production.`)
  const [merchantId = '', serviceId = '', serviceKey = '', token = ''] = required.map((name) => env[name])
  return { imoje: { merchantId, serviceId, serviceKey, token, environment } }
}
