import { z } from 'zod'
import { endpoint, instant } from './endpoint'

export const channel = z.enum(['web', 'wechat', 'alipay']).meta({ id: 'Channel' })
export type Channel = z.output<typeof channel>

/** Opaque and random; kept only as a hash on the server. */
export const sessionToken = z.string().min(32).max(128).meta({ id: 'SessionToken' })

export const citizenSession = z.object({
  name: z.string().meta({ description: 'Masked, e.g. 张*' }), channel, expiresAt: instant.meta({ description: 'When it ends unless it is used before' }),
  realName: z.boolean().meta({ description: 'A platform has confirmed who this is' }),
}).meta({ id: 'CitizenSession' })
export type CitizenSession = z.output<typeof citizenSession>

const example = { name: '张*', channel: 'web', expiresAt: 1769821200000, realName: true } as const

export const startSignIn = endpoint({
  method: 'POST', path: '/api/sign-in', summary: 'Where a web visitor signs in with the unified identity', caller: 'anyone', status: 200, errors: ['IDENTITY_UNAVAILABLE'],
  body: z.strictObject({
    state: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/).meta({ description: 'Random; the phone checks that it comes back' }),
    challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/).meta({ description: 'SHA-256 of the verifier in base64url (RFC 7636, S256)' }),
  }),
  output: z.object({ authorizeUrl: z.string() }),
  example: {
    body: { state: 'c3RhdGUtc3RhdGUtc3RhdGU', challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' },
    output: { authorizeUrl: 'https://identity.example/authorize?client_id=yichuang&state=c3RhdGUtc3RhdGUtc3RhdGU&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256' },
  },
})

const code = z.string().regex(/^[\x21-\x7e]{4,256}$/)
/** What every sign-in says besides its code. */
const signingIn = {
  privacy: z.number().int().min(1).meta({ description: 'The version of the privacy guide that was agreed to' }),
  device: z.string().trim().max(60).refine((text) => !/[\p{C}<>]/u.test(text), 'holds characters that no device has').default('').meta({ description: 'Model and system, as the list of devices shows them' }),
}

export const createSession = endpoint({
  method: 'POST', path: '/api/sessions', summary: 'Sign in with a platform’s single-use code', caller: 'anyone', status: 201,
  body: z.discriminatedUnion('channel', [
    z.strictObject({
      channel: z.literal('web'), code, ...signingIn,
      verifier: z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/).meta({ description: 'Of the challenge this sign-in began with (RFC 7636)' }),
      keepIdNumber: z.boolean().default(false).meta({ description: 'Separate consent to keep the real name and the ID number' }),
    }),
    z.strictObject({ channel: z.literal('wechat'), code, ...signingIn }),
    z.strictObject({ channel: z.literal('alipay'), code, ...signingIn }),
  ]),
  errors: ['SIGN_IN_REJECTED', 'IDENTITY_UNAVAILABLE', 'PRIVACY_CHANGED'], output: citizenSession.extend({ token: sessionToken }),
  example: {
    body: { channel: 'web', code: 'a1b2c3d4', verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', keepIdNumber: true, privacy: 1, device: 'Android 16 · Chrome' },
    output: { ...example, token: 'Zk3v0m1Q8s7d6f5g4h3j2k1l0p9o8i7u6y5t4r3e2w1' },
  },
})

export const readSession = endpoint({
  method: 'GET', path: '/api/sessions/current', summary: 'Who is signed in', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: citizenSession, example: { output: example },
})

export const endSession = endpoint({
  method: 'DELETE', path: '/api/sessions/current', summary: 'Sign out: the token is worth nothing afterwards', caller: 'citizen', status: 200,
  errors: ['UNAUTHENTICATED'], output: z.object({ ended: z.literal(true) }), example: { output: { ended: true } },
})

const deviceId = z.string().regex(/^d[0-9a-z]{20}$/).meta({ id: 'DeviceId', example: 'd0h3k9q2m7x5v8b1n4c6d' })
export const device = z.object({
  deviceId, channel, device: z.string().meta({ description: 'Model and system; empty when it did not say' }),
  signedInAt: instant, seenAt: instant.meta({ description: 'Used last, to within ten minutes' }), current: z.boolean(),
}).meta({ id: 'Device' })
export type Device = z.output<typeof device>
const deviceExample = { deviceId: 'd0h3k9q2m7x5v8b1n4c6d', channel: 'wechat', device: 'iPhone 15 · iOS 19.1', signedInAt: 1767229200000, seenAt: 1767232800000, current: true } as const

export const listDevices = endpoint({
  method: 'GET', path: '/api/devices', summary: 'Where I am signed in', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({ devices: z.array(device) }), example: { output: { devices: [deviceExample] } },
})

export const endDevice = endpoint({
  method: 'DELETE', path: '/api/devices/:deviceId', summary: 'Sign a device out; done already is the same', caller: 'citizen', status: 200,
  params: z.strictObject({ deviceId }), errors: ['UNAUTHENTICATED'], output: z.object({ ended: z.literal(true) }),
  example: { params: { deviceId: deviceExample.deviceId }, output: { ended: true } },
})

export const endOtherDevices = endpoint({
  method: 'DELETE', path: '/api/devices', summary: 'Sign out everywhere but here', caller: 'citizen', status: 200,
  errors: ['UNAUTHENTICATED'], output: z.object({ ended: z.number().int().min(0) }), example: { output: { ended: 2 } },
})
