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
  /** The password, while the second factor is set up right after it was given; never kept in the tab. */
  readonly given: string | null
  /** Fails with `ApiError`, e.g. PASSWORD_WRONG, SECOND_FACTOR_NEEDED or ACCOUNT_LOCKED. */
  readonly signIn: (account: string, password: string, otp?: string) => Promise<void>
  /** The second factor that was missing is set up. */
  readonly enrolled: () => void
  readonly signOut: () => void
  /** The server no longer knows the token. */
  readonly end: () => void
}

export const useStaffSession = (): StaffSession => {
  const [staff, setStaff] = useState(() => staffIn(readTab(NAME), now()))
  const [over, setOver] = useState(false)
  const [given, setGiven] = useState<string | null>(null)
  const signIn = useCallback(async (account: string, password: string, otp?: string) => {
    const { token, role, name, halls, expiresAt, secondFactor, secondFactorNeeded } = await ask(account, password, otp)
    const enrolling = secondFactorNeeded && !secondFactor
    const next: Staff = { token, account, role, name, halls, expiresAt, enrolling }
    writeTab(NAME, JSON.stringify(next))
    setOver(false)
    setGiven(enrolling ? password : null)
    setStaff(next)
  }, [])
  const enrolled = useCallback(() => {
    const next = staff && { ...staff, enrolling: false }
    writeTab(NAME, next && JSON.stringify(next))
    setGiven(null)
    setStaff(next)
  }, [staff])
  const signOut = useCallback(() => {
    // The token leaves this tab whatever the server answers; there it ends by its own expiry at the latest.
    if (staff) void consoleApi(staff.token).signOut().catch(() => undefined)
    writeTab(NAME, null)
    setGiven(null)
    setStaff(null)
  }, [staff])
  const end = useCallback(() => {
    writeTab(NAME, null)
    setOver(true)
    setGiven(null)
    setStaff(null)
  }, [])
  return { staff, over, given, signIn, enrolled, signOut, end }
}
