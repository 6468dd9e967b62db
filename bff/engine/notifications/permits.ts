import { createHash } from 'node:crypto'
import type { PermitLeft, PermitStore } from '../../capabilities/notifications/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { permitActKey, permitsKey } from './keys'
import { messageScripts as scripts } from './scripts'

const ACT_TTL = 2 * 86_400
/** Nobody taps so often. */
const MOST_PERMITS = 100

const permitOf = (values: readonly (string | null)[]): PermitLeft => ({ left: Number(values[0] ?? 0), lasting: values[1] === '1', refused: values[2] === '1' })
const fieldsOf = (templateId: string): string[] => [`${templateId}:left`, `${templateId}:lasting`, `${templateId}:refused`]

/** What accounts allowed their platforms to send, in Redis. */
export const createPermitStore = (redis: Redis): PermitStore => ({
  of: (account, templateIds) => harmless(async () => {
    if (templateIds.length === 0) return []
    const values = await redis.hmget(permitsKey(account), ...templateIds.flatMap(fieldsOf))
    return templateIds.map((_, i) => permitOf(values.slice(3 * i, 3 * i + 3)))
  }),
  tell: async (account, answers, key) => {
    const digest = createHash('sha1').update(JSON.stringify(answers)).digest('base64url')
    accept(await scripts.tell_permits.run(redis, [permitsKey(account), permitActKey(account, key)],
      [digest, MOST_PERMITS, ACT_TTL, ...answers.flatMap(({ templateId, answer }) => [templateId, answer])]))
  },
  spend: async (account, templateId) => { accept(await scripts.spend_permit.run(redis, [permitsKey(account)], [templateId])) },
  exhaust: (account, templateId) => harmless(async () => { await redis.hset(permitsKey(account), `${templateId}:left`, 0, `${templateId}:lasting`, 0) }),
  everything: (account) => harmless(async () => {
    const fields = await redis.hgetall(permitsKey(account))
    const ids = [...new Set(Object.keys(fields).map((field) => field.slice(0, field.lastIndexOf(':'))))]
    return Object.fromEntries(ids.map((id) => [id, permitOf(fieldsOf(id).map((field) => fields[field] ?? null))]))
  }),
  forget: (account) => harmless(async () => { await redis.del(permitsKey(account)) }),
})
