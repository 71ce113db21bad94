import { launchOptions } from '@tillkit/tooling/browser'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build } from 'vite'

/*
 * Mounts 200 channels in a browser, with React as shoppers get it, and ends non-zero when that takes more than the figure to hold.
 * TILLKIT_ROUNDS says how many rounds are measured.
 */

declare const process: {
  exitCode: number
  readonly env: { readonly TILLKIT_ROUNDS?: string }
  readonly stdout: { write(text: string): void }
}

/** How long the kit may take, against a list of the same rows that is written by hand, in the same run. */
const atMost = 1.5

const rounds = Number(process.env.TILLKIT_ROUNDS ?? 60)

const built = await build({
  configFile: false,
  logLevel: 'error',
  mode: 'production',
  plugins: [react()],
  resolve: { conditions: ['@tillkit/source', 'module', 'browser', 'production'] },
  build: {
    write: false,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { input: 'bench/page.tsx' },
  },
})
const files = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
const code = files.flatMap((file) => (file.type === 'chunk' && file.isEntry ? file.code : []))
const css = files.flatMap((file) =>
  file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : [],
)

const browser = await chromium.launch(await launchOptions())
try {
  const page = await browser.newPage()
  await page.setContent('<!doctype html><html lang="en"><body></body></html>')
  await page.addStyleTag({ content: css.join('\n') })
  await page.addScriptTag({ content: code.join('\n'), type: 'module' })
  await page.waitForFunction('globalThis.compareMounts')
  const ratio = Number(await page.evaluate(`compareMounts(${rounds})`))
  const isHeld = ratio <= atMost
  if (!isHeld) process.exitCode = 1
  const [got, limit] = [ratio, atMost].map((value) => value.toFixed(2).padStart(5))
  process.stdout.write(
    `${isHeld ? 'held  ' : 'MISSED'} ${got} of ${limit}  mount 200 channels : the same rows by hand\n`,
  )
} finally {
  await browser.close()
}
