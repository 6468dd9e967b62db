/** Who is signed in in this tab. Kept for the tab only: a window's computer is shared. */
export interface Staff {
  readonly token: string
  readonly account: string
  readonly role: 'clerk' | 'supervisor' | 'operator'
  readonly name: { readonly zh: string; readonly en: string }
  /** Where they may act; empty means every hall. */
  readonly halls: readonly string[]
  readonly expiresAt: number
  /** They must have a second factor and have none: nothing else is open to them. */
  readonly enrolling?: boolean
}

const isStaff = (value: unknown): value is Staff => {
  if (typeof value !== 'object' || value === null) return false
  const { token, account, role, name, halls, expiresAt }: Partial<Record<keyof Staff, unknown>> = value
  return [token, account, role].every((text) => typeof text === 'string') && typeof name === 'object' && Array.isArray(halls) && typeof expiresAt === 'number'
}

/** What a tab kept, or null when it is nothing of ours or has run out. */
export const staffIn = (text: string | null, at: number): Staff | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isStaff(value) && value.expiresAt > at ? value : null
  } catch { return null }
}

/** Supervisors and operators may pause lines and the hall, and open the hall screen. */
export const isLeader = ({ role }: Pick<Staff, 'role'>): boolean => role !== 'clerk'

export const isOperator = ({ role }: Pick<Staff, 'role'>): boolean => role === 'operator'

/** The session is worth nothing any more; or not enough, because a second factor is asked of its role by now. Signing in anew helps with both. */
export const isSessionOver = (code: string | undefined): boolean => code === 'UNAUTHENTICATED' || code === 'SECOND_FACTOR_ENROL'
