import type { ApiTable, Start } from './apiTable'
import { createBridge } from './bridge'
import type { BuiltPackage } from './builtPackage'
import { createInstance, type Instance } from './instance'
import { myTable } from './my'
import { createPages, type OpenPage } from './pages'
import { createPending } from './pending'
import { createPhone, type Phone, type PhoneParts } from './phone'
import { createSandbox } from './sandbox'
import { createTimers } from './timers'
import { createScreen, type Shown, type Update } from './screen'
import { createView, type View } from './view'
import { wxTable } from './wx'

/** A running package. */
export interface Host {
  readonly phone: Phone
  readonly view: View
  readonly page: () => OpenPage
  /** The pages that are stacked, the lowest first. */
  readonly stackPaths: () => readonly string[]
  /** The host's own way back: its arrow, or the edge of the screen swiped. */
  readonly back: () => void
  /** What the package logged as an error or threw, what it did that the platform forbids, and templates that do not work. */
  readonly faults: readonly string[]
  /** Every `setData` so far, in order. */
  readonly updates: readonly Update[]
  /** What the view draws now, for another window to draw it too. */
  readonly shown: () => Shown
  /** Starts the app and opens its first page, or the one named. */
  readonly launch: (start?: Partial<Start>) => Promise<void>
  /** Opens a page as a message or a link does, in place of all that were open. */
  readonly open: (url: string) => Promise<void>
  /** The citizen goes elsewhere, or locks the phone. */
  readonly hide: () => Promise<void>
  /** The app comes back; with a start of its own when somebody opened it anew while it was still running. */
  readonly show: (start?: Partial<Start>) => Promise<void>
  readonly setOnline: (online: boolean) => Promise<void>
  readonly idle: () => Promise<void>
  /** Waits until `reached` gives something true; rejects with what the page says after `limitMs`. */
  readonly until: (what: string, reached: () => unknown, limitMs?: number) => Promise<void>
  readonly close: () => void
}

const told = (thrown: unknown): string => {
  // An error of the package is of another realm: it is no instance of our Error.
  const { message, stack } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as { message?: unknown; stack?: unknown }
  return message === undefined ? (typeof thrown === 'object' ? JSON.stringify(thrown) : String(thrown)) : `${String(message)}\n${String(stack ?? '')}`
}

/** What Taro keeps for itself on the `wx` or `my` object, and what the language looks for on any object. */
const notCalls = ['webpackJsonp', 'taroEventCenter', 'env', 'cloud', 'then', 'toJSON', 'hasOwnProperty', 'toString', 'valueOf', 'constructor']

/** Taro passes over calls that a platform has not; here every one of them is told. */
const watched = (calls: Record<string, unknown>, missing: (name: string) => void): object => new Proxy(calls, {
  get: (target, name, self) => {
    if (typeof name === 'string' && !(name in target) && !notCalls.includes(name)) missing(name)
    return Reflect.get(target, name, self) as unknown
  },
})

