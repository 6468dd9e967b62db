import type { RequestOf } from '@shared/endpoint'
import type { Endpoints } from '@shared/endpoints'
import type { Call } from './api'
import { isRefusal } from './failures'
import { createSession, type Session } from './session'

type Account = RequestOf<Endpoints['createStaff']>['body']
type Named = Omit<Account, 'password'>

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** For people to sign in with at the console; the simulation never uses them. */
const forPeople = (halls: readonly string[]): Named[] => [
  { account: 'clerk1', role: 'clerk', name: { zh: '演示窗口人员一', en: 'Demo clerk 1' }, halls: [...halls] },
  { account: 'supervisor1', role: 'supervisor', name: { zh: '演示督导一', en: 'Demo supervisor 1' }, halls: [...halls] },
]

export const clerkAccount = (hallId: string, windowId: string): string => `day-${hallId}-${windowId.toLowerCase()}`

/** Who handles a hall's bad ratings, and who checks how they were handled: never the same. */
export const officeAccount = (hallId: string): string => `day-office-${hallId}`
export const checkerAccount = (hallId: string): string => `day-checker-${hallId}`
const officeOf = (hallId: string): Named[] => [
  { account: officeAccount(hallId), role: 'supervisor', halls: [hallId], name: { zh: '模拟大厅负责人', en: 'Simulated hall office' } },
  { account: checkerAccount(hallId), role: 'supervisor', halls: [hallId], name: { zh: '模拟督导员', en: 'Simulated supervisor' } },
]

const clerkOf = (hallId: string, windowId: string): Named => ({
  account: clerkAccount(hallId, windowId), role: 'clerk', halls: [hallId],
  name: { zh: `模拟窗口人员${numerals[Number(windowId)] ?? windowId}`, en: `Simulated clerk ${windowId}` },
})

export const staffSession = (call: Call, account: string, password: string): Session =>
  createSession(async () => (await call('createStaffSession', { body: { account, password } })).token)

/** Makes the accounts of people and of a hall's simulated clerks where they are missing; those that are there stay as they are. */
export const ensureStaff = async (call: Call, operator: Session, password: string, halls: readonly string[], hallId: string, windowIds: readonly string[]): Promise<void> => {
  const { accounts } = await operator((token) => call('listStaff', {}, { token }))
  const present = new Set(accounts.map(({ account }) => account))
  const missing = [...forPeople(halls), ...officeOf(hallId), ...windowIds.map((windowId) => clerkOf(hallId, windowId))].filter(({ account }) => !present.has(account))
  for (const one of missing) {
    await operator((token) => call('createStaff', { body: { ...one, password } }, { token })).catch((error: unknown) => {
      // Another hall's day may have made it at the same moment.
      if (!isRefusal(error, 'ACCOUNT_EXISTS')) throw error
    })
  }
}
