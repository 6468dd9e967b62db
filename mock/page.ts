/** A text as part of a page. */
export const escapeHtml = (text: string): string =>
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

/** The whole of a simulated system's page, which says that it is one. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head><body><main>
<strong class="note">模拟系统 · Simulated</strong>
${body}
</main></body></html>`

/** One choice of a list that is a form. */
export const choice = (name: string, value: string, zh: string, en: string): string =>
  `<li><button name="${name}" value="${escapeHtml(value)}"><span>${zh}</span><small lang="en">${en}</small></button></li>`

/** Hidden fields that a form takes along. */
export const hidden = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`).join('\n')
