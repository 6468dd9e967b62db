import { z } from 'zod'
import { endpoint, instant } from './endpoint'

export const channel = z.enum(['web', 'wechat', 'alipay']).meta({ id: 'Channel' })
export type Channel = z.output<typeof channel>

/** Opaque and random; kept only as a hash on the server. */
export const sessionToken = z.string().min(32).max(128).meta({ id: 'SessionToken' })

export const citizenSession = z.object({
  name: z.string().meta({ description: 'Masked, e.g. 张*' }), channel, expiresAt: instant,
}).meta({ id: 'CitizenSession' })
export type CitizenSession = z.output<typeof citizenSession>

const example = { name: '张*', channel: 'web', expiresAt: 1769821200000 } as const

export const startSignIn = endpoint({
  method: 'POST', path: '/api/sign-in', summary: 'Where a web visitor signs in with the unified identity', caller: 'anyone', status: 200, errors: ['IDENTITY_UNAVAILABLE'],
  body: z.strictObject({ state: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/).meta({ description: 'Random; the phone checks that it comes back' }) }),
  output: z.object({ authorizeUrl: z.string() }),
  example: { body: { state: 'c3RhdGUtc3RhdGUtc3RhdGU' }, output: { authorizeUrl: 'https://identity.example/authorize?client_id=yichuang&state=c3RhdGUtc3RhdGUtc3RhdGU' } },
})

export const createSession = endpoint({
  method: 'POST', path: '/api/sessions', summary: 'Sign in with a platform’s single-use code', caller: 'anyone', status: 201,
  body: z.strictObject({ channel, code: z.string().regex(/^[\x21-\x7e]{4,256}$/) }),
  errors: ['SIGN_IN_REJECTED', 'IDENTITY_UNAVAILABLE'], output: citizenSession.extend({ token: sessionToken }),
  example: { body: { channel: 'web', code: 'a1b2c3d4' }, output: { ...example, token: 'Zk3v0m1Q8s7d6f5g4h3j2k1l0p9o8i7u6y5t4r3e2w1' } },
})

export const readSession = endpoint({
  method: 'GET', path: '/api/sessions/current', summary: 'Who is signed in', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: citizenSession, example: { output: example },
})

export const endSession = endpoint({
  method: 'DELETE', path: '/api/sessions/current', summary: 'Sign out: the token is worth nothing afterwards', caller: 'citizen', status: 200,
  errors: ['UNAUTHENTICATED'], output: z.object({ ended: z.literal(true) }), example: { output: { ended: true } },
})
