/** A template file's elements, texts and what stands in them, as written. */
export type Markup = MarkupElement | MarkupText
export interface MarkupElement { readonly kind: 'element'; readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Markup[] }
export interface MarkupText { readonly kind: 'text'; readonly text: string }

const PART = /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*?)(\/?)>|[^<]+/y
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']))

/** Reads WXML or AXML. Throws, with the line, where an element is not closed or closed by another's name. */
export const parseMarkup = (source: string): Markup[] => {
  const root: Markup[] = []
  const open: MarkupElement[] = []
  const part = new RegExp(PART)
  const fail = (what: string): never => { throw new Error(`${what} (line ${source.slice(0, part.lastIndex).split('\n').length})`) }
  while (part.lastIndex < source.length) {
    const at = part.lastIndex
    const found = part.exec(source)
    if (!found) {
      part.lastIndex = at
      return fail(`no markup: ${source.slice(at, at + 30)}`)
    }
    const [text, closing, opening, attributes = '', alone] = found
    const children = open.at(-1)?.children ?? root
    if (closing !== undefined) {
      const element = open.pop()
      if (element?.tag !== closing) fail(`</${closing}> closes ${element ? `<${element.tag}>` : 'nothing'}`)
    } else if (opening !== undefined) {
      const element: MarkupElement = { kind: 'element', tag: opening, attributes: attributesIn(attributes), children: [] }
      children.push(element)
      if (!alone) open.push(element)
    } else if (!text.startsWith('<!--')) children.push({ kind: 'text', text })
  }
  const left = open.at(-1)
  return left ? fail(`<${left.tag}> is not closed`) : root
}
