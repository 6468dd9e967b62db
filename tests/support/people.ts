import type { RequestOf } from '@shared/endpoint'
import type { Endpoints } from '@shared/endpoints'
import type { Channel } from '@shared/identity'
import type { StaffMember } from '@shared/staff'
import { codeInText } from '@shared/link'
import { PRIVACY_VERSION } from '@shared/privacy'
import { createHash, randomBytes } from 'node:crypto'
import type { Client } from './client'
import type { Http } from './http'
import { OPERATOR } from './settings'

export const newKey = (): string => randomBytes(15).toString('base64url')

/** Somebody signed in. */
export interface Citizen { readonly token: string }
export interface Member { readonly token: string; readonly account: string }
type Role = StaffMember['role']
type SignIn = RequestOf<Endpoints['createSession']>['body']

/** Of every account that tests make. */
export const PASSWORD = 'a-password-of-tests'

/** Signs people in as they would: citizens through the simulated platforms, staff with accounts that the operator made. */
export const createPeople = (client: Client, http: Http) => {
  let operator: Promise<Member> | undefined
  let made = 0

  const signInStaff = async (account: string, password: string): Promise<Member> => {
    const { token } = await client.call('createStaffSession', { body: { account, password } })
    return { token, account }
  }
  const theOperator = (): Promise<Member> => operator ??= signInStaff(OPERATOR.account, OPERATOR.password)

  /** The code with which the unified identity sends demo citizen `n`, 1 to 12, back to us, and what proves that we began. */
  const fromTheWeb = async (n: number): Promise<{ code: string; verifier: string }> => {
    const verifier = randomBytes(32).toString('base64url')
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const { authorizeUrl } = await client.call('startSignIn', { body: { state: newKey(), challenge } })
    const { origin, pathname, searchParams } = new URL(authorizeUrl)
    searchParams.set('sub', `demo-citizen-${String(n).padStart(2, '0')}`)
    const { headers } = await http.ask(origin, {
      method: 'POST', path: pathname, body: searchParams.toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    return { code: new URL(headers.location ?? '').searchParams.get('code') ?? '', verifier }
  }
  /** A sign-in with a code that the platform has never seen; wechat and alipay make theirs up. On the web the real name is kept. */
  const signingIn = async (channel: Channel, n: number): Promise<SignIn> => (channel === 'web'
    ? { channel, ...await fromTheWeb(n), privacy: PRIVACY_VERSION, keepIdNumber: true }
    : { channel, code: `demo-${n}-${newKey()}`, privacy: PRIVACY_VERSION })

  return {
    signingIn,
    /** Citizen `n` of a channel; there are twelve on the web and a million on the others. */
    citizen: async (n: number, channel: Channel = 'wechat'): Promise<Citizen> => {
      const { token } = await client.call('createSession', { body: await signingIn(channel, n) })
      return { token }
    },
    operator: theOperator,
    signInStaff,
    /** A new account and its session. No halls means every hall. */
    staff: async (role: Role, halls: readonly string[] = []): Promise<Member> => {
      const account = `${role}-${made += 1}`
      const name = { zh: `演示${role}${made}`, en: `Demo ${role} ${made}` }
      await client.call('createStaff', { body: { account, role, name, halls: [...halls], password: PASSWORD } }, await theOperator())
      return signInStaff(account, PASSWORD)
    },
    /** The key that opens a hall's screen. */
    screenKey: async (hallId: string): Promise<string> => {
      const { screen } = await client.call('readScreenLink', { params: { hallId } }, await theOperator())
      return new URL(screen).hash.replace('#key=', '')
    },
    /** The code on a hall's poster. */
    posterCode: async (hallId: string): Promise<string> => {
      const { poster } = await client.call('readScreenLink', { params: { hallId } }, await theOperator())
      return codeInText(poster) ?? ''
    },
  }
}
export type People = ReturnType<typeof createPeople>
