import { demoPeople } from '../world/people'
import { choice, hidden, page } from '../page'

/** What an application asks of the visitor; `challenge` and `method` as RFC 7636 has them. */
export interface AuthorizeRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string
  readonly challenge: string
  readonly method: string
}

/** The page on which a visitor picks who to be. */
export const authorizePage = ({ clientId, redirectUri, state, challenge, method }: AuthorizeRequest): string => page('模拟统一身份认证', `
<h1>模拟统一身份认证</h1>
<p>请选择一位演示用户登录。这里没有真实的人，也不需要密码。</p>
<p lang="en">Simulated unified identity. Pick a demo citizen to sign in as. Nobody here is real and no password is needed.</p>
<form method="post" action="authorize">
${hidden({ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, state, code_challenge: challenge, code_challenge_method: method })}
<ul>${demoPeople.map(({ sub, name, english }) => choice('sub', sub, name, english)).join('')}</ul>
</form>`)

/** Shown instead when the request is not from a registered application. */
export const refusalPage = (zh: string, en: string): string =>
  page('无法登录', `<h1>${zh}</h1><p lang="en">${en}</p>`)
