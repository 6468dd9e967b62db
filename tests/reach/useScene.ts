import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { BEGIN } from '../screens/clock'
import { hallsWithOneClosed } from '../screens/closedHall'
import { setScene, type Scene } from '../screens/scene'
import { useBrowser } from '../support/browser'
import { testRedisUrl } from '../support/redis'
import { createVisits, type Visits } from './visits'

/** For a test file: the scene of the pictures, once, and a phone to look at it with. */
export const useScene = (): { readonly scene: () => Scene; readonly browser: () => Browser; readonly visits: () => Visits } => {
  const browser = useBrowser()
  let dir: string | undefined
  let scene: Scene | undefined
  let visits: Visits | undefined
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'yichuang-reach-'))
    scene = await setScene(testRedisUrl(), await hallsWithOneClosed(path.resolve(__dirname, '../../config/halls'), dir, BEGIN))
    visits = createVisits(browser(), scene)
  }, 120_000)
  afterAll(async () => {
    await visits?.close()
    await scene?.stack.stop()
    if (dir) await rm(dir, { recursive: true, force: true })
  })
  const only = <T>(held: T | undefined): T => {
    if (held === undefined) throw new Error('the scene stands only within a test')
    return held
  }
  return { browser, scene: () => only(scene), visits: () => only(visits) }
}
