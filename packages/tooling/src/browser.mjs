// Finds a Chromium-family browser that really starts: BROWSER_PATH, then the system's,
// then Playwright's own, then the one packed in the npm package @sparticuz/chromium.
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const asRoot = process.getuid?.() === 0

export const launchArgs = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
]

const starts = (path, env) => {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  if (process.platform === 'win32') return true // there --version opens a window
  return (
    spawnSync(path, ['--version', ...launchArgs], { timeout: 20_000, env: { ...process.env, ...env } })
      .status === 0
  )
}

const systemPlaces = () => {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (n) => `/Applications/${n}.app/Contents/MacOS/${n}`,
    )
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((d) =>
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((e) =>
          join(d, e),
        ),
      )
  return [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
  ].flatMap((n) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((d) => join(d, n)))
}

/** Unpacks the npm-borne Chromium once into a versioned cache folder; the final rename is atomic. */
async function packedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const pkg = join(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'))
  const home = join(
    fileURLToPath(new URL('../../node_modules/.cache', import.meta.url)),
    `chromium-${version}`,
  )
  if (!existsSync(home)) {
    mkdirSync(dirname(home), { recursive: true })
    const scratch = mkdtempSync(`${home}-`)
    const before = process.env.TMPDIR
    process.env.TMPDIR = scratch // the package unpacks into os.tmpdir()
    try {
      const { default: packed, inflate } = await import('@sparticuz/chromium')
      await packed.executablePath()
      await inflate(join(pkg, 'bin', 'al2023.tar.br')) // nss and friends, for systems without them
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      renameSync(scratch, home)
    } catch {
      rmSync(scratch, { recursive: true, force: true })
    }
  }
  const executablePath = join(home, 'chromium')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }])
    if (starts(executablePath, env)) return { executablePath, env, from: `@sparticuz/chromium ${version}` }
}

export async function findBrowser() {
  const asked = process.env.BROWSER_PATH
  if (asked) {
    if (!starts(asked)) throw new Error(`BROWSER_PATH=${asked} does not start`)
    return { executablePath: asked, env: {}, from: 'BROWSER_PATH' }
  }
  for (const p of systemPlaces()) if (starts(p)) return { executablePath: p, env: {}, from: 'system' }
  const managed = chromium.executablePath()
  if (managed && starts(managed)) return { executablePath: managed, env: {}, from: 'playwright' }
  const packed = await packedBrowser().catch(() => undefined)
  if (packed) return packed
  throw new Error(
    'No Chromium-family browser starts here. Install Chrome or Chromium (Debian: apt-get install -y chromium), or run "pnpm exec playwright install chromium", or set BROWSER_PATH.',
  )
}

/** Options for playwright's launch(), or for vitest's playwright provider. */
export async function launchOptions() {
  const { executablePath, env } = await findBrowser()
  return { executablePath, args: launchArgs, env: { ...process.env, ...env } }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const b = await findBrowser()
    console.log(`browser: ${b.executablePath} (${b.from}), node ${process.version}`)
  } catch (e) {
    console.error(e.message)
    process.exitCode = 1
  }
}
