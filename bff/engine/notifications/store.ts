import type { Message, MessageSettings } from '@shared/messages'
import type { Begun, MessageStore } from '../../capabilities/notifications/port'
import type { Redis } from '../../platform/redis'
import type { Sealing } from '../../platform/sealing'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { bodiesKey, inboxKey, readKey, sendsKey, sentOnKey, settingsKey } from './keys'
import { messageScripts as scripts } from './scripts'

const DAY_S = 86_400
const DAY_MS = DAY_S * 1_000
/** Of more the oldest go. */
const MOST_KEPT = 200
/** Longer than any message is tried, the one after a day's count included. */
const SENDS_TTL = 8 * DAY_S

export interface MessageStoreOptions {
  readonly redis: Redis
  /** Seals what messages say: it tells what somebody has to do with an office. */
  readonly sealing: Sealing
  /** How long a message stays in an inbox. */
  readonly days: number
  /** Of who never chose. */
  readonly usual: MessageSettings
}

export const contextOf = (citizenId: string, messageId: string): string => `${citizenId} message ${messageId}`

/** Settings, inboxes and sendings in Redis; all of one citizen's in one slot. */
export const createMessageStore = ({ redis, sealing, days, usual }: MessageStoreOptions): MessageStore => {
  const settings = async (citizenId: string): Promise<MessageSettings> => {
    const text = await redis.get(settingsKey(citizenId))
    return text === null ? usual : JSON.parse(text) as MessageSettings
  }
  const readUntil = async (citizenId: string): Promise<number> => Number(await redis.zscore(readKey(citizenId), 'until') ?? 0)
  const unread = (citizenId: string, until: number): Promise<number> => redis.zcount(inboxKey(citizenId), `(${until}`, '+inf')
  const page = async (citizenId: string, before: string, most: number): Promise<Message[]> => {
    const found = await redis.zrevrangebyscore(inboxKey(citizenId), before, '-inf', 'WITHSCORES', 'LIMIT', 0, most) as (string | [string, string])[]
    const pairs = found.flat()
    if (pairs.length === 0) return []
    const ids = pairs.filter((_, i) => i % 2 === 0)
    const [bodies, until] = await Promise.all([redis.hmget(bodiesKey(citizenId), ...ids), readUntil(citizenId)])
    return ids.flatMap((messageId, i) => {
      const [sealed, at] = [bodies[i], Number(pairs[2 * i + 1])]
      const body = sealed ? sealing.open(sealed, contextOf(citizenId, messageId)) : null
      return body ? [{ messageId, ...JSON.parse(body) as Pick<Message, 'kind' | 'title' | 'text' | 'page'>, at, read: at <= until }] : []
    })
  }
  return {
    settings: (citizenId) => harmless(() => settings(citizenId)),
    keepSettings: (citizenId, chosen) => harmless(async () => { await redis.set(settingsKey(citizenId), JSON.stringify(chosen)) }),
    write: async (citizenId, { messageId, ...body }, now) => harmless(async () => {
      accept(await scripts.write_message.run(redis, [inboxKey(citizenId), bodiesKey(citizenId)], [messageId, sealing.seal(JSON.stringify(body), contextOf(citizenId, messageId)), now, MOST_KEPT, days * DAY_MS]))
    }),
    list: (citizenId, before, most) => harmless(async () => {
      const [found, until] = await Promise.all([page(citizenId, before === null ? '+inf' : `(${before}`, most + 1), readUntil(citizenId)])
      return { messages: found.slice(0, most), unread: await unread(citizenId, until), more: found.length > most }
    }),
    markRead: (citizenId, until) => harmless(async () => {
      // Never back: two phones may tell it in any order.
      await redis.zadd(readKey(citizenId), 'GT', String(until), 'until')
      await redis.pexpire(readKey(citizenId), days * DAY_MS)
      return unread(citizenId, await readUntil(citizenId))
    }),
    begin: (citizenId, noticeId, sending, { permitted, day, cap }) => harmless(async () => {
      const [before] = accept(await scripts.begin_send.run(redis, [sendsKey(citizenId, noticeId), sentOnKey(citizenId, day)], [sending, permitted ? 1 : 0, day, cap ?? '', SENDS_TTL])) as [Begun]
      return before
    }),
    end: (citizenId, noticeId, sending, { state, day }) => harmless(async () => {
      const [first] = accept(await scripts.end_send.run(redis, [sendsKey(citizenId, noticeId), sentOnKey(citizenId, day)], [sending, state, day, SENDS_TTL])) as [number]
      return first === 1
    }),
    everything: (citizenId) => harmless(async () => {
      const [chosen, messages] = await Promise.all([settings(citizenId), page(citizenId, '+inf', MOST_KEPT)])
      return { settings: chosen, messages }
    }),
    merge: (citizenId, joined) => harmless(async () => {
      const [inbox, bodies, chosen] = await Promise.all([
        redis.zrange(inboxKey(joined), '0', '-1', 'WITHSCORES') as Promise<(string | [string, string])[]>, redis.hgetall(bodiesKey(joined)), redis.get(settingsKey(joined)),
      ])
      const pairs = inbox.flat()
      // What they say before that they came, so that none is shown empty.
      const anew = Object.entries(bodies).flatMap(([messageId, sealed]) => {
        const body = sealing.open(sealed, contextOf(joined, messageId))
        return body === null ? [] : [[messageId, sealing.seal(body, contextOf(citizenId, messageId))] as const]
      })
      if (anew.length > 0) await redis.hset(bodiesKey(citizenId), Object.fromEntries(anew))
      for (let i = 0; i < pairs.length; i += 2) await redis.zadd(inboxKey(citizenId), 'NX', pairs[i + 1] as string, pairs[i] as string)
      for (const key of [inboxKey(citizenId), bodiesKey(citizenId)]) await redis.pexpire(key, days * DAY_MS)
      if (chosen !== null) await redis.set(settingsKey(citizenId), chosen, 'NX')
      await redis.del(settingsKey(joined), inboxKey(joined), bodiesKey(joined), readKey(joined))
    }),
    // What was sent, and counted, goes by itself within days; it says nothing but that.
    forget: (citizenId) => harmless(async () => { await redis.del(settingsKey(citizenId), inboxKey(citizenId), bodiesKey(citizenId), readKey(citizenId)) }),
  }
}
