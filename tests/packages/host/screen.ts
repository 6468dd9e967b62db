import { handlersIn, usingIn, viewConfig } from '../easel/config'
import { openEasel, type Easel } from '../easel/inJsdom'
import type { PageConfig, ToldEvent, ViewConfig } from '../easel/protocol'
import type { BuiltPackage } from './builtPackage'
import { createInstance, type Instance } from './instance'
import type { OpenPage, Pages, Screen } from './pages'
import type { Definition, Sandbox } from './sandbox'

interface ScreenParts {
  readonly built: BuiltPackage
  readonly sandbox: () => Sandbox
  readonly pages: () => Pages
  readonly report: (thrown: unknown) => void
  readonly closed: () => boolean
}

/** One `setData` that reached the view. */
export interface Update { readonly path: string; readonly bytes: number }

export interface ScreenOfPackage extends Screen {
  readonly easel: () => Easel
  /** How many events, but for those on the way to a tap, somebody has heard. */
  readonly heard: () => number
  readonly updates: readonly Update[]
  /** All that another window needs to draw the page as it is now. */
  readonly shown: (page: OpenPage) => Shown
  readonly dispose: () => void
}
export interface Shown { readonly config: ViewConfig; readonly page: PageConfig }

/** What a finger does on its way to a tap; that somebody hears it does not make the tap heard. */
const ON_THE_WAY = /^(touch|focus|blur|longpress|longtap)/

/** Joins the two halves: the pages of the logic and the window that draws them. The window is opened with the first page. */
export const createScreen = ({ built, sandbox, pages, report, closed }: ScreenParts): ScreenOfPackage => {
  const components = new Map<string, Instance>()
  const updates: Update[] = []
  let heard = 0
  let opened: Easel | undefined

  const definitionOf = (path: string): Definition => {
    const { component } = sandbox().run(path)
    if (!component) throw new Error(`${path}.js did not call Component()`)
    components.set(path, createInstance({ definition: component, path, own: {}, adopt: sandbox().adopt, pending: { begin: () => () => undefined, idle: () => Promise.resolve() }, report }))
    return component
  }
  const onEvent = ({ page, component, handler, event }: ToldEvent): void => {
    if (closed()) return
    const owner = component === null ? pages().stack().find(({ id }) => id === page)?.instance : components.get(component)
    const method = owner?.handler(handler)
    if (!method) { report(new Error(`${owner?.path ?? 'a page that is gone'} has no handler ${handler}`)); return }
    if (!ON_THE_WAY.test(String(event.type))) heard += 1
    method(sandbox().adopt(event))
  }
  let config: ViewConfig | undefined
  const configOnce = (): ViewConfig => config ??= viewConfig(built, definitionOf)
  const easel = (): Easel => opened ??= openEasel({ config: configOnce(), onEvent, report })
  const pageConfig = ({ id, path, instance }: OpenPage, definition: Definition): PageConfig => ({ id, path, using: usingIn(built, path), data: instance.data, handlers: handlersIn(definition) })
  const definitions = new Map<string, Definition>()

  const screen: ScreenOfPackage = {
    easel, heard: () => heard, updates,
    shown: (page) => ({ config: configOnce(), page: pageConfig(page, definitions.get(page.path) ?? {}) }),
    open: (page, definition) => {
      definitions.set(page.path, definition)
      easel().open(JSON.stringify(pageConfig(page, definition)))
    },
    change: ({ id, path }, change, bytes) => {
      if (closed()) return
      updates.push({ path, bytes })
      easel().change(id, JSON.stringify(change))
    },
    close: (id) => easel().close(id),
    show: (id) => easel().show(id),
    dispose: () => { opened?.dispose() },
  }
  return screen
}
