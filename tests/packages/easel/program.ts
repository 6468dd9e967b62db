import { Component, ComponentSpace, CurrentWindowBackendContext, Element as EaselElement, Event as EaselEvent, addGlobalErrorListener, addGlobalWarningListener, globalOptions, type GeneralComponent } from 'glass-easel'
import { defineNatives, eventsOn, givenTo, nativeOf } from './natives'
import type { EaselWindow, PageConfig, ViewConfig } from './protocol'

/**
 * The view half, within a window: WeChat's own component framework over the package's compiled templates. Bundled by `bundle.ts`; runs in jsdom and in
 * Chromium alike.
 */
const outside = window as unknown as EaselWindow
const fault = (message: unknown): void => outside.easelFault(String(message))

globalOptions.throwGlobalError = false
addGlobalErrorListener((error: unknown) => { fault(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : error); return false })
addGlobalWarningListener((warning) => { fault(warning); return false })

const space = new ComponentSpace()
space.updateComponentOptions({ writeIdToDOM: true, virtualHost: false })
const context = new CurrentWindowBackendContext()
// Names of their own: a `button` of the platform is not the browser's.
Object.assign(context, { document: {
  createElement: (tag: string) => document.createElement(`wx-${tag}`),
  createTextNode: (text: string) => document.createTextNode(text),
  createDocumentFragment: () => document.createDocumentFragment(),
} })
const pages = new Map<number, { readonly root: GeneralComponent; readonly box: HTMLElement }>()
const templates: Record<string, unknown> = {}
const templateOf = (path: string): object => ({ groupList: templates, content: templates[path] })

/** `root.cn.[0].v`, as Taro writes it, is `root.cn[0].v` to the framework. */
const asPaths = (change: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(change).map(([path, value]) => [path.replace(/\.\[/g, '['), value]))

const copy = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)) as unknown)
interface Target { readonly id?: string; readonly dataset?: unknown }
const told = ({ id, dataset }: Target): Record<string, unknown> => ({ id: id ?? '', dataset: copy(dataset ?? {}), offsetLeft: 0, offsetTop: 0 })
const POINT = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 }

/** The framework sets both before it calls a handler, though its types do not say so. */
type Raised = EaselEvent<unknown> & { readonly target: Target; readonly currentTarget: Target }

const plain = (event: Raised): Record<string, unknown> => {
  const target = told(event.target)
  const touched = /tap|touch|press/.test(event.type)
  return {
    type: event.type, timeStamp: Math.round(event.timeStamp), detail: copy(event.detail ?? {}), mark: {},
    target: { ...target, targetDataset: target.dataset }, currentTarget: told(event.currentTarget),
    ...(touched && { touches: [POINT], changedTouches: [POINT] }),
  }
}

const pageOf = (component: GeneralComponent): number => {
  for (let at: Element | null = component.$$ as unknown as Element; at; at = at.parentElement) {
    const id = (at as HTMLElement).dataset.page
    if (id !== undefined) return Number(id)
  }
  return -1
}
const handlersOf = (names: readonly string[], component: string | null): Record<string, (event: Raised) => void> =>
  Object.fromEntries(names.map((handler) => [handler, function tell(this: GeneralComponent, event: Raised): void {
    outside.easelEvent(JSON.stringify({ page: pageOf(this), component, handler, event: plain(event) }))
  }]))

const start = (given: string): void => {
  const { code, natives, components } = JSON.parse(given) as ViewConfig
  Object.assign(templates, new Function('missing', `return ${code}`)((name: string) => { fault(`Template “${name}” not found`) }) as object)
  context.onEvent((target, type, detail, options) => {
    const event = new EaselEvent(type, detail, options)
    EaselEvent.dispatchEvent(target, event)
    return event.defaultPrevented() ? 1 : 0
  })
  space.defineComponent({ is: '', template: { content: undefined } } as never)
  defineNatives(space, natives)
  for (const { path, using, properties, virtualHost, handlers } of components) {
    space.defineComponent({
      is: path, using, options: { virtualHost },
      properties: Object.fromEntries(properties.map((name) => [name, { type: null, value: {} }])),
      template: templateOf(path), methods: handlersOf(handlers, path),
    } as never)
  }
}

const show = (shown: number): void => { for (const [id, { box }] of pages) box.style.display = id === shown ? '' : 'none' }

const open = (given: string): void => {
  const { id, path, using, data, handlers } = JSON.parse(given) as PageConfig
  const definition = space.defineComponent({
    is: `${path}#${id}`, using, data, template: templateOf(path), methods: handlersOf(handlers, null),
  } as never)
  const box = document.createElement('wx-webview')
  box.dataset.page = String(id)
  const place = box.appendChild(document.createElement('i'))
  document.body.appendChild(box)
  const root = Component.createWithContext('page', definition.general(), context)
  EaselElement.replaceDocumentElement(root, box as never, place as never)
  pages.set(id, { root, box })
  show(id)
}

const pressed = (element: Element, type: string): void => { element.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: POINT.clientX, clientY: POINT.clientY })) }

Object.assign(window, { easel: {
  start, open, show,
  change: (id, change) => { pages.get(id)?.root.setData(asPaths(JSON.parse(change) as Record<string, unknown>)) },
  close: (id) => {
    const page = pages.get(id)
    if (!page) return
    EaselElement.pretendDetached(page.root)
    page.box.remove()
    pages.delete(id)
  },
  tap: (element) => { for (const type of ['mousedown', 'mouseup']) pressed(element, type) },
  raise: (element, event, detail) => { nativeOf(element)?.triggerEvent(event, JSON.parse(detail)) },
  input: (element, text) => {
    const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    if (!field) return false
    field.focus()
    field.value = text
    field.dispatchEvent(new window.Event('input', { bubbles: true }))
    return true
  },
  given: givenTo,
  events: eventsOn,
} satisfies EaselWindow['easel'] })
