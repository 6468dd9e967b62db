import { TmplGroup } from 'glass-easel-template-compiler'
import type { BuiltPackage } from '../host/builtPackage'

export interface CompiledTemplates {
  /** An expression whose value are the generators of all templates, by path without ending. It calls `missing` with the name of a template that is not there. */
  readonly code: string
  /** What WeChat's compiler has to say against them. */
  readonly faults: readonly string[]
  /** Every element the templates name, with the attributes it is given there. */
  readonly elements: Readonly<Record<string, readonly string[]>>
}

/** AXML says the same things as WXML in other words. What its own compiler would refuse beyond that is not known here. */
const toWxml = (axml: string): string => axml
  .replace(/\ba:(for|if|elif|else|key|for-item|for-index)\b/g, 'wx:$1')
  .replace(/<import-sjs name="(\w+)" from="([^"]+)"/g, '<wxs module="$1" src="$2"')
  .replace(/(src="[^"]+)\.axml"/g, '$1.wxml"')
  .replace(/\.sjs"/g, '.wxs"')
  .replace(/\s(on|catch)([A-Z]\w*)=/g, (_, how: string, event: string) => ` ${how === 'on' ? 'bind' : 'catch'}:${event.toLowerCase()}=`)

const NO_ELEMENTS = ['template', 'block', 'import', 'include', 'wxs', 'slot']
const ELEMENT = /<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g
const LISTENER = /^(bind|catch|wx:|data-)/
const OF_EVERY_ELEMENT = ['id', 'class', 'style']

const elementsIn = (sources: readonly string[]): Record<string, string[]> => {
  const found = new Map<string, Set<string>>()
  for (const [, tag = '', attributes = ''] of sources.flatMap((source) => [...source.matchAll(ELEMENT)])) {
    if (NO_ELEMENTS.includes(tag)) continue
    const names = found.get(tag) ?? new Set<string>()
    found.set(tag, names)
    for (const [, name = ''] of attributes.matchAll(/\s([\w:-]+)(?:=|(?=\s|$))/g)) if (!LISTENER.test(name) && !OF_EVERY_ELEMENT.includes(name)) names.add(name)
  }
  return Object.fromEntries([...found].map(([tag, names]) => [tag, [...names]]))
}

const withoutEnding = (file: string): string => file.replace(/\.\w+$/, '')

const compile = (built: BuiltPackage): CompiledTemplates => {
  const { templates, viewScripts, name } = built.platform
  const group = new TmplGroup()
  const faults: string[] = []
  const sources: string[] = []
  for (const file of built.files()) {
    const source = built.read(file) ?? ''
    if (file.endsWith(templates)) {
      const wxml = name === 'alipay' ? toWxml(source) : source
      sources.push(wxml)
      const told = group.addTmpl(withoutEnding(file), wxml) as readonly { readonly level: number; readonly message: string; readonly startLine: number }[]
      faults.push(...told.map(({ message, startLine }) => `${file}: ${message} (line ${startLine + 1})`))
    }
    // Alipay's are modules of newer style.
    if (file.endsWith(viewScripts)) group.addScript(withoutEnding(file), source.replace(/^export default/m, 'module.exports ='))
  }
  // The framework leaves blank what no template is there for; here that is told, by the name it was looked up by.
  const code = group.getTmplGenObjectGroups().replaceAll('return S[P]}', 'return S[P]||(P&&missing(P))}')
  group.free()
  return { code, faults, elements: elementsIn(sources) }
}

const known = new WeakMap<BuiltPackage, CompiledTemplates>()

/** Compiles every template of a package with the compiler of glass-easel, WeChat's own component framework; a package opened once is compiled once. */
export const compileTemplates = (built: BuiltPackage): CompiledTemplates => {
  const compiled = known.get(built) ?? compile(built)
  known.set(built, compiled)
  return compiled
}
