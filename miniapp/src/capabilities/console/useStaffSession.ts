import { useCallback, useState } from 'react'
import { now } from '@/platform/clock'
import { readTab, writeTab } from '@/platform/web/tabStorage'
import { consoleApi, signIn as ask } from './api'
import { type Staff, staffIn } from './staff'

const NAME = 'yichuang.staff'

export interface StaffSession {
  readonly staff: Staff | null
  /** The last session ended by itself, so the sign-in says why it asks. */
  readonly over: boolean
  /** Fails with `ApiError`, e.g. PASSWORD_WRONG or ACCOUNT_LOCKED. */
  readonly signIn: (account: string, password: string) => Promise<void>
  readonly signOut: () => void
  /** The server no longer knows the token. */
  readonly end: () => void
}

export const useStaffSession = (): StaffSession => {
  const [staff, setStaff] = useState(() => staffIn(readTab(NAME), now()))
  const [over, setOver] = useState(false)
  const signIn = useCallback(async (account: string, password: string) => {
    const { token, role, name, halls, expiresAt } = await ask(account, password)
    const next: Staff = { token, account, role, name, halls, expiresAt }
    writeTab(NAME, JSON.stringify(next))
    setOver(false)
    setStaff(next)
  }, [])
  const signOut = useCallback(() => {
    // The token leaves this tab whatever the server answers; there it ends by its own expiry at the latest.
    if (staff) void consoleApi(staff.token).signOut().catch(() => undefined)
    writeTab(NAME, null)
    setStaff(null)
  }, [staff])
  const end = useCallback(() => {
    writeTab(NAME, null)
    setOver(true)
    setStaff(null)
  }, [])
  return { staff, over, signIn, signOut, end }
}
