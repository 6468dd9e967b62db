import { ContractError } from '@shared/errors'
import { isIdNumber } from '@shared/identityNumbers'
import { z } from 'zod'
import type { IdentityProvider } from '../../capabilities/identity/port'
import type { Upstream } from '../upstream'

export interface UnifiedIdentitySettings {
  /** Where the server asks: `/token` and `/userinfo` are below it. */
  readonly url: string
  /** Where browsers sign in; `{hostname}` stands for the host name by which the visitor reached us. */
  readonly authorizeUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

const tokenAnswer = z.object({ access_token: z.string().min(1) })
const userAnswer = z.object({ sub: z.string().min(1).max(200), name: z.string().max(200).optional(), cert_type: z.string().optional(), cert_no: z.string().max(50).optional() })
/** An identity card, of all the papers they may have checked. */
const IDENTITY_CARD = '10'

/**
 * The unified identity's code flow, for the web: authorize, token, userinfo. The code is worth nothing without the verifier of
 * the challenge it was asked for with (RFC 7636), which only the browser that began has.
 */
export const createUnifiedIdentity = (upstream: Upstream, settings: UnifiedIdentitySettings): IdentityProvider => ({
  channel: 'web',

  authorizeUrl: ({ state, challenge, origin }) => {
    const url = new URL(settings.authorizeUrl.replace('{hostname}', new URL(origin).hostname))
    url.searchParams.set('response_type', 'code')
    url.searchParams.set('client_id', settings.clientId)
    url.searchParams.set('redirect_uri', `${origin}/pages/sign-in/index`)
    url.searchParams.set('state', state)
    url.searchParams.set('code_challenge', challenge)
    url.searchParams.set('code_challenge_method', 'S256')
    return url.href
  },

  exchange: async (code, verifier) => {
    if (verifier === undefined) throw new ContractError('SIGN_IN_REJECTED')
    const token = await upstream.call({
      name: 'token', method: 'POST', url: `${settings.url}/token`, repeatable: false, answer: tokenAnswer,
      form: { grant_type: 'authorization_code', client_id: settings.clientId, client_secret: settings.clientSecret, code, code_verifier: verifier },
    })
    if (token.kind === 'rejected') throw new ContractError(isBadCode(token.body) ? 'SIGN_IN_REJECTED' : 'IDENTITY_UNAVAILABLE')
    if (token.kind !== 'answered') throw new ContractError('IDENTITY_UNAVAILABLE')

    const user = await upstream.call({
      name: 'userinfo', method: 'GET', url: `${settings.url}/userinfo`, repeatable: true, answer: userAnswer,
      headers: { Authorization: `Bearer ${token.value.access_token}` },
    })
    if (user.kind !== 'answered') throw new ContractError('IDENTITY_UNAVAILABLE')
    const { sub: subject, name, cert_type: type, cert_no: number } = user.value
    return { subject, name, ...(type === IDENTITY_CARD && number && isIdNumber(number) && { idNumber: number }) }
  },
})

/** Anything else they refuse is about us, and another code would not help. */
const isBadCode = (body: unknown): boolean => z.object({ error: z.literal('invalid_grant') }).safeParse(body).success
