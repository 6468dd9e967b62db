export interface Entry {
  readonly area: string
  readonly name: string
  readonly title: string
  /** Of a screen that is wider than a phone. */
  readonly wide?: boolean
  readonly pictures: readonly { readonly look: string; readonly file: string }[]
}
interface Part { readonly area: string; readonly shown: readonly Entry[] }

const lookNames = {
  zh: '中文', en: 'English', 'zh-large': '中文 长辈版', 'en-large': 'English, large',
  'zh-dark': '中文 深色', 'en-dark': 'English, dark', 'zh-large-dark': '中文 长辈版 深色', 'en-large-dark': 'English, large, dark',
} as const
const lookName = (look: string): string => (Object.entries(lookNames).find(([name]) => name === look)?.[1] ?? look)
const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const styles = `
:root { color-scheme: light dark; --ink: #14181f; --soft: #5a6472; --line: #e3e7ed; --wash: #f5f7fa; --blue: #0a5bd3; --ground: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a3adba; --line: #2c343f; --wash: #1a2028; --blue: #7fb0ff; --ground: #11151b } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground) }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 12px 24px; background: var(--ground); border-bottom: 1px solid var(--line) }
h1 { font-size: 20px; margin: 0 } h2 { font-size: 20px; margin: 40px 0 8px } h3 { font-size: 16px; margin: 24px 0 8px }
h3 small { color: var(--soft); font-weight: normal; margin-left: 8px }
main { padding: 0 24px 80px } fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 12px }
label { display: inline-flex; gap: 6px; align-items: center; min-height: 32px } input, select { font: inherit; padding: 4px 8px }
.row { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; padding-bottom: 8px }
figure { margin: 0; flex: none } figcaption { color: var(--soft); font-size: 14px }
img { display: block; width: 234px; height: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--wash) } .wide img { width: 560px }
.big img { width: 390px } .big .wide img { width: 1120px } a:focus-visible img { outline: 3px solid var(--blue) }
[hidden] { display: none !important }`

/** Runs in the gallery, so it is plain and asks nothing of a server. */
const script = `
const all = (what) => [...document.querySelectorAll(what)]
const words = document.getElementById('words'), area = document.getElementById('area'), big = document.getElementById('big'), count = document.getElementById('count')
const show = () => {
  const wanted = words.value.trim().toLowerCase().split(/\\s+/).filter(Boolean)
  const looks = all('[name=look]:checked').map((box) => box.value)
  all('figure').forEach((one) => { one.hidden = !looks.includes(one.dataset.look) })
  all('article').forEach((one) => {
    one.hidden = (area.value !== '' && one.parentElement.id !== area.value) || !wanted.every((word) => one.dataset.words.includes(word)) || !one.querySelector('figure:not([hidden])')
  })
  all('main section').forEach((one) => { one.hidden = !one.querySelector('article:not([hidden])') })
  document.body.classList.toggle('big', big.checked)
  count.textContent = all('article:not([hidden]) figure:not([hidden])').length
  const kept = new URLSearchParams({ q: words.value, area: area.value, looks: looks.join(','), ...(big.checked && { big: '1' }) })
  history.replaceState(null, '', '#' + kept)
}
const kept = new URLSearchParams(location.hash.slice(1))
words.value = kept.get('q') ?? ''; area.value = kept.get('area') ?? ''; big.checked = kept.has('big')
if (kept.has('looks')) all('[name=look]').forEach((box) => { box.checked = kept.get('looks').split(',').includes(box.value) })
document.querySelector('header').addEventListener('input', show); show()`

const article = ({ name, title, wide, pictures }: Entry): string => [
  `<article${wide ? ' class="wide"' : ''} data-words="${plain(`${name} ${title}`.toLowerCase())}"><h3 id="${name}">${plain(title)}<small>${name}</small></h3><div class="row">`,
  ...pictures.map(({ look, file }) => `<figure data-look="${look}"><a href="${file}"><img loading="lazy" src="${file}" alt="${plain(`${title}, ${lookName(look)}`)}"></a><figcaption>${lookName(look)}</figcaption></figure>`),
  '</div></article>',
].join('\n')

const idOf = (area: string): string => area.toLowerCase().replace(/[^a-z]+/g, '-')

/** Every picture on one page that opens from the disk: choose by words, part and look, and see them side by side. */
export const galleryPage = (parts: readonly Part[]): string => {
  const looks = [...new Set(parts.flatMap(({ shown }) => shown.flatMap(({ pictures }) => pictures.map(({ look }) => look))))]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Yichuang: every screen</title><style>${styles}
</style></head><body>
<header><h1>Every screen</h1>
<label>Find <input id="words" type="search" placeholder="e.g. ticket offline"></label>
<label>Part <select id="area"><option value="">All</option>${parts.map(({ area }) => `<option value="${idOf(area)}">${plain(area)}</option>`).join('')}</select></label>
<fieldset aria-label="Looks">${looks.map((look) => `<label><input type="checkbox" name="look" value="${look}" checked>${lookName(look)}</label>`).join('')}</fieldset>
<label><input type="checkbox" id="big">Full size</label><span><b id="count"></b> pictures</span></header>
<main>
${parts.map(({ area, shown }) => `<section id="${idOf(area)}"><h2>${plain(area)}</h2>\n${shown.map(article).join('\n')}\n</section>`).join('\n')}
</main>
<script>${script}
</script></body></html>
`
}
