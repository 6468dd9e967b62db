// @ts-check
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { findProgram, isProgram, run } from './programs.mjs'
import { withProgress } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { CACHE, ROOT } from './root.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const FONTS = 'fonts-noto-cjk'
/** Where the last try puts what it fetched. */
const BROWSERS = path.join(CACHE, 'browsers')

/**
 * A Chromium or Chrome that starts: CHROMIUM_PATH, the PATH, the usual place, one fetched earlier. Undefined when there is
 * none. On Ubuntu a program of that name may be a pointer to a snap, which does not run in a container.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>}
 */
export const findChromium = async (env = process.env) => {
  if (env.CHROMIUM_PATH) {
    if (!isProgram(env.CHROMIUM_PATH)) throw new Refusal(`CHROMIUM_PATH names no program: ${env.CHROMIUM_PATH}`)
    const { code, output } = await version(env.CHROMIUM_PATH, env)
    if (code !== 0) throw new Refusal(`CHROMIUM_PATH names a browser that does not start: ${env.CHROMIUM_PATH}${lastLine(output) && ` says “${lastLine(output)}”`}`)
    return env.CHROMIUM_PATH
  }
  const places = [...NAMES.map((name) => findProgram(name, env)), `/usr/bin/${NAMES[0]}`, MAC, await fetched()]
  for (const place of places) {
    if (place && isProgram(place) && (await version(place, env)).code === 0) return place
  }
  return undefined
}

/**
 * @param {string} browser
 * @param {NodeJS.ProcessEnv} env
 */
const version = (browser, env) => run(browser, ['--version'], { env })

/**
 * Finds Chromium, or installs it with the Chinese fonts where that needs nobody's leave: as root on Debian or Ubuntu.
 * Rejects with what to install otherwise.
 * @returns {Promise<string>}
 */
export const ensureChromium = async () => {
  const found = await findChromium()
  if (found) return found
  const advice = adviceFor(await readFile('/etc/os-release', 'utf8').catch(() => ''))
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) throw new Refusal(`Chromium is needed for the journeys and none that starts was found. ${advice}`)
  const packed = await withProgress('Installing Chromium', 'a minute or two', () => apt('chromium'))
  const installed = await findChromium()
  if (installed) return installed
  const faults = [`apt-get says “${lastLine(packed.output)}”`]
  const notice = 'Fetching Chromium from Playwright’s download server, for the distribution packs none that starts'
  const tried = await withProgress(notice, 'a minute or two', async () => {
    await apt()
    return playwright('install', '--with-deps', '--no-shell', 'chromium')
  })
  const last = await findChromium()
  if (last) return last
  faults.push(`Playwright says “${lastLine(tried.output)}”`)
  throw new Refusal(`Chromium could not be installed: ${faults.join('; ')}. ${advice}`)
}

/**
 * What to install by hand.
 * @param {string} release /etc/os-release
 */
export const adviceFor = (release) => /^ID=ubuntu$/m.test(release)
  ? `Ubuntu packs Chromium as a snap only: install Google Chrome (https://www.google.com/chrome/) and run: sudo apt-get install -y ${FONTS} (or set CHROMIUM_PATH)`
  : `Run: sudo apt-get install -y chromium ${FONTS} (or install Google Chrome, or set CHROMIUM_PATH)`

/** @param {string[]} packages besides the fonts */
const apt = async (...packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages, FONTS], { env })
}

/** @param {string[]} args */
const playwright = (...args) => run(process.execPath, [path.join(ROOT, 'node_modules/playwright-core/cli.js'), ...args],
  { env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: BROWSERS, DEBIAN_FRONTEND: 'noninteractive' } })

/** The browser that the last try fetched, if it ever did. */
const fetched = async () => {
  const files = await readdir(BROWSERS, { recursive: true }).catch(() => [])
  return files.filter((file) => path.basename(file) === 'chrome').map((file) => path.join(BROWSERS, file))[0]
}

/** @param {string} output */
const lastLine = (output) => output.trim().split('\n').at(-1) ?? ''
