import postcss from 'postcss'
import { resolveIn, type BuiltPackage } from '../host/builtPackage'

/** How the platform shows its own elements before a package says anything. */
const NATIVE = `
  * { box-sizing: border-box } body { margin: 0 }
  wx-webview, wx-page, wx-view, wx-scroll-view, wx-comp { display: block } wx-text { display: inline; white-space: pre-wrap }
  wx-scroll-view { overflow: auto } wx-image { display: inline-block; overflow: hidden } wx-image img { width: 100%; height: 100% }
  wx-button { display: block; text-align: center } wx-input, wx-textarea { display: block } wx-input input, wx-textarea textarea { width: 100%; height: 100%; border: 0; padding: 0; font: inherit; color: inherit; background: none }
  [hidden] { display: none }`

const ELEMENT = /(^|[\s,>+~(])(page|view|text|image|input|textarea|scroll-view|button)(?=$|[\s,>+~.:#[)])/g
/** A width of 750 rpx is the width of the screen. */
const RPX = /(-?\d*\.?\d+)rpx/g

const flat = (built: BuiltPackage, file: string): string => {
  const root = postcss.parse(built.read(file) ?? '')
  root.walkAtRules('import', (rule) => { rule.replaceWith(postcss.parse(flat(built, resolveIn(file, rule.params.replace(/^["']|["'];?$/g, ''))))) })
  return root.toString()
}

/** The styles of a page as a browser reads them: the app's, then its own. */
export const stylesOf = (built: BuiltPackage, page: string): string => {
  const root = postcss.parse([`app${built.platform.styles}`, `${page}${built.platform.styles}`].map((file) => flat(built, file)).join('\n'))
  root.walkRules((rule) => { rule.selector = rule.selector.replace(ELEMENT, '$1wx-$2') })
  return NATIVE + root.toString().replace(RPX, (_, number: string) => `calc(${number} * 100vw / 750)`)
}
