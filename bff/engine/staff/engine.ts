import { localText } from '@shared/endpoint'
import { staffRole } from '@shared/staff'
import { z } from 'zod'
import type { StaffAccount, StaffStore } from '../../capabilities/staff/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accountsKey, attemptsKey, enrolmentKey, factorKey, sessionKey } from './keys'
import { staffScripts as scripts } from './scripts'

const MINUTE_MS = 60_000
const halls = z.array(z.string())
// What earlier records lack is filled in: an account that kept no session, a session that is over.
const accountRecord = z.object({ account: z.string(), role: staffRole, name: localText, halls, passwordHash: z.string(), keeps: z.string().nullable().default(null) })
const sessionRecord = z.object({ account: z.string(), mark: z.string().default(''), factor: z.string().default(''), startedAt: z.number().default(0) })
const accountOf = (text: string): StaffAccount => accountRecord.parse(JSON.parse(text))

/**
 * Staff accounts, locks and sessions in Redis. A lost answer is told as UNAVAILABLE where asking again does no harm: an
 * attempt counted twice locks sooner, never later.
 */
export const createStaffStore = (redis: Redis): StaffStore => ({
  addAccount: (account) => harmless(async () => await redis.hsetnx(accountsKey, account.account, JSON.stringify(account)) === 1),

  addFirstAccount: (account) => harmless(async () =>
    await scripts.add_first_account.run(redis, [accountsKey], [account.account, JSON.stringify(account)]) === 1),

  readAccount: (account) => harmless(async () => {
    const text = await redis.hget(accountsKey, account)
    return text === null ? null : accountOf(text)
  }),

  listAccounts: () => harmless(async () => (await redis.hvals(accountsKey)).map(accountOf)),

  replaceAccount: (before, after) => harmless(async () =>
    await scripts.replace_account.run(redis, [accountsKey], [before.account, before.passwordHash, JSON.stringify(after)]) === 1),

  removeAccount: (account) => harmless(async () => {
    await scripts.remove_account.run(redis, [accountsKey, factorKey(account), enrolmentKey(account)], [account])
  }),

  beginAttempt: (account, rules, now) => harmless(async () => {
    const until = await scripts.begin_attempt.run(redis, [attemptsKey(account)], [now, rules.failures, rules.minutes * MINUTE_MS]) as number
    return { lockedUntil: until === 0 ? null : until }
  }),

  clearAttempts: (account) => harmless(async () => { await redis.del(attemptsKey(account)) }),

  takeBackAttempt: (account, rules) => harmless(async () => {
    await scripts.take_back_attempt.run(redis, [attemptsKey(account)], [rules.failures])
  }),

  locked: (accounts, now) => harmless(async () => {
    const answers = await Promise.all(accounts.map((account) => redis.hget(attemptsKey(account), 'until')))
    return new Set(accounts.filter((_, i) => Number(answers[i] ?? 0) > now))
  }),

  saveSession: (tokenHash, session, { now, idleMs, expiresAt }) => harmless(async () => {
    await scripts.save_session.run(redis, [sessionKey(tokenHash)], [now, idleMs, JSON.stringify(session), expiresAt])
  }),

  readSession: (tokenHash) => harmless(async () => {
    const text = await redis.hget(sessionKey(tokenHash), 'session')
    return text === null ? null : sessionRecord.parse(JSON.parse(text))
  }),

  touchSession: (tokenHash, { now, idleMs, expiresAt }) => harmless(async () =>
    await scripts.touch_session.run(redis, [sessionKey(tokenHash)], [now, idleMs, expiresAt]) === 1),

  deleteSession: (tokenHash) => harmless(async () => { await redis.del(sessionKey(tokenHash)) }),
})
