import { written } from './expression'
import type { Platform } from './platform'
import { elementsIn, textOf, type ViewElement, type ViewNode } from './viewNode'

export interface Wanted {
  /** What a screen reader would call it; roles as in HTML. */
  readonly role?: string
  /** Its aria-label, else all its text. A string must be the whole name. */
  readonly name: string | RegExp
}

export interface View {
  /** Everything a citizen can read on the page. */
  readonly text: () => string
  /** The elements that match, from the top of the page. */
  readonly find: (wanted: Wanted | string | RegExp) => ViewElement[]
  /** Throws unless exactly one element matches; for a plain text the innermost one counts. */
  readonly one: (wanted: Wanted | string | RegExp) => ViewElement
  readonly tap: (element: ViewElement) => void
  /** Types into a field, replacing what it held. */
  readonly input: (element: ViewElement, text: string) => void
}

/** Events that go up from an element to those around it. */
const bubbling = ['tap', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'longpress', 'longtap']
const nativeRoles: Readonly<Record<string, string>> = { image: 'img', input: 'textbox', textarea: 'textbox', button: 'button' }
/** What WeChat tells a page of its own buttons once they were tapped, by their `open-type`. */
const openTypeEvents: Readonly<Record<string, string>> = { agreePrivacyAuthorization: 'agreeprivacyauthorization' }
const point = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 }

const chain = (element: ViewElement): ViewElement[] => [element, ...(element.parent ? chain(element.parent) : [])]
const isHidden = (element: ViewElement): boolean => chain(element).some(({ attributes }) => attributes.hidden === true || attributes['aria-hidden'] === 'true')

/** An element as its events name it. */
const target = ({ attributes }: ViewElement): { id: string; dataset: Record<string, unknown> } => ({
  id: written(attributes.id),
  dataset: Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (name.startsWith('data-') ? [[name.slice(5), value]] : []))),
})

interface ViewParts {
  readonly platform: Platform
  /** What the page shows now. */
  readonly nodes: () => ViewNode[]
  readonly adopt: (value: unknown) => unknown
}

/** A page as somebody sees and touches it. Sizes, styles and what covers what are unknown to it. */
export const createView = ({ platform, nodes, adopt }: ViewParts): View => {
  const roleOf = ({ tag, attributes }: ViewElement): string => written(attributes[platform.roleAttribute]) || (nativeRoles[tag] ?? '')
  const nameOf = (element: ViewElement): string => written(element.attributes['aria-label']) || textOf(element).trim()
  const fits = (name: string, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name))

  const find: View['find'] = (wanted) => {
    const shown = elementsIn(nodes()).filter((element) => !isHidden(element))
    if (typeof wanted === 'object' && 'name' in wanted) {
      return shown.filter((element) => (wanted.role === undefined || roleOf(element) === wanted.role) && fits(nameOf(element), wanted.name))
    }
    const matching = shown.filter((element) => fits(textOf(element).trim(), wanted))
    return matching.filter((element) => !matching.some((other) => other !== element && chain(other).includes(element)))
  }

  /** Calls the listeners from the element upwards; false when nobody listened. */
  const fire = (element: ViewElement, type: string, detail: object): boolean => {
    let heard = false
    for (const current of bubbling.includes(type) ? chain(element) : [element]) {
      const listener = current.listeners[type]
      if (!listener) continue
      const handler = current.owner.handler(listener.name)
      if (!handler) throw new Error(`${current.owner.path} has no handler ${listener.name}`)
      heard = true
      const touches = bubbling.includes(type) ? { touches: [point], changedTouches: [point] } : {}
      const { id, dataset } = target(element)
      handler(adopt({ type, timeStamp: Math.round(performance.now()), target: { id, dataset, targetDataset: dataset }, currentTarget: target(current), detail, mark: {}, ...touches }))
      if (listener.stops) break
    }
    return heard
  }

  return {
    find,
    text: () => nodes().map(textOf).join(''),
    one: (wanted) => {
      const [element, ...more] = find(wanted)
      if (!element || more.length > 0) {
        const told = typeof wanted === 'object' && 'name' in wanted ? `${wanted.role ?? 'element'} ${String(wanted.name)}` : String(wanted)
        throw new Error(`${more.length + (element ? 1 : 0)} elements match ${told} on a page that says: ${nodes().map(textOf).join(' ')}`)
      }
      return element
    },
    tap: (element) => {
      if (chain(element).some(({ attributes }) => attributes['aria-disabled'] === 'true')) throw new Error(`${nameOf(element)} is disabled`)
      fire(element, 'touchstart', {})
      fire(element, 'touchend', {})
      const told = openTypeEvents[written(element.attributes['open-type'])]
      const opened = told !== undefined && fire(element, told, { errMsg: `${told}:ok` })
      if (!fire(element, 'tap', { x: point.pageX, y: point.pageY }) && !opened) throw new Error(`nothing listens for a tap on ${nameOf(element)}`)
    },
    input: (element, text) => {
      const longest = Number(element.attributes.maxlength ?? 140)
      const value = longest >= 0 ? text.slice(0, longest) : text
      fire(element, 'focus', { value: written(element.attributes.value) })
      if (!fire(element, 'input', { value, cursor: value.length, keyCode: 0 })) throw new Error(`${nameOf(element)} takes no text`)
    },
  }
}
