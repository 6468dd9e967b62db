import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { hallId, staffAccount } from './ids'
import { sessionToken } from './identity'

export const staffRole = z.enum(['clerk', 'supervisor', 'operator']).meta({ id: 'StaffRole' })

export const staffMember = z.object({
  account: staffAccount, role: staffRole, name: localText,
  halls: z.array(hallId).meta({ description: 'Where they may act; empty means every hall' }), locked: z.boolean(),
  secondFactor: z.boolean().meta({ description: 'Whether a code is asked for after the password' }),
}).meta({ id: 'StaffMember' })
export type StaffMember = z.output<typeof staffMember>

const example = { account: 'clerk1', role: 'clerk', name: { zh: '演示窗口人员一', en: 'Demo clerk 1' }, halls: ['tianhe'], locked: false, secondFactor: false } as const
const signedIn = ['UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL'] as const
/** Of what somebody who has yet to set up their second factor may do. */
const halfSignedIn = ['UNAUTHENTICATED', 'FORBIDDEN'] as const
const everyRole = ['clerk', 'supervisor', 'operator'] as const
const password = z.string().min(10).max(128)
/** To be compared with the one that is kept, however short that is. */
const givenPassword = z.string().min(1).max(128)
const ofAccount = z.strictObject({ account: staffAccount })
/** Of the authenticator (RFC 6238), or one of the recovery codes. */
const otp = z.string().regex(/^(\d{6}|[a-z2-7]{4}(-[a-z2-7]{4}){3})$/).meta({ description: 'Six digits of the authenticator, or a recovery code' })
const secondFactorNeeded = z.boolean().meta({ description: 'Whether this role must have a second factor. Without one nothing can be done but to set it up' })
const own = staffMember.extend({ secondFactorNeeded, recoveryLeft: z.number().int().min(0).meta({ description: 'Recovery codes not used yet' }) })
const ownExample = { ...example, secondFactor: true, secondFactorNeeded: true, recoveryLeft: 10 }
const enrolmentId = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const proving = ['PASSWORD_WRONG', 'ACCOUNT_LOCKED', 'SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_WRONG'] as const

export const createStaffSession = endpoint({
  method: 'POST', path: '/api/staff/sessions', summary: 'Staff sign-in, with the second factor where there is one; five failures lock the account for a while', caller: 'anyone', status: 201,
  body: z.strictObject({ account: staffAccount, password: givenPassword, otp: otp.optional() }),
  errors: ['PASSWORD_WRONG', 'ACCOUNT_LOCKED', 'SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_WRONG'],
  output: staffMember.extend({ secondFactorNeeded, token: sessionToken, expiresAt: instant }),
  example: {
    body: { account: 'clerk1', password: 'demo-password-1', otp: '287082' },
    output: { ...example, secondFactor: true, secondFactorNeeded: true, token: 'Zk3v0m1Q8s7d6f5g4h3j2k1l0p9o8i7u6y5t4r3e2w1', expiresAt: 1767261600000 },
  },
})

export const readStaffSession = endpoint({
  method: 'GET', path: '/api/staff/sessions/current', summary: 'Which member of staff is signed in', caller: everyRole, status: 200, enrolling: true,
  errors: halfSignedIn, output: own, example: { output: ownExample },
})

export const endStaffSession = endpoint({
  method: 'DELETE', path: '/api/staff/sessions/current', summary: 'Staff sign-out', caller: everyRole, status: 200, enrolling: true,
  errors: halfSignedIn, output: z.object({ ended: z.literal(true) }), example: { output: { ended: true } },
})

export const beginSecondFactor = endpoint({
  method: 'POST', path: '/api/staff/sessions/current/second-factor', caller: everyRole, status: 201, enrolling: true,
  summary: 'Begin to set up a second factor, or another in place of the one there is; nothing changes before it is confirmed',
  body: z.strictObject({ password: givenPassword, otp: otp.optional() }), errors: [...halfSignedIn, ...proving],
  output: z.object({
    enrolmentId, uri: z.string().max(500).meta({ description: 'otpauth://, to be shown as a QR code' }),
    secret: z.string().regex(/^[A-Z2-7]{32}$/).meta({ description: 'The same, to be typed: 160 bits in base32. Told once' }),
    recoveryCodes: z.array(otp).meta({ description: 'Each good once in a code’s place. Told once' }), expiresAt: instant,
  }),
  example: {
    body: { password: 'demo-password-1' },
    output: {
      enrolmentId: 'k3v0m1Q8s7d6f5g4h3j2k1', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', recoveryCodes: ['abcd-efgh-ijkl-2345'], expiresAt: 1767261600000,
      uri: 'otpauth://totp/Yichuang:clerk1?issuer=Yichuang&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    },
  },
})

export const confirmSecondFactor = endpoint({
  method: 'PUT', path: '/api/staff/sessions/current/second-factor', caller: everyRole, status: 200, enrolling: true,
  summary: 'Confirm a second factor by its first code; one’s other sessions end. The same again changes nothing',
  body: z.strictObject({ enrolmentId, otp: z.string().regex(/^\d{6}$/) }), errors: [...halfSignedIn, 'ENROLMENT_NOT_FOUND', 'SECOND_FACTOR_WRONG'],
  output: own, example: { body: { enrolmentId: 'k3v0m1Q8s7d6f5g4h3j2k1', otp: '287082' }, output: ownExample },
})

export const endSecondFactor = endpoint({
  method: 'POST', path: '/api/staff/sessions/current/second-factor/end', caller: everyRole, status: 200,
  summary: 'Do without a second factor, where the role need not have one; one’s other sessions end. The same again changes nothing',
  body: z.strictObject({ password: givenPassword, otp: otp.optional() }), errors: [...signedIn, ...proving],
  output: own, example: { body: { password: 'demo-password-1', otp: '287082' }, output: { ...ownExample, secondFactor: false, secondFactorNeeded: false, recoveryLeft: 0 } },
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

export const resetSecondFactor = endpoint({
  method: 'DELETE', path: '/api/staff/accounts/:account/second-factor', summary: 'Take away the second factor of an account; its sessions end', caller: ['operator'], status: 200,
  params: ofAccount, errors: [...signedIn, 'ACCOUNT_NOT_FOUND', 'OWN_ACCOUNT'], output: staffMember,
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
