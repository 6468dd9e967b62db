import { resolveIn, type BuiltPackage } from './builtPackage'
import { dataExpression, textExpression, written, type Scope } from './expression'
import { parseMarkup, type Markup, type MarkupElement } from './markup'
import { listenerIn } from './platform'
import type { Listener, Owner, ViewElement, ViewNode } from './viewNode'

type Data = Readonly<Record<string, unknown>>
interface TemplateFile {
  readonly path: string
  readonly named: ReadonlyMap<string, MarkupElement>
  readonly imports: readonly string[]
  /** View scripts by the name the templates call them by. */
  readonly scripts: ReadonlyMap<string, unknown>
  readonly nodes: readonly Markup[]
}
interface Place { readonly file: TemplateFile; readonly owner: Owner; readonly parent: ViewElement | null; readonly into: ViewNode[] }

/** The native elements this app shows. Add one here when it shows another, and to the view what a citizen can do with it. */
const natives = ['view', 'text', 'image', 'input', 'textarea', 'scroll-view', 'button']

export interface TemplateParts {
  readonly viewScript: (path: string) => unknown
  /** A custom component, e.g. the one Taro goes through where WeChat does not let templates call themselves. */
  readonly component: (path: string) => Owner
}
export interface Templates {
  /** What a page shows. */
  readonly render: (page: string, data: Data, owner: Owner) => ViewNode[]
}

/** Interprets a package's own templates. Throws for what WeChat and Alipay would leave blank: a template that is not there. */
export const createTemplates = (built: BuiltPackage, { viewScript, component }: TemplateParts): Templates => {
  const { platform } = built
  const { directive } = platform
  const files = new Map<string, TemplateFile>()

  const open = (path: string): TemplateFile => {
    const known = files.get(path)
    if (known) return known
    const source = built.read(path)
    if (source === null) throw new Error(`no template file ${path}`)
    const elements = parseMarkup(source)
    const tops = elements.filter((node) => node.kind === 'element')
    const script = ({ tag }: MarkupElement): boolean => tag === 'wxs' || tag === 'import-sjs'
    const file: TemplateFile = {
      path,
      named: new Map(tops.flatMap((node) => (node.tag === 'template' && node.attributes.name ? [[node.attributes.name, node] as const] : []))),
      imports: tops.flatMap(({ tag, attributes }) => (tag === 'import' ? [resolveIn(path, attributes.src ?? '')] : [])),
      scripts: new Map(tops.filter(script).map(({ attributes: { module, name, src, from } }) =>
        [module ?? name ?? '', viewScript(resolveIn(path, src ?? from ?? ''))])),
      nodes: elements.filter((node) => node.kind === 'text' || !(script(node) || node.tag === 'import' || (node.tag === 'template' && node.attributes.name))),
    }
    files.set(path, file)
    return file
  }

  const find = (file: TemplateFile, name: string): { file: TemplateFile; element: MarkupElement } => {
    for (const place of [file, ...file.imports.map(open)]) {
      const element = place.named.get(name)
      if (element) return { file: place, element }
    }
    throw new Error(`Template “${name}” not found (${file.path})`)
  }

  const scopeOf = (file: TemplateFile, data: Data): Scope => (name) => (name in data ? data[name] : file.scripts.get(name))

  const renderAll = (nodes: readonly Markup[], data: Data, place: Place): void => {
    // Whether an `if` or `elif` before an `else` has been followed.
    let followed = false
    for (const node of nodes) {
      const scope = scopeOf(place.file, data)
      if (node.kind === 'text') {
        const text = node.text.trim() === '' ? '' : written(textExpression(node.text)(scope))
        if (text !== '') place.into.push({ kind: 'text', text })
        continue
      }
      const said = (word: string): string | undefined => node.attributes[directive + word]
      const test = said('if') ?? said('elif')
      if (said('if') !== undefined) followed = false
      else if (followed && (test !== undefined || said('else') !== undefined)) continue
      if (test !== undefined) {
        followed = Boolean(textExpression(test)(scope))
        if (!followed) continue
      }
      const list = said('for')
      if (list === undefined) renderOne(node, data, place)
      else repeat(node, (textExpression(list)(scope) ?? []) as readonly unknown[], data, place)
    }
  }

  const repeat = (node: MarkupElement, list: readonly unknown[], data: Data, place: Place): void => {
    const item = node.attributes[`${directive}for-item`] ?? 'item'
    const index = node.attributes[`${directive}for-index`] ?? 'index'
    const key = node.attributes[`${directive}key`]
    const keys = new Set<unknown>()
    Array.from(list).forEach((one, at) => {
      const own = key === undefined || key === '*this' ? one : (one as Data)[key]
      if (key !== undefined && keys.has(own)) throw new Error(`two entries of a list have the key ${String(own)} (${place.file.path})`)
      keys.add(own)
      renderOne(node, { ...data, [item]: one, [index]: at }, place)
    })
  }

  const renderOne = (node: MarkupElement, data: Data, place: Place): void => {
    const scope = scopeOf(place.file, data)
    if (node.tag === 'block') { renderAll(node.children, data, place); return }
    if (node.tag === 'template') {
      const called = find(place.file, written(textExpression(node.attributes.is ?? '')(scope)))
      renderAll(called.element.children, dataExpression(node.attributes.data ?? '')(scope) as Data, { ...place, file: called.file })
      return
    }
    const attributes: Record<string, unknown> = {}
    const listeners: Record<string, Listener> = {}
    for (const [name, source] of Object.entries(node.attributes)) {
      if (name.startsWith(directive)) continue
      const value = textExpression(source)(scope)
      const listener = listenerIn(platform, name)
      if (listener && value) listeners[listener.event] = { name: written(value), stops: listener.stops }
      if (!listener && value !== undefined) attributes[name] = value
    }
    const used = (place.owner.path ? built.pageConfig(place.owner.path).usingComponents : undefined)?.[node.tag]
    if (used !== undefined) {
      const path = resolveIn(place.owner.path, used)
      const file = open(path + platform.templates)
      renderAll(file.nodes, attributes, { ...place, file, owner: component(path) })
      return
    }
    if (!natives.includes(node.tag)) throw new Error(`<${node.tag}> is neither among the host's native elements nor a component of ${place.owner.path}`)
    const element: ViewElement = { kind: 'element', tag: node.tag, attributes, listeners, owner: place.owner, parent: place.parent, children: [] }
    place.into.push(element)
    renderAll(node.children, data, { ...place, parent: element, into: element.children })
  }

  return {
    render: (page, data, owner) => {
      const into: ViewNode[] = []
      const file = open(page + platform.templates)
      renderAll(file.nodes, data, { file, owner, parent: null, into })
      return into
    },
  }
}
