import { onlyThis } from '../../accounts'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ContractError } from '@shared/errors'
import { photoId as photoIdShape } from '@shared/photos'
import { PhotoService } from '../../capabilities/photos/service'
import { PhotoSweeper } from '../../capabilities/photos/sweeping'
import { systemClock } from '../../platform/clock'
import { createSealing } from '../../platform/sealing'
import { useFolder } from '../../../tests/support/folder'
import { useRedis } from '../../../tests/support/redis'
import { codeOf } from '../../../tests/support/upstream'
import { createPhotoFiles } from './files'
import { createPhotoRecords } from './records'

const redis = useRedis()
const folder = useFolder()
const HOUR_MS = 3_600_000
const [ME, OTHER] = ['c0123456789abcdefghijklmn', 'c9876543210abcdefghijklmn']
const [RATING, ANOTHER] = ['tianhe.0h3k9q2m7x5v8b1n4c6d', 'tianhe.1h3k9q2m7x5v8b1n4c6d']
const key = (n: number) => ({ id: `k${n}`, key: Buffer.alloc(32, n) })
const SEEN = 'what is seen in the picture'

let now = systemClock()
let place = ''
let rounds = 0
const files = (keys = [key(1)]) => createPhotoFiles(place, createSealing(keys))
const create = (store = files(), records = createPhotoRecords(redis)) =>
  new PhotoService({ remake: async (sent) => (sent.toString().startsWith('no') ? null : { bytes: sent, width: 4, height: 3 }), store, records, accountsOf: onlyThis, clock: () => now })
const sweeper = (report: (error: unknown) => void = (error) => { throw error }) =>
  new PhotoSweeper({ store: files(), records: createPhotoRecords(redis), clock: () => now, everyMs: HOUR_MS }, report)
/** A round, whoever did the last one. */
const sweep = async () => {
  await redis.del('{photos}:round')
  return sweeper().check()
}
const bring = async (text = SEEN, citizenId = ME) => (await create().bring(citizenId, Buffer.from(text))).photoId
const fileOf = (photoId: string) => path.join(place, photoId.slice(0, 2), photoId.slice(2, 4), photoId)
const isThere = (photoId: string) => stat(fileOf(photoId)).then(() => true, () => false)
const filesIn = async (where = place) => (await readdir(where, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name)

beforeEach(async () => {
  now = systemClock()
  await redis.flushdb()
  place = path.join(folder(), String(rounds += 1))
})

describe('photos of ratings, in real files and a real Redis', () => {
  it('are brought, attached, seen through their rating, and removed with it', async () => {
    const [one, two] = [await bring('one'), await bring('two')]
    expect(photoIdShape.parse(one)).not.toBe(photoIdShape.parse(two))
    await create().attach([one, two], ME, RATING)
    await create().attach([two, one], ME, RATING)
    expect([await create().read(one, RATING), await create().read(two, RATING)].map(String)).toEqual(['one', 'two'])
    await create().remove([one], RATING)
    await create().remove([one, two], RATING)
    for (const photoId of [one, two]) expect(await codeOf(create().read(photoId, RATING))).toBe('PHOTO_NOT_FOUND')
    expect([await filesIn(), await redis.keys('*')]).toEqual([[], []])
  })

  it('are nobody else’s, and no other rating’s', async () => {
    const [mine, theirs] = [await bring(), await bring(SEEN, OTHER)]
    expect(await codeOf(create().read(mine, RATING))).toBe('PHOTO_NOT_FOUND')
    for (const wrong of [[theirs], [mine, theirs], ['0'.repeat(26)]]) expect(await codeOf(create().attach(wrong, ME, RATING))).toBe('PHOTO_NOT_FOUND')
    // Refused together, none of them was attached.
    await create().attach([mine], ME, ANOTHER)
    expect(await codeOf(create().attach([mine], ME, RATING))).toBe('PHOTO_NOT_FOUND')
    expect(await codeOf(create().attach([mine], OTHER, ANOTHER))).toBe('PHOTO_NOT_FOUND')
    expect(await codeOf(create().read(mine, RATING))).toBe('PHOTO_NOT_FOUND')
    await create().remove([mine, theirs], RATING)
    expect(String(await create().read(mine, ANOTHER))).toBe(SEEN)
    expect(await isThere(theirs)).toBe(true)
  })

  it('of two ratings that want one at once one has it', async () => {
    const photoId = await bring()
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => codeOf(create().attach([photoId], ME, n % 2 ? RATING : ANOTHER))))
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(5)
    expect(outcomes.filter((code) => code === 'PHOTO_NOT_FOUND')).toHaveLength(5)
  })

  it('lie sealed, each for itself, readable by no other account, and outlive a change of keys', async () => {
    const [one, two] = [await bring(), await bring('another')]
    await create().attach([one, two], ME, RATING)
    expect((await readFile(fileOf(one))).includes(SEEN.slice(0, 8))).toBe(false)
    expect(((await stat(fileOf(one))).mode & 0o077).toString(8)).toBe('0')
    expect(String(await create(files([key(2), key(1)])).read(one, RATING))).toBe(SEEN)
    expect(await codeOf(create(files([key(2)])).read(one, RATING))).toBe('PHOTO_NOT_FOUND')
    await rename(fileOf(two), fileOf(one))
    expect(await codeOf(create().read(one, RATING))).toBe('PHOTO_NOT_FOUND')
  })

  it('leave nothing behind when they are refused, or cannot be noted or stored', async () => {
    expect(await codeOf(create().bring(ME, Buffer.from('no picture')))).toBe('PHOTO_REFUSED')
    const records = { ...createPhotoRecords(redis), add: () => Promise.reject(new ContractError('UNAVAILABLE')) }
    expect(await codeOf(create(files(), records).bring(ME, Buffer.from(SEEN)))).toBe('UNAVAILABLE')
    expect([await filesIn(), await redis.keys('*')]).toEqual([[], []])
    await rm(place, { recursive: true })
    await writeFile(place, 'no folder')
    expect(await codeOf(create().bring(ME, Buffer.from(SEEN)))).toBe('UNAVAILABLE')
    expect(await redis.keys('*')).toEqual([])
  })

  it('without their file are not found, and are removed all the same', async () => {
    const photoId = await bring()
    await create().attach([photoId], ME, RATING)
    await rm(fileOf(photoId))
    expect(await codeOf(create().read(photoId, RATING))).toBe('PHOTO_NOT_FOUND')
    await create().remove([photoId], RATING)
    expect(await redis.keys('*')).toEqual([])
  })

  it('never lead out of their folder', async () => {
    await expect(files().get('../../../../etc/passwd')).rejects.toThrow('no id')
    await expect(files().remove(`../${'a'.repeat(23)}`)).rejects.toThrow('no id')
  })
})

