import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { hallId, staffAccount } from './ids'
import { sessionToken } from './identity'

export const staffRole = z.enum(['clerk', 'supervisor', 'operator']).meta({ id: 'StaffRole' })

export const staffMember = z.object({
  account: staffAccount, role: staffRole, name: localText,
  halls: z.array(hallId).meta({ description: 'Where they may act; empty means every hall' }), locked: z.boolean(),
}).meta({ id: 'StaffMember' })
export type StaffMember = z.output<typeof staffMember>

const example = { account: 'clerk1', role: 'clerk', name: { zh: '演示窗口人员一', en: 'Demo clerk 1' }, halls: ['tianhe'], locked: false } as const
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN'] as const
const everyRole = ['clerk', 'supervisor', 'operator'] as const
const password = z.string().min(10).max(128)
/** To be compared with the one that is kept, however short that is. */
const givenPassword = z.string().min(1).max(128)
const ofAccount = z.strictObject({ account: staffAccount })

export const createStaffSession = endpoint({
  method: 'POST', path: '/api/staff/sessions', summary: 'Staff sign-in; five failures lock the account for a while', caller: 'anyone', status: 201,
  body: z.strictObject({ account: staffAccount, password: givenPassword }), errors: ['PASSWORD_WRONG', 'ACCOUNT_LOCKED'],
  output: staffMember.extend({ token: sessionToken, expiresAt: instant }),
  example: { body: { account: 'clerk1', password: 'demo-password-1' }, output: { ...example, token: 'Zk3v0m1Q8s7d6f5g4h3j2k1l0p9o8i7u6y5t4r3e2w1', expiresAt: 1767261600000 } },
})

export const readStaffSession = endpoint({
  method: 'GET', path: '/api/staff/sessions/current', summary: 'Which member of staff is signed in', caller: everyRole, status: 200,
  errors: signedIn, output: staffMember, example: { output: example },
})

export const endStaffSession = endpoint({
  method: 'DELETE', path: '/api/staff/sessions/current', summary: 'Staff sign-out', caller: everyRole, status: 200,
  errors: signedIn, output: z.object({ ended: z.literal(true) }), example: { output: { ended: true } },
})

export const changeOwnPassword = endpoint({
  method: 'PUT', path: '/api/staff/sessions/current/password', summary: 'Change one’s own password; one’s other sessions end', caller: everyRole, status: 200,
  body: z.strictObject({ password: givenPassword, newPassword: password }), errors: [...signedIn, 'PASSWORD_WRONG', 'ACCOUNT_LOCKED'],
  output: staffMember, example: { body: { password: 'demo-password-1', newPassword: 'demo-password-2' }, output: example },
})

export const listStaff = endpoint({
  method: 'GET', path: '/api/staff/accounts', summary: 'Every staff account', caller: ['operator'], status: 200,
  errors: signedIn, output: z.object({ accounts: z.array(staffMember) }), example: { output: { accounts: [example] } },
})

export const createStaff = endpoint({
  method: 'POST', path: '/api/staff/accounts', summary: 'Add a staff account; the same again changes nothing', caller: ['operator'], status: 201,
  body: z.strictObject({ account: staffAccount, role: staffRole, name: z.strictObject(localText.shape), halls: z.array(hallId).max(50), password }),
  errors: [...signedIn, 'ACCOUNT_EXISTS', 'HALL_NOT_FOUND'], output: staffMember,
  example: { body: { account: 'clerk1', role: 'clerk', name: example.name, halls: ['tianhe'], password: 'demo-password-1' }, output: example },
})

export const unlockStaff = endpoint({
  method: 'DELETE', path: '/api/staff/accounts/:account/lock', summary: 'Lift the lock of an account', caller: ['operator'], status: 200,
  params: ofAccount, errors: [...signedIn, 'ACCOUNT_NOT_FOUND'], output: staffMember,
  example: { params: { account: 'clerk1' }, output: example },
})

export const setStaffPassword = endpoint({
  method: 'PUT', path: '/api/staff/accounts/:account/password', summary: 'Give an account a new password; its sessions end and its lock is lifted', caller: ['operator'], status: 200,
  params: ofAccount, body: z.strictObject({ password }), errors: [...signedIn, 'ACCOUNT_NOT_FOUND', 'OWN_ACCOUNT'], output: staffMember,
  example: { params: { account: 'clerk1' }, body: { password: 'demo-password-2' }, output: example },
})

export const removeStaff = endpoint({
  method: 'DELETE', path: '/api/staff/accounts/:account', summary: 'Remove a staff account; its sessions end', caller: ['operator'], status: 200,
  params: ofAccount, errors: [...signedIn, 'ACCOUNT_NOT_FOUND', 'OWN_ACCOUNT'], output: z.object({ removed: z.literal(true) }),
  example: { params: { account: 'clerk1' }, output: { removed: true } },
})
