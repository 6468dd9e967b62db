import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { authorizePage, refusalPage, type AuthorizeRequest } from './page'
import { isChallenge } from './pkce'
import { registerHandlers } from './register'
import { createIdentityState, isRegisteredRedirect, type IdentityState } from './state'

const refusal = (zh: string, en: string) => HttpResponse.html(refusalPage(zh, en), { status: 400 })

/** Back to the application, with what it asked for. */
const sendBack = ({ redirectUri, state }: AuthorizeRequest, answer: Readonly<Record<string, string>>) => {
  const back = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value)
  back.searchParams.set('state', state)
  return new HttpResponse(null, { status: 302, headers: { Location: back.href, 'Cache-Control': 'no-store' } })
}

/** The faults that must never redirect, as the application or its address is not known; then those the application is told of. */
const faultOf = (state: IdentityState, ask: AuthorizeRequest, responseType: string | null, here: string) => {
  if (!state.isClient(ask.clientId)) return refusal('应用未登记', 'This application is not registered.')
  if (!isRegisteredRedirect(ask.redirectUri, new URL(here).hostname)) return refusal('回调地址未登记', 'This return address is not registered.')
  if (responseType !== 'code') return sendBack(ask, { error: 'unsupported_response_type' })
  if (!isChallenge(ask.challenge, ask.method)) return sendBack(ask, { error: 'invalid_request', error_description: 'code challenge by S256 required' })
  return undefined
}

const asked = (fields: URLSearchParams): AuthorizeRequest => ({
  clientId: fields.get('client_id') ?? '', redirectUri: fields.get('redirect_uri') ?? '', state: fields.get('state') ?? '',
  challenge: fields.get('code_challenge') ?? '', method: fields.get('code_challenge_method') ?? '',
})

/** The simulated unified identity: an OAuth-like code flow with PKCE, and what its register tells applications. See README.md. */
export const identityHandlers = (clock: Clock) => {
  const state = createIdentityState(clock)
  return [
    http.get('*/identity/authorize', ({ request }) => {
      const fields = new URL(request.url).searchParams
      const ask = asked(fields)
      return faultOf(state, ask, fields.get('response_type'), request.url) ?? HttpResponse.html(authorizePage(ask))
    }),

    http.post('*/identity/authorize', async ({ request }) => {
      const fields = new URLSearchParams(await request.text())
      const ask = asked(fields)
      const fault = faultOf(state, ask, fields.get('response_type'), request.url)
      if (fault) return fault
      const citizen = state.citizen(fields.get('sub') ?? '')
      if (!citizen) return refusal('没有这位演示用户', 'There is no such demo citizen.')
      return sendBack(ask, { code: state.issueCode({ ...ask, sub: citizen.sub }) })
    }),

    http.post('*/identity/token', async ({ request }) => {
      const fields = new URLSearchParams(await request.text())
      const clientId = fields.get('client_id') ?? ''
      if (!state.knowsSecret(clientId, fields.get('client_secret') ?? '')) return HttpResponse.json({ error: 'invalid_client' }, { status: 401 })
      if (fields.get('grant_type') !== 'authorization_code') return HttpResponse.json({ error: 'unsupported_grant_type' }, { status: 400 })
      const token = state.redeem({ clientId, code: fields.get('code') ?? '', verifier: fields.get('code_verifier') ?? '', redirectUri: fields.get('redirect_uri') })
      if (!token) return HttpResponse.json({ error: 'invalid_grant' }, { status: 400 })
      return HttpResponse.json({ access_token: token, token_type: 'Bearer', expires_in: state.tokenSeconds })
    }),

    http.get('*/identity/userinfo', ({ request }) => {
      const citizen = state.holder((request.headers.get('authorization') ?? '').replace(/^Bearer /, ''))
      if (!citizen) return HttpResponse.json({ error: 'invalid_token' }, { status: 401 })
      return HttpResponse.json({ sub: citizen.sub, name: citizen.name, cert_type: '10', cert_no: citizen.idNumber })
    }),

    ...registerHandlers(state, clock),
  ]
}
