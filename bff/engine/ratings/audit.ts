import { createHmac } from 'node:crypto'
import type { AuditFault, AuditLog, AuditState } from '../../capabilities/ratings/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { auditKey, ratingEventsKey } from './keys'
import { ratingScripts as scripts } from './scripts'

const PORTION = 500
interface Link { readonly id: string; readonly hash: string }
type Entry = [id: string, fields: string[]]

const linkOf = (text: string | undefined): Link | undefined => {
  if (text === undefined) return undefined
  const at = text.indexOf(' ')
  return { id: text.slice(0, at), hash: text.slice(at + 1) }
}

/**
 * A chain of keyed hashes over the log of what happened to a hall's ratings and orders: each link holds the one before it and
 * the entry, so that one that was changed, moved, put in or taken out shows. Who can write to Redis but has not the key cannot
 * make another chain. A log that lost its end together with its links is shorter, which only a note of how long it was can tell.
 */
export const createAuditLog = (redis: Redis, key: Buffer): AuditLog => {
  const hashOf = (hallId: string, before: string, [id, fields]: Entry): string =>
    createHmac('sha256', key).update(JSON.stringify([hallId, before, id, ...fields])).digest('base64url')
  const entriesAfter = (hallId: string, after: string | undefined): Promise<Entry[]> =>
    harmless(() => redis.xrange(ratingEventsKey(hallId), after === undefined ? '-' : `(${after}`, '+', 'COUNT', PORTION)) as Promise<Entry[]>

  return {
    seal: async (hallId) => {
      let sealed = 0
      for (;;) {
        const [length, last] = await harmless(() => Promise.all([redis.llen(auditKey(hallId)), redis.lindex(auditKey(hallId), -1)]))
        const before = linkOf(last ?? undefined)
        const entries = await entriesAfter(hallId, before?.id)
        if (entries.length === 0) return sealed
        let hash = before?.hash ?? ''
        const links = entries.map((entry) => `${entry[0]} ${hash = hashOf(hallId, hash, entry)}`)
        const [done] = accept(await scripts.seal.run(redis, [auditKey(hallId)], [length, ...links])) as [number]
        // Somebody else was faster: what they left is looked at anew.
        if (done === 0) continue
        sealed += links.length
        if (entries.length < PORTION) return sealed
      }
    },
    verify: async (hallId): Promise<AuditState> => {
      const length = await harmless(() => redis.llen(auditKey(hallId)))
      let before = { id: undefined as string | undefined, hash: '' }
      let checked = 0
      const broken = (fault: AuditFault): AuditState => ({ hallId, sealed: length, unsealed: 0, head: before.hash, fault, at: checked + 1 })
      while (checked < length) {
        const links = (await harmless(() => redis.lrange(auditKey(hallId), checked, checked + PORTION - 1))).map((text) => linkOf(text) as Link)
        const entries = await entriesAfter(hallId, before.id)
        for (const [i, link] of links.entries()) {
          const entry = entries[i]
          if (!entry) return broken('entry-missing')
          if (entry[0] !== link.id) return broken(entry[0] < link.id ? 'entry-inserted' : 'entry-missing')
          const hash = hashOf(hallId, before.hash, entry)
          if (hash !== link.hash) return broken('entry-changed')
          before = { id: link.id, hash }
          checked += 1
        }
      }
      let unsealed = 0
      for (let entries = await entriesAfter(hallId, before.id); entries.length > 0; entries = await entriesAfter(hallId, entries.at(-1)?.[0])) unsealed += entries.length
      return { hallId, sealed: length, unsealed, head: before.hash, fault: null, at: null }
    },
  }
}
