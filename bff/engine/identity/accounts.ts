import { consentKinds, type ConsentKind } from '@shared/privacy'
import { z } from 'zod'
import type { Account, AccountStore, KeptRealName } from '../../capabilities/identity/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accountKey, devicesKey, ownerKey, subjectKey, subjectsKey } from './keys'
import { identityScripts as scripts } from './scripts'

const realName = z.object({ sealed: z.string(), personId: z.string(), shown: z.string(), idMasked: z.string(), by: z.enum(['face', 'unified']), at: z.number() })
const consent = z.object({ version: z.number(), givenAt: z.number(), withdrawnAt: z.number().nullable() })
const REAL_NAME = ['sealed', 'bound', 'shown', 'mask', 'by', 'at'] as const
/** What is erased with the consent; whose the account is stays. */
const ERASED = ['sealed', 'shown', 'mask', 'by', 'at'] as const
const consentField = (kind: ConsentKind): string => `consent:${kind}`

/**
 * Citizens' accounts in Redis, one hash each. What touches several is written in an order in which a stop in between leaves
 * nothing unfound, and each step is harmless to repeat.
 */
export const createAccountStore = (redis: Redis): AccountStore => {
  const write = (citizenId: string, fields: Record<string, string | number>, keepMs?: number): Promise<void> => harmless(async () => {
    const act = redis.multi().hset(accountKey(citizenId), fields)
    if (keepMs !== undefined) act.pexpire(accountKey(citizenId), keepMs)
    await act.exec()
  })
  const find = (subjectHash: string, candidate: string, keepMs: number): Promise<string> => harmless(async () => {
    const key = subjectKey(subjectHash)
    if (await redis.set(key, candidate, 'PX', keepMs, 'NX') === 'OK') return candidate
    const citizenId = await redis.get(key)
    if (!citizenId) throw new Error('a citizen vanished while signing in')
    await redis.pexpire(key, keepMs)
    return citizenId
  })
  const read = (citizenId: string): Promise<Account> => harmless(async () => {
    const [into, joined, shown, bound, merging, since] = await redis.hmget(accountKey(citizenId), 'into', 'joined', 'shown', 'bound', 'merging', 'since')
    return { citizenId, into: into ?? null, joined: joined?.split(' ') ?? [], shown: shown ?? null, personId: bound ?? null, merging: merging === '1', exists: since !== null && since !== undefined }
  })
  return {
    findOrCreate: async (subjectHash, candidate, keepMs) => {
      const citizenId = await find(subjectHash, candidate, keepMs)
      await harmless(async () => {
        await redis.multi().sadd(subjectsKey(citizenId), subjectHash).pexpire(subjectsKey(citizenId), keepMs)
          .hsetnx(accountKey(citizenId), 'since', '').pexpire(accountKey(citizenId), keepMs).exec()
      })
      return citizenId
    },
    read,
    signsIn: (subjectHash, citizenId) => harmless(async () => await redis.get(subjectKey(subjectHash)) === citizenId),
    bind: (citizenId, personId, keepMs) => harmless(async () => await scripts.bind_account.run(redis, [accountKey(citizenId)], [personId, keepMs]) as string),
    prolong: (accounts, personId, keepMs) => harmless(async () => {
      const [owner = ''] = accounts
      await Promise.all([
        ...accounts.flatMap((citizenId) => [accountKey(citizenId), subjectsKey(citizenId)].map((key) => redis.pexpire(key, keepMs))),
        ...(personId === null ? [] : [redis.set(ownerKey(personId), owner, 'PX', keepMs, 'NX'), redis.pexpire(ownerKey(personId), keepMs)]),
      ])
    }),
    claimPerson: (personId, citizenId, keepMs) => harmless(async () => {
      const owner = await redis.set(ownerKey(personId), citizenId, 'PX', keepMs, 'NX') === 'OK' ? citizenId : await redis.get(ownerKey(personId))
      if (!owner) throw new Error('a person vanished while being claimed')
      await redis.pexpire(ownerKey(personId), keepMs)
      return owner
    }),
    join: async (citizenId, into, keepMs) => {
      // The one that goes on knows of the other first: nothing of theirs is out of sight in between.
      await harmless(() => scripts.join_account.run(redis, [accountKey(into)], [citizenId, keepMs]))
      await write(citizenId, { into, merging: 1 }, keepMs)
    },
    merged: (citizenId) => harmless(async () => { await redis.hdel(accountKey(citizenId), 'merging') }),
    keepRealName: (citizenId, { sealed, personId, shown, idMasked, by, at }, keepMs) => write(citizenId, { sealed, bound: personId, shown, mask: idMasked, by, at }, keepMs),
    readRealName: (citizenId): Promise<KeptRealName | null> => harmless(async () => {
      const [sealed, personId, shown, idMasked, by, at] = await redis.hmget(accountKey(citizenId), ...REAL_NAME)
      return sealed ? realName.parse({ sealed, personId, shown, idMasked, by, at: Number(at) }) : null
    }),
    forgetRealName: (citizenId) => harmless(async () => { await redis.hdel(accountKey(citizenId), ...ERASED) }),
    keepHandle: (citizenId, channel, sealed, keepMs, at) => write(citizenId, { [`handle:${channel}`]: sealed, [`signed:${channel}`]: at }, keepMs),
    readHandle: (citizenId, channel) => harmless(() => redis.hget(accountKey(citizenId), `handle:${channel}`)),
    signedInAt: (citizenId, channel) => harmless(async () => Number(await redis.hget(accountKey(citizenId), `signed:${channel}`) ?? 0)),
    keepConsent: (citizenId, { kind, ...given }) => write(citizenId, { [consentField(kind)]: JSON.stringify(given) }),
    consentsOf: (citizenId) => harmless(async () => {
      const texts = await redis.hmget(accountKey(citizenId), ...consentKinds.map(consentField))
      return texts.flatMap((text, i) => (text ? [{ kind: consentKinds[i] as ConsentKind, ...consent.parse(JSON.parse(text)) }] : []))
    }),
    erase: async (citizenId) => {
      const { personId } = await read(citizenId)
      const subjects = await harmless(() => redis.smembers(subjectsKey(citizenId)))
      if (personId !== null) await harmless(() => scripts.release_person.run(redis, [ownerKey(personId)], [citizenId]))
      // By its subject who was cut off here comes back to the same account, and can ask again.
      await harmless(async () => { await redis.del(accountKey(citizenId)) })
      for (const subjectHash of subjects) await harmless(async () => { await redis.del(subjectKey(subjectHash)) })
      await harmless(async () => { await redis.del(subjectsKey(citizenId), devicesKey(citizenId)) })
    },
  }
}
