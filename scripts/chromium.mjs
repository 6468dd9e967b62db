// @ts-check
import { findProgram, isProgram, run } from './programs.mjs'
import { withProgress } from './progress.mjs'
import { Refusal } from './refusal.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const PACKAGES = ['chromium', 'fonts-noto-cjk']

/**
 * A Chromium or Chrome: CHROMIUM_PATH, the usual place, the PATH. Undefined when there is none.
 * @param {NodeJS.ProcessEnv} [env]
 */
export const findChromium = (env = process.env) => {
  if (env.CHROMIUM_PATH) {
    if (isProgram(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Refusal(`CHROMIUM_PATH names no program: ${env.CHROMIUM_PATH}`)
  }
  return NAMES.map((name) => findProgram(name, env)).find(Boolean) ?? [`/usr/bin/${NAMES[0]}`, MAC].find(isProgram)
}

/**
 * Finds Chromium, or installs it with the Chinese fonts where that needs nobody's leave: as root on Debian or Ubuntu.
 * Rejects with the command to run otherwise.
 * @returns {Promise<string>}
 */
export const ensureChromium = async () => {
  const found = findChromium()
  if (found) return found
  const command = `apt-get install -y ${PACKAGES.join(' ')}`
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new Refusal(`Chromium is needed for the journeys and was not found. Run: sudo ${command} (or set CHROMIUM_PATH)`)
  }
  await withProgress('Installing Chromium', 'a minute or two', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { env })
  })
  const installed = findChromium()
  // Ubuntu's package of that name is a pointer to a snap, which does not run in a container.
  if (!installed) throw new Refusal(`Chromium could not be installed. Run: ${command} (or install Chrome and set CHROMIUM_PATH)`)
  return installed
}
