import { currentLanguage } from '@/i18n'
import { askPermission, asApiError, currentSession, newKey, now, type Permission } from '@/platform'
import { call } from '@/platform/api'
import { leavesOpen } from '@/platform/intents'
import { personalKeep } from '@/platform/keep'
import { createAsking } from './asking'
import { createNotes } from './notes'

const tell = async (answers: readonly Permission[], key: string) => (await call('tellPermits', { body: { answers: [...answers] } }, { key })).permits
const open = (thrown: unknown): boolean => {
  const { code } = asApiError(thrown, currentLanguage())
  return leavesOpen(code === 'OFFLINE' ? null : code)
}

/** The one place that asks, for the whole app: what was answered on one page is known on the next. */
export const asking = createAsking({
  notes: createNotes(personalKeep, now), session: () => currentSession()?.expiresAt ?? null, list: async () => (await call('listPermits', {})).permits,
  tell, request: askPermission, leavesOpen: open, newKey, now,
})
