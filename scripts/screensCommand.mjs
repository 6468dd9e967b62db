// @ts-check
import { ensureWebBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { createFamily } from './family.mjs'
import { ensureInstalled } from './install.mjs'
import { runUntilEnd } from './lifetime.mjs'
import { runProgram } from './program.mjs'

/** Takes a picture of every screen of a hall that tests/screens sets up; the words given go to tests/screens/main.ts. */
export const main = async () => {
  const family = createFamily()
  await runUntilEnd(family, async () => {
    await ensureInstalled(family)
    const chromium = await ensureChromium()
    await ensureWebBuilt(family)
    await runProgram(family, 'tests/screens/main.ts', { CHROMIUM_PATH: chromium })
  })
}
