import type { Factor, FactorStore } from '../../capabilities/staff/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accountsKey, enrolmentKey, factorKey } from './keys'
import { staffScripts as scripts } from './scripts'

/** A recovery code that is left is a field of its own, so that it is spent by being taken away. */
const RECOVERY = 'recovery:'

const factorOf = (fields: Readonly<Record<string, string>>): Factor => ({
  mark: fields.mark ?? '', sealed: fields.secret || null, keeps: fields.keeps || null, firstStep: Number(fields.first ?? 0),
  recoveryLeft: Object.keys(fields).filter((name) => name.startsWith(RECOVERY)).length,
})

/**
 * Second factors of the staff in Redis. A lost answer is told as UNAVAILABLE: asking again does no harm, though a code that
 * was spent meanwhile is refused then, and the next one is good.
 */
export const createFactorStore = (redis: Redis): FactorStore => ({
  readFactor: (account) => harmless(async () => factorOf(await redis.hgetall(factorKey(account)))),

  haveFactor: (accounts) => harmless(async () => {
    const secrets = await Promise.all(accounts.map((account) => redis.hget(factorKey(account), 'secret')))
    return new Set(accounts.filter((_, i) => secrets[i]))
  }),

  saveEnrolment: (account, mark, { enrolmentId, sealed, keeps, recovery }, lifeMs) => harmless(async () =>
    await scripts.begin_enrolment.run(redis, [accountsKey, factorKey(account), enrolmentKey(account)],
      [account, mark, lifeMs, enrolmentId, sealed, keeps, ...recovery.map((hash) => RECOVERY + hash)]) === 1),

  readEnrolment: (account) => harmless(async () => {
    const [enrolmentId, sealed, keeps] = await redis.hmget(enrolmentKey(account), 'mark', 'secret', 'keeps')
    return enrolmentId && sealed && keeps ? { enrolmentId, sealed, keeps } : null
  }),

  confirmEnrolment: (account, enrolmentId, step) => harmless(async () =>
    await scripts.confirm_enrolment.run(redis, [factorKey(account), enrolmentKey(account)], [enrolmentId, step]) === 1),

  spendStep: (account, mark, step) => harmless(async () => await scripts.spend_code.run(redis, [factorKey(account)], [mark, step]) === 1),

  spendRecovery: (account, mark, hash) => harmless(async () =>
    await scripts.spend_recovery.run(redis, [factorKey(account)], [mark, RECOVERY + hash]) === 1),

  dropFactor: (account, mark, after) => harmless(async () =>
    await scripts.drop_factor.run(redis, [factorKey(account), enrolmentKey(account)], [mark ?? '', after.mark, after.keeps ?? '']) === 1),
})
