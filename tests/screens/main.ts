import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { startRedis } from '../../scripts/redis.mjs'
import { deskFaults, faultsAtTwice, faultsOf } from '../reach/checks'
import { keyboardFaults } from '../reach/keyboard'
import { unroll } from '../reach/visits'
import { openBrowser } from '../support/browser'
import { hallsWithOneClosed } from './closedHall'
import { writeGallery } from './gallery'
import { looks, type Look } from './looks'
import { setScene } from './scene'
import { shots } from './shots'
import { take } from './take'
import { takeStaffShots } from './staffShots'

const root = path.resolve(__dirname, '../..')
const folder = path.join(root, 'docs/screens')

/** Whether everybody reaches what is on it, too: a picture shows it only to those who see. */
const check = async (page: Page, look: Look): Promise<string[]> => {
  await unroll(page)
  const plain = !look.large && !look.dark
  return [...await faultsOf(page, look), ...(plain ? [...await keyboardFaults(page), ...await faultsAtTwice(page)] : [])]
}

/** Takes a picture of every screen, state and look of a hall in the middle of its day. Words given name the only ones wanted. Tells what is wrong with them. */
const main = async (wanted: readonly string[]): Promise<number> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'yichuang-screens-'))
  // Never the one REDIS_URL names: what is photographed is emptied first.
  const redis = await startRedis({ dir, appendfsync: 'no', kinds: ['program', 'package'] })
  const scene = await setScene(redis.url, await hallsWithOneClosed(path.join(root, 'config/halls'), dir))
  const browser = await openBrowser()
  await mkdir(folder, { recursive: true })
  let faults = 0
  try {
    for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      for (const look of looks.filter(({ name }) => shot.looks.includes(name))) {
        const errors = await take(browser, scene, shot, look, path.join(folder, `${shot.name}-${look.name}.png`), check).catch((error: unknown) => [String(error)])
        faults += errors.length
        process.stdout.write(`${shot.name}-${look.name}${errors.map((text) => `\n  ${text}`).join('')}\n`)
      }
    }
    if (wanted.length === 0 || wanted.includes('staff')) {
      const staff = await takeStaffShots(browser, scene, folder, deskFaults)
      await writeGallery(folder, staff.made)
      faults += staff.faults.length
      process.stdout.write(staff.faults.map((text) => `${text}\n`).join(''))
    }
  } finally {
    await browser.close()
    await scene.stack.stop()
    await redis.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return faults
}

main(process.argv.slice(2)).then((faults) => process.exit(faults === 0 ? 0 : 1), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
