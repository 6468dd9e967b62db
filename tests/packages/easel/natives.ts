import type { ComponentSpace, GeneralComponent } from 'glass-easel'

/** The platform's own elements, as far as a test needs them: what they are given, what they show of it, what they tell. */
interface Native {
  /** Makes what stands within the element. */
  readonly make?: (element: HTMLElement, component: GeneralComponent) => void
  /** Brings that up to date with what the element is given. */
  readonly show?: (element: HTMLElement, given: Readonly<Record<string, unknown>>) => void
}

const written = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
const components = new WeakMap<Element, GeneralComponent>()
const attributesOf = new WeakMap<Element, readonly string[]>()
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export const nativeOf = (element: Element): GeneralComponent | undefined => components.get(element)
/** The events somebody listens for on the element itself, in small letters. */
const heardOn = new WeakMap<GeneralComponent, Set<string>>()
export const eventsOn = (element: Element): string[] => [...(heardOn.get(components.get(element) as GeneralComponent) ?? [])]
export const givenTo = (element: Element): Readonly<Record<string, unknown>> => {
  const data = components.get(element)?.data as Record<string, unknown> | undefined
  const given = (attributesOf.get(element) ?? []).map((name) => [name, data?.[camel(name)]] as const).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries([['id', element.id], ['class', element.className], ...given])
}

const fieldOf = (element: HTMLElement): HTMLInputElement | null => element.querySelector('input, textarea')
const field = (tag: 'input' | 'textarea'): Native => ({
  make: (element, component) => {
    const made = element.appendChild(document.createElement(tag))
    made.addEventListener('input', (event) => {
      event.stopPropagation()
      // 140 by default, on both platforms; negative is no limit.
      const longest = Number((component.data as { maxlength?: unknown }).maxlength ?? 140)
      if (longest >= 0) made.value = made.value.slice(0, longest)
      component.triggerEvent('input', { value: made.value, cursor: made.value.length, keyCode: 0 })
    })
    for (const type of ['focus', 'blur']) made.addEventListener(type, () => component.triggerEvent(type, { value: made.value }))
  },
  show: (element, { value, placeholder, disabled }) => {
    const made = fieldOf(element)
    if (!made) return
    if (value !== undefined && made.value !== written(value)) made.value = written(value)
    made.placeholder = written(placeholder)
    made.disabled = Boolean(disabled)
  },
})

/** The native elements this app shows. One that is not here is a fault: add it, with what a citizen can do with it. */
const known: Readonly<Record<string, Native>> = {
  view: {}, text: {}, button: {}, 'scroll-view': {},
  input: field('input'), textarea: field('textarea'),
  image: {
    make: (element) => { element.appendChild(document.createElement('img')) },
    show: (element, { src }) => { if (src) element.querySelector('img')?.setAttribute('src', written(src)) },
  },
}

/** Makes the native elements known to the templates; those the app never shows stay unknown. */
export const defineNatives = (space: ComponentSpace, tags: Readonly<Record<string, readonly string[]>>): void => {
  for (const [tag, { make, show }] of Object.entries(known)) {
    const attributes = tags[tag] ?? []
    const properties = attributes.map(camel)
    const update = (component: GeneralComponent): void => {
      const element = component.$$ as unknown as HTMLElement | null
      if (element && components.has(element)) show?.(element, component.data as Record<string, unknown>)
    }
    const definition = space.defineComponent({
      is: `native/${tag}`, options: { writeIdToDOM: true, virtualHost: false, propertyEarlyInit: true, listenerChangeLifetimes: true },
      properties: Object.fromEntries(properties.map((name) => [name, null])),
      lifetimes: {
        created(this: GeneralComponent) {
          const element = this.$$ as unknown as HTMLElement
          components.set(element, this)
          attributesOf.set(element, attributes)
          make?.(element, this)
          update(this)
        },
        attached(this: GeneralComponent) { update(this) },
        listenerChange(this: GeneralComponent, isAdd: boolean, name: string) {
          const names = heardOn.get(this) ?? new Set<string>()
          heardOn.set(this, names)
          if (isAdd) names.add(name.toLowerCase())
          else names.delete(name.toLowerCase())
        },
      },
      observers: properties.length > 0 && show ? [{ fields: properties.join(','), observer(this: GeneralComponent) { update(this) } }] : [],
    } as never)
    space.setGlobalUsingComponent(tag, definition.general())
  }
}
