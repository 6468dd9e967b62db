import type { Easel } from '../easel/inJsdom'
import type { Platform } from './platform'

export interface Wanted {
  /** What a screen reader would call it; roles as in HTML. */
  readonly role?: string
  /** Its aria-label, else all its text. A string must be the whole name. */
  readonly name: string | RegExp
}

/** A native element as its template wrote it. */
export interface ViewElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, unknown>>
  /** The events its template listens for on it. */
  readonly events: readonly string[]
  readonly text: string
  readonly dom: Element
}

export interface View {
  /** Everything a citizen can read on the page. */
  readonly text: () => string
  /** Every element of the page that is not hidden. */
  readonly elements: () => ViewElement[]
  /** How many nodes the page has, hidden ones too. */
  readonly nodes: () => number
  /** Role and name, as a screen reader would say them. */
  readonly roleOf: (element: ViewElement) => string
  readonly nameOf: (element: ViewElement) => string
  /** The elements that match, from the top of the page. */
  readonly find: (wanted: Wanted | string | RegExp) => ViewElement[]
  /** Throws unless exactly one element matches; for a plain text the innermost one counts. */
  readonly one: (wanted: Wanted | string | RegExp) => ViewElement
  readonly tap: (element: ViewElement) => void
  /** Types into a field, replacing what it held. */
  readonly input: (element: ViewElement, text: string) => void
}

const nativeRoles: Readonly<Record<string, string>> = { image: 'img', input: 'textbox', textarea: 'textbox', button: 'button' }
/** What WeChat tells a page of its own buttons once they were tapped, by their `open-type`. */
const openTypeEvents: Readonly<Record<string, string>> = { agreePrivacyAuthorization: 'agreeprivacyauthorization' }

const written = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

interface ViewParts {
  readonly platform: Platform
  readonly easel: () => Easel
  /** How many events have been heard by anybody so far. */
  readonly heard: () => number
}

/** A page as somebody sees and touches it. Sizes, styles and what covers what are unknown to it. */
export const createView = ({ platform, easel, heard }: ViewParts): View => {
  const elementOf = (dom: Element): ViewElement => ({
    dom, tag: dom.localName.slice('wx-'.length), get attributes() { return easel().given(dom) }, get events() { return easel().events(dom) }, get text() { return dom.textContent ?? '' },
  })
  const chain = (dom: Element): Element[] => (dom.localName.startsWith('wx-') ? [dom, ...(dom.parentElement ? chain(dom.parentElement) : [])] : dom.parentElement ? chain(dom.parentElement) : [])
  const hides = (dom: Element): boolean => {
    const { hidden, 'aria-hidden': unheard } = easel().given(dom)
    return hidden === true || written(unheard) === 'true'
  }
  const elements = (): ViewElement[] => {
    const found: ViewElement[] = []
    const walk = (dom: Element): void => {
      if (hides(dom)) return
      if (dom.localName.startsWith('wx-')) found.push(elementOf(dom))
      for (const child of dom.children) walk(child)
    }
    const root = easel().root()
    if (root) for (const child of root.children) walk(child)
    return found
  }
  const text = (): string => easel().root()?.textContent ?? ''
  const roleOf = ({ tag, attributes }: ViewElement): string => written(attributes[platform.roleAttribute]) || (nativeRoles[tag] ?? '')
  const nameOf = ({ attributes, text: own }: ViewElement): string => written(attributes['aria-label']) || own.trim()
  const fits = (name: string, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name))

  const find: View['find'] = (wanted) => {
    if (typeof wanted === 'object' && 'name' in wanted) {
      return elements().filter((element) => (wanted.role === undefined || roleOf(element) === wanted.role) && fits(nameOf(element), wanted.name))
    }
    const matching = elements().filter((element) => fits(element.text.trim(), wanted))
    return matching.filter(({ dom }) => !matching.some((other) => other.dom !== dom && dom.contains(other.dom)))
  }

  return {
    text, elements, find, roleOf, nameOf, nodes: () => easel().root()?.querySelectorAll('*').length ?? 0,
    one: (wanted) => {
      const [element, ...more] = find(wanted)
      if (!element || more.length > 0) {
        const told = typeof wanted === 'object' && 'name' in wanted ? `${wanted.role ?? 'element'} ${String(wanted.name)}` : String(wanted)
        throw new Error(`${more.length + (element ? 1 : 0)} elements match ${told} on a page that says: ${text()}`)
      }
      return element
    },
    tap: (element) => {
      if (chain(element.dom).some((dom) => written(easel().given(dom)['aria-disabled']) === 'true')) throw new Error(`${nameOf(element)} is disabled`)
      const before = heard()
      const name = nameOf(element)
      const told = openTypeEvents[written(element.attributes['open-type'])]
      easel().tap(element.dom)
      if (told !== undefined) easel().raise(element.dom, told, JSON.stringify({ errMsg: `${told}:ok` }))
      if (heard() === before) throw new Error(`nothing listens for a tap on ${name}`)
    },
    input: (element, typed) => {
      const before = heard()
      if (!easel().input(element.dom, typed) || heard() === before) throw new Error(`${nameOf(element)} takes no text`)
    },
  }
}
