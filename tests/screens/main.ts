import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { startRedis } from '../../scripts/redis.mjs'
import { deskFaults, faultsAtTwice, faultsInTheDark, faultsOf } from '../reach/checks'
import { keyboardFaults } from '../reach/keyboard'
import { unroll } from '../reach/visits'
import { openBrowser } from '../support/browser'
import { openAlbum } from './album'
import { BEGIN } from './clock'
import { hallsWithOneClosed } from './closedHall'
import { writeGallery } from './gallery'
import { looks, nameIn, themes, type Look } from './looks'
import { setScene } from './scene'
import { shots } from './shots'
import { take } from './take'
import { staffShots, takeStaffShots } from './staffShots'

const root = path.resolve(__dirname, '../..')
const folder = path.join(root, 'docs/screens')

/** Whether everybody reaches what is on it, too: a picture shows it only to those who see. */
const check = async (page: Page, look: Look): Promise<string[]> => {
  await unroll(page)
  return [...await faultsOf(page, look), ...await faultsInTheDark(page), ...(!look.large ? [...await keyboardFaults(page), ...await faultsAtTwice(page)] : [])]
}

/**
 * Takes a picture of every screen, state and look of a hall in the middle of its day, and tells which differ from those of before
 * and what is wrong with them.
 * Words given name the only ones wanted; `staff` all of the console, the hall's screen and supervision.
 */
const main = async (wanted: readonly string[]): Promise<number> => {
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
  const dir = await mkdtemp(path.join(tmpdir(), 'yichuang-screens-'))
  // Never the one REDIS_URL names: what is photographed is emptied first.
  const redis = await startRedis({ dir, appendfsync: 'no', kinds: ['program', 'package'] })
  const scene = await setScene(redis.url, await hallsWithOneClosed(path.join(root, 'config/halls'), dir, BEGIN))
  const browser = await openBrowser()
  await mkdir(folder, { recursive: true })
  const album = await openAlbum(folder, path.join(root, '.cache/screens-diff'))
  let faults = 0
  try {
    for (const shot of shots.filter(({ name }) => isWanted(name))) {
      for (const look of looks) {
        const { pictures, errors } = await take(browser, scene, shot, look, check).catch((error: unknown) => ({ pictures: null, errors: [String(error)] }))
        for (const theme of themes) {
          const file = `${shot.name}-${nameIn(look.name, theme)}.png`
          process.stdout.write(`${(pictures ? await album.keep(file, pictures[theme]) : 'failed').padEnd(8)} ${file}\n`)
        }
        faults += errors.length
        for (const text of errors) process.stdout.write(`  ${text}\n`)
      }
    }
    faults += await takeStaffShots(browser, scene, album, staffShots.filter(({ name }) => isWanted(name) || wanted.includes('staff')), deskFaults)
    await writeGallery(folder)
    if (album.changes.length > 0) process.stdout.write(`${album.changes.length} pictures differ from those of before; look at them in ${path.relative(root, await album.report())}\n`)
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
