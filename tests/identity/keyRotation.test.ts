import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { aSubmission, newVisit } from '../../bff/capabilities/ratings/testing/builders'
import { openSite } from '../../bff/engine/identity/testing/site'
import { createPhotoFiles } from '../../bff/engine/photos/files'
import { createRatingStore } from '../../bff/engine/ratings/store'
import { systemClock } from '../../bff/platform/clock'
import { createSealing } from '../../bff/platform/sealing'
import { demoPerson } from '../support/faces'
import { testRedisUrl, useRedis } from '../support/redis'
import { APP_SECRET, bareEnvironment } from '../support/settings'

const ROOT = path.resolve(__dirname, '../..')
const redis = useRedis()
const key = (n: number) => ({ id: `k${n}`, key: Buffer.alloc(32, n) })
const settingOf = (...ns: readonly number[]): string => ns.map((n) => `k${n}=${key(n).key.toString('hex')}`).join(',')
const rater = { name: demoPerson(2).name, idNumber: demoPerson(2).idNumber }
const PHOTO = '0'.repeat(26)
const TIMES = 200
let folder = ''
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'yichuang-keys-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the command as an operator does; gives its exit code and what it said. */
const reseal = (...ns: readonly number[]): Promise<{ code: number; said: string }> =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'bff/reseal.ts'], {
    cwd: ROOT, env: { ...bareEnvironment(), REDIS_URL: testRedisUrl(), APP_SECRET, PHOTOS_DIR: folder, DATA_KEYS: settingOf(...ns) },
  }).then(({ stdout }) => ({ code: 0, said: stdout }), (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }))
const sealedBy = async (id: string): Promise<number> => {
  const values = await Promise.all((await redis.keys('{*')).map(async (name) => (await redis.type(name) === 'hash' ? redis.hvals(name) : [])))
  return values.flat().filter((text) => text.startsWith(`${id}.`)).length
}

test('a key is changed while people sign in: nothing is lost, and the old key can go', async () => {
  const site = (...ns: readonly number[]) => openSite(redis, { clock: systemClock, keys: ns.map(key) })
  const before = await site(1).signIn('web', `sub-1:${demoPerson(1).name}:${demoPerson(1).idNumber}`)
  for (let n = 0; n < TIMES; n += 1) await site(1).signIn('wechat', `openid-${n}`)
  const ratings = (...ns: readonly number[]) => createRatingStore(redis, createSealing(ns.map(key)))
  const ratingId = newVisit('test')
  await ratings(1).submit({ ...aSubmission({ ratingId }), rater })
  await createPhotoFiles(folder, createSealing([key(1)])).put(PHOTO, Buffer.from('a picture'))
  expect(await sealedBy('k1')).toBeGreaterThan(TIMES)

  let [over, signedIn] = [false, 0]
  const living = (async () => {
    for (; !over; signedIn += 1) {
      const { citizenId } = await site(2, 1).signIn('web', `sub-1:${demoPerson(1).name}:${demoPerson(1).idNumber}`)
      expect(await site(2, 1).accounts.realNameOf(citizenId)).toEqual(demoPerson(1))
    }
  })()
  const outcome = await reseal(2, 1)
  over = true
  await living
  expect(outcome).toMatchObject({ code: 0, said: expect.stringMatching(/^texts: \d+ sealed anew, \d+ were so already, 0 cannot be opened\nphotos: 1 sealed anew/) })
  expect(signedIn).toBeGreaterThan(0)
  expect([await sealedBy('k1'), (await sealedBy('k2')) > TIMES]).toEqual([0, true])
  expect(await site(2).accounts.realNameOf(before.citizenId)).toEqual(demoPerson(1))
  expect(await site(2).accounts.handleOf([(await site(2).signIn('wechat', 'openid-7')).citizenId], 'wechat')).toBe('openid-7')
  expect((await ratings(2).toSend(ratingId))?.rater).toEqual(rater)
  expect(await createPhotoFiles(folder, createSealing([key(2)])).get(PHOTO)).toEqual(Buffer.from('a picture'))

  // Without the key that sealed it nothing can be opened, and nothing is destroyed.
  expect(await reseal(3)).toMatchObject({ code: 1, said: expect.stringMatching(/texts: 0 sealed anew/) })
  expect(await site(3, 2).accounts.realNameOf(before.citizenId)).toEqual(demoPerson(1))
}, 60_000)
