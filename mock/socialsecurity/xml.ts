import { XMLParser } from 'fast-xml-parser'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)

/** One element: of a text, which is escaped, or of elements. */
export const element = (tag: string, content: string | readonly string[]): string =>
  (content.length === 0 ? `<${tag}/>` : `<${tag}>${typeof content === 'string' ? escaped(content) : content.join('')}</${tag}>`)

export const inDocument = (root: string): string => `<?xml version="1.0" encoding="GBK"?>${root}`

const parser = new XMLParser({ parseTagValue: false, htmlEntities: true, ignoreDeclaration: true })

/** Undefined for what is no XML, or is not declared to be in GBK. */
export const parsed = (text: string): unknown => {
  if (!text.startsWith('<?xml version="1.0" encoding="GBK"?>')) return undefined
  try {
    return parser.parse(text, true)
  } catch {
    return undefined
  }
}
