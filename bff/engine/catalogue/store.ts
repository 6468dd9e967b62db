import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { edition as editionSchema, type CatalogueItem, type EditionStore } from '../../capabilities/catalogue/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { catalogueScripts as scripts } from './scripts'

const KEY = '{catalogue}:edition'
const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

const parsed = async (asOf: string, version: string, items: string): Promise<unknown> =>
  ({ asOf: Number(asOf), version: Number(version), items: JSON.parse((await unpack(Buffer.from(items, 'base64'))).toString('utf8')) as unknown })

/** The last good edition of the catalogue in Redis, packed: ten thousand items are some megabytes, and written only when they changed. */
export const createEditionStore = (redis: Redis): EditionStore => {
  const digests = new WeakMap<readonly CatalogueItem[], string>()
  const digestOf = (items: readonly CatalogueItem[]): string => {
    const digest = digests.get(items) ?? createHash('sha1').update(JSON.stringify(items)).digest('base64url')
    digests.set(items, digest)
    return digest
  }
  return {
    read: async () => {
      const [asOf, version, items] = await harmless(() => redis.hmget(KEY, 'asOf', 'version', 'items'))
      if (!asOf || !version || !items) return null
      // One of an earlier or later release is none.
      const result = editionSchema.safeParse(await parsed(asOf, version, items).catch(() => undefined))
      return result.success ? result.data : null
    },
    keep: ({ asOf, version, items }) => harmless(async () => {
      const confirm = (packed: string): Promise<unknown> => scripts.keep.run(redis, [KEY], [asOf, version, digestOf(items), packed])
      if (await confirm('') === 'unknown') await confirm((await pack(JSON.stringify(items))).toString('base64'))
    }),
  }
}
