import type { Redis } from 'ioredis'
import { createStaffService, type StaffOptions, type StaffService } from '../../../capabilities/staff/service'
import type { SessionRules } from '../../../capabilities/staff/sessions'
import type { StaffStore } from '../../../capabilities/staff/port'
import { createSealing } from '../../../platform/sealing'
import { createStaffStore } from '../engine'
import { createFactorStore } from '../factors'

/** Weak and quick: what a hash costs in earnest is tested beside it. */
const quick = { logN: 8, r: 8, p: 1 }
export const PASSWORD = 'demo-password-1'
export const anyHall = { account: 'boss', halls: [] }

/** How sessions live, and who must have a second factor: nobody. */
export const plain: SessionRules = {
  sessionHours: { clerk: 10, supervisor: 10, operator: 4 }, idleMinutes: { clerk: 90, supervisor: 30, operator: 15 }, secondFactor: new Set(),
}

/** One process's staff service over this Redis, for two halls; it asks `clock` for the time. */
export const staffOver = (redis: Redis, clock: () => number, different: Partial<StaffOptions> = {}) =>
  (store: StaffStore = createStaffStore(redis), hashCost = quick): StaffService => createStaffService({
    store, factors: createFactorStore(redis), halls: { has: (hallId) => ['tianhe', 'yuexiu'].includes(hallId) }, clock, ...plain,
    lock: { failures: 5, minutes: 15 }, hashCost, sealing: createSealing([{ id: 't', key: Buffer.alloc(32, 7) }]), audit: () => undefined, ...different,
  })

export const clerk = (account: string, halls = ['tianhe'], password = PASSWORD) =>
  ({ account, role: 'clerk' as const, name: { zh: '演示窗口人员', en: 'Demo clerk' }, halls, password })

export const codeOf = (promise: Promise<unknown>): Promise<string | undefined> => promise.then(() => 'ok', (error: { code?: string }) => error.code)