/** Runs a built package as WeChat or Alipay would run its logic. See README.md for what that shows and what it does not. */
export const createHost = (built: BuiltPackage, parts: PhoneParts): Host => {
  const { platform } = built
  const faults: string[] = []
  const report = (...thrown: unknown[]): void => { faults.push(thrown.map(told).join(' ')) }
  const phone = createPhone(parts)
  const pending = createPending()
  const timers = createTimers(pending, report)
  let closed = false
  let app: Instance | undefined
  let start: Start = { path: built.app.pages[0] ?? '', scene: 1001 }
  const listeners: { readonly event: string; readonly listener: (given: unknown) => void }[] = []

  const screen = createScreen({ built, report, sandbox: () => sandbox, pages: () => pages, closed: () => closed })
  const pages = createPages({ built, pending, report, sandbox: () => sandbox, screen })
  const surroundings = { phone, pages, app: built.app, start: () => sandbox.adopt(start) as Start }
  const table = platform.name === 'weapp' ? wxTable(surroundings) : myTable(surroundings)
  const calls: Record<string, unknown> = {}
  const api = watched(calls, (name) => report(`the package reads ${platform.global}.${name}, which is not in this host's table`))
  const quiet = (): void => undefined
  const sandbox = createSandbox({
    built, timers, api, app: () => app?.self, currentPages: () => pages.stack().map(({ instance }) => instance.self),
    console: {
      log: quiet, info: quiet, debug: quiet, group: quiet, groupEnd: quiet, error: report,
      // How Taro says that the platform has no such call.
      warn: (...said: unknown[]) => { if (String(said[0]).includes('暂不支持')) report(...said) },
    },
  })
  const fill = (into: Record<string, unknown>, { later, atOnce, objects, events }: ApiTable): void => {
    const refusal = (name: string, message: string): object =>
      platform.name === 'weapp' ? { errMsg: `${name}:fail ${message}` } : { error: 2, errorMessage: message }
    const bridge = createBridge({ pending, phone, adopt: sandbox.adopt, report, refusal, closed: () => closed })
    for (const [name, act] of Object.entries(later)) into[name] = bridge(name, act)
    for (const [name, act] of Object.entries(atOnce)) {
      into[name] = (...given: never[]): unknown => {
        const answer = act(...given)
        return typeof answer === 'object' ? sandbox.adopt(answer) : answer
      }
    }
    for (const [name, acts] of Object.entries(objects)) {
      const bridged = Object.fromEntries(Object.entries(acts).map(([act, does]) => [act, bridge(act, does)]))
      into[name] = () => bridged
    }
    for (const event of events) into[event] = (listener: (given: unknown) => void) => { listeners.push({ event, listener }) }
    into.canIUse = (what: string) => what.split('.')[0] as string in into
  }
  fill(calls, table)

  const tell = (event: string, given: unknown): void => {
    for (const { listener } of listeners.filter((one) => one.event === event)) {
      try { listener(sandbox.adopt(given)) } catch (thrown) { report(thrown) }
    }
  }

  const view = createView({ platform, easel: screen.easel, heard: screen.heard })

  /** Alipay leaves the query out when there is none. */
  const startWith = (given: Partial<Start>): void => {
    start = { path: built.app.pages[0] ?? '', scene: 1001, ...(platform.name === 'weapp' && { query: {}, referrerInfo: {} }), ...given }
  }
  const open = (how: 'reLaunch', { path, query = {} }: Start): void => {
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`).join('&')
    pages.go(how, `/${path}${pairs && `?${pairs}`}`)
  }
  return {
    phone, view, faults, updates: screen.updates, shown: () => screen.shown(pages.top()), idle: pending.idle, page: pages.top, stackPaths: () => pages.stack().map(({ path }) => path), back: () => pages.back(1),
    launch: async (given = {}) => {
      startWith(given)
      const { app: definition } = sandbox.run('app')
      if (!definition) throw new Error('app.js did not call App()')
      app = createInstance({ definition, path: 'app', own: {}, adopt: sandbox.adopt, pending, report })
      app.call('onLaunch', sandbox.adopt(start))
      app.call('onShow', sandbox.adopt(start))
      open('reLaunch', start)
      await pending.idle()
    },
    open: async (url) => {
      pages.go('reLaunch', url)
      await pending.idle()
    },
    hide: async () => {
      pages.top().instance.call('onHide')
      app?.call('onHide')
      tell('onAppHide', {})
      await pending.idle()
    },
    show: async (given) => {
      if (given) startWith(given)
      // Coming back without a new start, WeChat repeats the last one; on Alipay users find nothing there (tofrankie/blog issue 152).
      const shownWith = given || platform.name === 'weapp' ? start : {}
      app?.call('onShow', sandbox.adopt(shownWith))
      tell('onAppShow', shownWith)
      // WeChat drops the stack for the page that a scanned code names; Alipay goes on where it was.
      if (given && platform.name === 'weapp') open('reLaunch', start)
      else pages.top().instance.call('onShow')
      await pending.idle()
    },
    setOnline: async (online) => {
      phone.online = online
      tell('onNetworkStatusChange', { isConnected: online, networkAvailable: online, networkType: online ? 'wifi' : 'none' })
      await pending.idle()
    },
    until: async (what, reached, limitMs = 15_000) => {
      const began = performance.now()
      while (!reached()) {
        if (performance.now() - began > limitMs) throw new Error(`not within ${limitMs} ms: ${what}. ${pages.top().path} says: ${view.text()}. Faults: ${faults.join('; ') || 'none'}`)
        await new Promise((resolve) => { setTimeout(resolve, 20) })
      }
      await pending.idle()
    },
    close: () => {
      closed = true
      timers.stop()
      screen.dispose()
    },
  }
}
