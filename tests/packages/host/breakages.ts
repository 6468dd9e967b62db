import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Platform } from './platform'

/** One way to break a package, and what the host then says. */
export interface Breakage { readonly how: (folder: string, platform: Platform) => void; readonly says: RegExp }

const change = (file: string, from: string | RegExp, to: string): ((folder: string) => void) => (folder) => {
  const full = path.join(folder, file)
  const before = readFileSync(full, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} holds no ${String(from)}`)
  writeFileSync(full, after)
}
const home = 'pages/home/index.js'
/** Code that runs when the home page is loaded. */
const atLoad = (code: string) => change(home, '"use strict";', `"use strict";${code};`)
/** Code that changes the home page's definition, `page`, before it is registered. */
const inPage = (code: string) => change(home, /\bPage\(([\w$]+)\)/, `Page(function(page){${code};return page}($1))`)
const remove = (file: string) => (folder: string): void => rmSync(path.join(folder, file))

export const breakages: Readonly<Record<string, Breakage>> = {
  'a page without its script': { how: remove('pages/ticket/index.js'), says: /pages\/ticket\/index\.js is missing/ },
  'a page without its template': { how: (folder, { templates }) => remove(`pages/ticket/index${templates}`)(folder), says: /pages\/ticket\/index\.(wx|ax)ml is missing/ },
  'a missing module': { how: remove('vendors.js'), says: /module not found: vendors\.js/ },
  'a style that is imported but not there': { how: (folder, { styles }) => remove(`app-origin${styles}`)(folder), says: /app-origin\.(wx|ac)ss is missing/ },
  'a style that is not closed': { how: (folder, { styles }) => writeFileSync(path.join(folder, `app${styles}`), '.a { color: red'), says: /Unclosed block/ },
  'a missing template': { how: (folder, { templates }) => change(`base${templates}`, 'name="tmpl_0_5"', 'name="gone"')(folder), says: /Template “tmpl_0_5” not found/ },
  'a view script that no old phone reads': { how: (folder, { viewScripts }) => change(`utils${viewScripts}`, /(\bb\s*:\s*)function\s*\(([^)]*)\)/, '$1async function($2)')(folder), says: /utils\.(wxs|sjs)/ },
  'a tag that is not closed': { how: (folder, { templates }) => change(`base${templates}`, '</view>', '')(folder), says: /missing end tag/ },
  'a template that names another handler': { how: (folder, { templates }) => change(`base${templates}`, /(bindtap|onTap)="eh"/g, '$1="gone"')(folder), says: /nothing listens for a tap/ },
  'a template that hears no taps': { how: (folder, { templates }) => change(`base${templates}`, /(bindtap|onTap)="eh"/g, '')(folder), says: /nothing listens for a tap/ },
  'syntax newer than ES5': { how: atLoad('var newer = () => 1'), says: /pages\/home\/index\.js: Unexpected token/ },
  'window': { how: atLoad('window.location.href'), says: /Cannot read properties of undefined/ },
  'document': { how: atLoad('document.querySelector("a")'), says: /Cannot read properties of undefined/ },
  'globalThis': { how: atLoad('globalThis.anything'), says: /Cannot read properties of undefined/ },
  'fetch': { how: atLoad('fetch("https://example.org")'), says: /fetch is not defined/ },
  'URL': { how: atLoad('new URL("https://example.org")'), says: /URL is not defined/ },
  'process': { how: atLoad('process.env.API_BASE'), says: /process is not defined/ },
  'eval': { how: atLoad('eval("1")'), says: /Code generation from strings disallowed/ },
  'new Function': { how: atLoad('new Function("return 1")()'), says: /Code generation from strings disallowed/ },
  'a call the platform has not': { how: (folder, { global }) => atLoad(`${global}.noSuchCall({})`)(folder), says: /reads (wx|my)\.noSuchCall/ },
  'a page that is not there': { how: (folder, { global }) => atLoad(`setTimeout(function(){${global}.navigateTo({url:"/pages/gone/index",fail:function(){}})})`)(folder), says: /page "pages\/gone\/index" is not found/ },
  'an error that is only logged': { how: atLoad('console.error("said quietly")'), says: /said quietly/ },
  'a lifecycle that throws': { how: inPage('page.onShow=function(){throw new Error("broken lifecycle")}'), says: /broken lifecycle/ },
  'a handler that throws': { how: inPage('page.eh=function(){throw new Error("broken handler")}'), says: /broken handler/ },
  'a timer that throws': { how: atLoad('setTimeout(function(){throw new Error("broken timer")},5)'), says: /broken timer/ },
  'setData of too much': { how: inPage('page.onReady=function(){this.setData({big:new Array(3e5).join("x")})}'), says: /setData hands over 3\d{5} bytes/ },
  'setData of nothing': { how: inPage('page.onReady=function(){this.setData({gone:undefined})}'), says: /sets gone to undefined/ },
}
