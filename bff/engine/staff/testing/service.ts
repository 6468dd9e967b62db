import type { Redis } from 'ioredis'
import { createStaffService, type StaffService } from '../../../capabilities/staff/service'
import type { StaffStore } from '../../../capabilities/staff/port'
import { createStaffStore } from '../engine'

/** Weak and quick: what a hash costs in earnest is tested beside it. */
const quick = { logN: 8, r: 8, p: 1 }
export const PASSWORD = 'demo-password-1'
export const anyHall = { account: 'boss', halls: [] }

/** One process's staff service over this Redis, for two halls; it asks `clock` for the time. */
export const staffOver = (redis: Redis, clock: () => number) => (store: StaffStore = createStaffStore(redis), hashCost = quick): StaffService => createStaffService({
  store, halls: { has: (hallId) => ['tianhe', 'yuexiu'].includes(hallId) }, clock, sessionHours: 10, idleMinutes: 90,
  lock: { failures: 5, minutes: 15 }, hashCost,
})

export const clerk = (account: string, halls = ['tianhe'], password = PASSWORD) =>
  ({ account, role: 'clerk' as const, name: { zh: '演示窗口人员', en: 'Demo clerk' }, halls, password })

export const codeOf = (promise: Promise<unknown>): Promise<string | undefined> => promise.then(() => 'ok', (error: { code?: string }) => error.code)
