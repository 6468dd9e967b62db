import type { BuiltPackage } from './builtPackage'
import { createInstance, type Instance } from './instance'
import type { Pending } from './pending'
import type { Definition, Sandbox } from './sandbox'

export interface OpenPage { readonly id: number; readonly instance: Instance; readonly path: string; readonly query: Readonly<Record<string, string>>; title: string }
type Navigation = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab'

export interface Pages {
  readonly stack: () => readonly OpenPage[]
  readonly top: () => OpenPage
  /** As the `wx` or `my` call of that name. Throws when the platform would refuse. */
  readonly go: (how: Navigation, url: string) => void
  readonly back: (delta: number) => void
}

/** WeChat stacks no more; Alipay’s limit is the same. */
const DEEPEST = 10

interface PagesParts {
  readonly built: BuiltPackage
  readonly sandbox: () => Sandbox
  readonly pending: Pending
  readonly report: (thrown: unknown) => void
  readonly screen: Screen
}

/** What draws the pages. */
export interface Screen {
  readonly open: (page: OpenPage, definition: Definition) => void
  readonly change: (page: Pick<OpenPage, 'id' | 'path'>, change: Readonly<Record<string, unknown>>, bytes: number) => void
  readonly close: (id: number) => void
  readonly show: (id: number) => void
}

/** Values stay as they are written: neither platform decodes them. */
const queryIn = (text: string): Record<string, string> => Object.fromEntries(
  text.split('&').filter((pair) => pair !== '').map((pair) => {
    const [name = '', ...rest] = pair.split('=')
    return [name, rest.join('=')]
  }),
)

/** The stack of pages, and the lifecycle that goes with moving in it. */
export const createPages = ({ built, sandbox, pending, report, screen }: PagesParts): Pages => {
  const open: OpenPage[] = []
  const definitions = new Map<string, ReturnType<Sandbox['run']>['page']>()
  const tabs = (built.app.tabBar?.list ?? built.app.tabBar?.items ?? []).map(({ pagePath }) => pagePath)
  let made = 0

  const definitionOf = (path: string) => {
    if (!definitions.has(path)) definitions.set(path, sandbox().run(path).page)
    const definition = definitions.get(path)
    if (!definition) throw new Error(`${path}.js did not call Page()`)
    return definition
  }
  const close = (): void => {
    const page = open.pop()
    if (!page) return
    page.instance.call('onUnload')
    screen.close(page.id)
  }

  const show = (path: string, query: Record<string, string>): void => {
    const definition = definitionOf(path)
    open.at(-1)?.instance.call('onHide')
    const { adopt } = sandbox()
    const id = made += 1
    const instance = createInstance({
      definition, path, own: { options: adopt(query), __wxWebviewId__: id }, adopt, pending, report, changed: (change, bytes) => screen.change({ id, path }, change, bytes),
    })
    const page = { id, instance, path, query, title: '' }
    open.push(page)
    screen.open(page, definition)
    instance.call('onLoad', adopt(query))
    instance.call('onShow')
    const ended = pending.begin()
    setTimeout(() => { ended(); instance.call('onReady') })
  }

  return {
    stack: () => open,
    top: () => {
      const page = open.at(-1)
      if (!page) throw new Error('no page is open')
      return page
    },
    go: (how, url) => {
      const [target = '', query = ''] = url.split('?')
      if (!target.startsWith('/')) throw new Error(`${how} needs a path from the root: ${url}`)
      const path = target.slice(1)
      if (!built.pages.includes(path)) throw new Error(`page "${path}" is not found`)
      if (how === 'switchTab' && !tabs.includes(path)) throw new Error('can not switch to no-tabBar page')
      if ((how === 'navigateTo' || how === 'redirectTo') && tabs.includes(path)) throw new Error(`can not ${how} a tabbar page`)
      if (how === 'navigateTo' && open.length >= DEEPEST) throw new Error('webview count limit exceed')
      if (how === 'redirectTo') close()
      if (how === 'reLaunch' || how === 'switchTab') while (open.length > 0) close()
      show(path, queryIn(query))
    },
    back: (delta) => {
      const steps = Math.min(delta, open.length - 1)
      for (let step = 0; step < steps; step += 1) close()
      const top = open.at(-1)
      if (steps < 1 || !top) return
      screen.show(top.id)
      top.instance.call('onShow')
    },
  }
}