describe('photos no rating came for', () => {
  it('are removed after a day; those of a rating stay', async () => {
    const [kept, gone] = [await bring(), await bring()]
    await create().attach([kept], ME, RATING)
    now += 24 * HOUR_MS - 1_000
    expect(await sweep()).toBe(0)
    const late = await bring()
    now += 2_000
    expect(await sweep()).toBe(1)
    expect(await Promise.all([kept, gone, late].map(isThere))).toEqual([true, false, true])
    expect(await codeOf(create().attach([gone], ME, RATING))).toBe('PHOTO_NOT_FOUND')
    now += 400 * 24 * HOUR_MS
    expect(await sweep()).toBe(1)
    expect(String(await create().read(kept, RATING))).toBe(SEEN)
    expect(await redis.pttl(`{photo:${kept}}`)).toBe(-1)
  })

  it('are forgotten by Redis itself where no sweeper comes', async () => {
    const photoId = await bring()
    const left = await redis.pttl(`{photo:${photoId}}`)
    expect(left).toBeGreaterThan(47 * HOUR_MS)
    expect(left).toBeLessThanOrEqual(48 * HOUR_MS)
  })

  it('of which Redis knows nothing are kept for a week, for it may be put back', async () => {
    const photoId = await bring()
    await redis.flushdb()
    now += 7 * 24 * HOUR_MS - 60_000
    expect(await sweep()).toBe(0)
    now += 120_000
    expect(await sweep()).toBe(1)
    expect(await isThere(photoId)).toBe(false)
  })

  it('that never became whole are removed, and what is no photo is left alone', async () => {
    await bring()
    const old = (now - 25 * HOUR_MS) / 1_000
    const [begun, strange] = [path.join(place, 'arriving', 'cut-off'), path.join(place, 'ab', 'cd', 'notes.txt')]
    await mkdir(path.dirname(strange), { recursive: true })
    for (const file of [begun, strange]) {
      await writeFile(file, 'x')
      await utimes(file, old, old)
    }
    await writeFile(path.join(place, 'arriving', 'under-way'), 'x')
    await sweep()
    expect((await filesIn()).filter((name) => name.length < 26).sort()).toEqual(['notes.txt', 'under-way'])
  })

  it('are looked for by one process at a time, and a failure is reported and over with the next round', async () => {
    await bring()
    now += 25 * HOUR_MS
    const removed = await Promise.all([sweeper(), sweeper(), sweeper()].map((one) => one.check()))
    expect(removed.sort()).toEqual([0, 0, 1])
    await rm(place, { recursive: true })
    await writeFile(place, 'no folder')
    await redis.del('{photos}:round')
    const reports: unknown[] = []
    expect(await sweeper((error) => reports.push(error)).check()).toBe(0)
    expect(reports).toHaveLength(1)
  })

  it('none before the first was brought', async () => {
    expect(await sweep()).toBe(0)
  })
})
