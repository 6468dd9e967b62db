import { http, HttpResponse } from 'msw'
import type { Clock } from '../clock'
import { authorizePage, refusalPage, type AuthorizeRequest } from './page'
import { createIdentityState, isRegisteredRedirect, type IdentityState } from './state'

const refusal = (zh: string, en: string) => HttpResponse.html(refusalPage(zh, en), { status: 400 })

/** The faults that must never redirect: the application or its address is not known. */
const checkApplication = (state: IdentityState, { clientId, redirectUri }: AuthorizeRequest, here: string) => {
  if (!state.isClient(clientId)) return refusal('应用未登记', 'This application is not registered.')
  if (!isRegisteredRedirect(redirectUri, new URL(here).hostname)) return refusal('回调地址未登记', 'This return address is not registered.')
  return undefined
}

const asked = (fields: URLSearchParams): AuthorizeRequest => ({
  clientId: fields.get('client_id') ?? '', redirectUri: fields.get('redirect_uri') ?? '', state: fields.get('state') ?? '',
})

/** The simulated unified identity, an OAuth-like code flow. See README.md. */
export const identityHandlers = (clock: Clock) => {
  const state = createIdentityState(clock)
  return [
    http.get('*/identity/authorize', ({ request }) => {
      const ask = asked(new URL(request.url).searchParams)
      return checkApplication(state, ask, request.url) ?? HttpResponse.html(authorizePage(ask))
    }),

    http.post('*/identity/authorize', async ({ request }) => {
      const fields = new URLSearchParams(await request.text())
      const ask = asked(fields)
      const refused = checkApplication(state, ask, request.url)
      if (refused) return refused
      const citizen = state.citizen(fields.get('sub') ?? '')
      if (!citizen) return refusal('没有这位演示用户', 'There is no such demo citizen.')
      const back = new URL(ask.redirectUri)
      back.searchParams.set('code', state.issueCode(ask.clientId, citizen.sub))
      back.searchParams.set('state', ask.state)
      return new HttpResponse(null, { status: 302, headers: { Location: back.href, 'Cache-Control': 'no-store' } })
    }),

    http.post('*/identity/token', async ({ request }) => {
      const fields = new URLSearchParams(await request.text())
      const clientId = fields.get('client_id') ?? ''
      if (!state.knowsSecret(clientId, fields.get('client_secret') ?? '')) return HttpResponse.json({ error: 'invalid_client' }, { status: 401 })
      if (fields.get('grant_type') !== 'authorization_code') return HttpResponse.json({ error: 'unsupported_grant_type' }, { status: 400 })
      const token = state.redeem(clientId, fields.get('code') ?? '')
      if (!token) return HttpResponse.json({ error: 'invalid_grant' }, { status: 400 })
      return HttpResponse.json({ access_token: token, token_type: 'Bearer', expires_in: state.tokenSeconds })
    }),

    http.get('*/identity/userinfo', ({ request }) => {
      const citizen = state.holder((request.headers.get('authorization') ?? '').replace(/^Bearer /, ''))
      if (!citizen) return HttpResponse.json({ error: 'invalid_token' }, { status: 401 })
      return HttpResponse.json({ sub: citizen.sub, name: citizen.name, cert_type: '10', cert_no: citizen.idNumber })
    }),
  ]
}
