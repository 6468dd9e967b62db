import { demoPeople } from '../world/people'

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style = `
:root{color-scheme:light dark;--ground:#F5F7FA;--card:#FFF;--ink:#14181F;--soft:#5A6472;--line:#E3E7ED;--act:#0A5BD3;--note:#9A5B00}
@media(prefers-color-scheme:dark){:root{--ground:#0F1318;--card:#181D24;--ink:#EEF1F5;--soft:#A3ADBA;--line:#2A313B;--act:#78ABFF;--note:#E7B35F}}
*{box-sizing:border-box;margin:0}
body{background:var(--ground);color:var(--ink);font:17px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:480px;margin:0 auto;padding:32px 16px 48px}
.note{display:inline-block;border:1px solid var(--note);color:var(--note);border-radius:8px;padding:2px 10px;font-size:14px}
h1{font-size:24px;line-height:1.3;margin:16px 0 4px}
p{color:var(--soft)}
p+p{margin-top:8px}
ul{list-style:none;padding:0;margin:24px 0;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
li+li{border-top:1px solid var(--line)}
button{display:flex;width:100%;min-height:60px;align-items:center;gap:12px;padding:8px 16px;border:0;background:none;color:inherit;font:inherit;text-align:left;cursor:pointer}
button:hover,button:focus-visible{background:color-mix(in srgb,var(--act) 8%,transparent)}
button:focus-visible{outline:2px solid var(--act);outline-offset:-2px}
button span{flex:1}
button small{color:var(--soft);font-size:14px}
button::after{content:"›";color:var(--act);font-size:24px}`

const frame = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head><body><main>
<strong class="note">模拟系统 · Simulated</strong>
${body}
</main></body></html>`

const row = ({ sub, name, english }: (typeof demoPeople)[number]): string =>
  `<li><button name="sub" value="${sub}"><span>${name}</span><small lang="en">${english}</small></button></li>`

export interface AuthorizeRequest { readonly clientId: string; readonly redirectUri: string; readonly state: string }

/** The page on which a visitor picks who to be. */
export const authorizePage = ({ clientId, redirectUri, state }: AuthorizeRequest): string => frame('模拟统一身份认证', `
<h1>模拟统一身份认证</h1>
<p>请选择一位演示用户登录。这里没有真实的人，也不需要密码。</p>
<p lang="en">Simulated unified identity. Pick a demo citizen to sign in as. Nobody here is real and no password is needed.</p>
<form method="post" action="authorize">
<input type="hidden" name="client_id" value="${escape(clientId)}">
<input type="hidden" name="redirect_uri" value="${escape(redirectUri)}">
<input type="hidden" name="state" value="${escape(state)}">
<ul>${demoPeople.map(row).join('')}</ul>
</form>`)

/** Shown instead when the request is not from a registered application. */
export const refusalPage = (zh: string, en: string): string =>
  frame('无法登录', `<h1>${zh}</h1><p lang="en">${en}</p>`)
