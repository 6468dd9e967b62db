import { XMLParser } from 'fast-xml-parser'
import { createHmac } from 'node:crypto'

const DECLARED = /^\s*<\?xml\s[^?]*encoding=["'](GBK|GB2312|GB18030)["'][^?]*\?>/i
/** Nothing of theirs needs definitions of its own, and those are how a small text is made to grow. */
const DEFINITIONS = /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i
/** Their elements that may be there several times. */
const REPEATED = new Set(['bj', 'gc', 'tz', 'cl', 'lq', 'bd'])

const parser = new XMLParser({
  parseTagValue: false, ignoreAttributes: true, ignoreDeclaration: true, ignorePiTags: true, maxNestedTags: 20,
  // Without definitions, entities are the named ones of HTML and character references.
  htmlEntities: true,
  isArray: (tag) => REPEATED.has(tag),
  onDangerousProperty: (tag) => { throw new Error(`a tag must not be called ${tag}`) },
})

/** Text to value: an element without content is an empty text. Throws for what is no XML, not declared to be in GBK, or brings definitions. */
export const readXml = (text: string): unknown => {
  if (!DECLARED.test(text)) throw new Error('is not declared to be XML in GBK')
  if (DEFINITIONS.test(text)) throw new Error('brings definitions')
  return parser.parse(text, true)
}

/** Everything but plain ASCII as character references, which are the same in every charset: so GBK need not be written. */
const inAscii = (value: string): string =>
  Array.from(value, (letter) => (/^[ !#-%'-;=?-~]$/.test(letter) ? letter : `&#${letter.codePointAt(0) ?? 0};`)).join('')

/** 签名, as their interface asks for it; see mock/socialsecurity/README.md. */
const signatureOf = (key: string, transaction: string, time: string, parameters: Readonly<Record<string, string>>): string => {
  const sorted = Object.keys(parameters).sort().map((field) => `${field}=${parameters[field] ?? ''}`).join('&')
  return createHmac('sha256', key).update(`${transaction}\n${time}\n${sorted}`).digest('hex').toUpperCase()
}

export interface Question { readonly transaction: string; readonly parameters: Readonly<Record<string, string>> }

/** A signed question in their envelope. @param time `yyyyMMddHHmmss` */
export const writeQuestion = ({ transaction, parameters }: Question, key: string, time: string): string => {
  const body = Object.entries(parameters).map(([field, value]) => `<${field}>${inAscii(value)}</${field}>`).join('')
  const head = `<jydm>${transaction}</jydm><fsf>yichuang</fsf><fssj>${time}</fssj><qm>${signatureOf(key, transaction, time, parameters)}</qm>`
  return `<?xml version="1.0" encoding="GBK"?><message><head>${head}</head><body>${body}</body></message>`
}
