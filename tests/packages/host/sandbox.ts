import path from 'node:path'
import vm from 'node:vm'
import { resolveIn, type BuiltPackage } from './builtPackage'
import type { Timers } from './timers'

/** What `App`, `Page` or `Component` was given. */
export type Definition = Readonly<Record<string, unknown>>
interface Registered { app?: Definition; page?: Definition; component?: Definition }

export interface Sandbox {
  /** Runs a script of the package with what it requires, and gives what it registered. Throws what the script throws. */
  readonly run: (script: string) => Registered
  /** A copy made inside, as if it had come over the wire from the phone; what JSON cannot say is lost, but for bytes in its fields. */
  readonly adopt: (value: unknown) => unknown
}

interface SandboxParts {
  readonly built: BuiltPackage
  readonly timers: Timers
  /** The `wx` or `my` object. */
  readonly api: object
  readonly console: object
  readonly currentPages: () => readonly unknown[]
  readonly app: () => unknown
}

/** No eval, no new Function: both platforms forbid them. */
const codeGeneration = { strings: false, wasm: false }

/** A bare JavaScript world with what the platform offers and nothing that Node or a browser would. */
export const createSandbox = ({ built, timers, api, console, currentPages, app }: SandboxParts): Sandbox => {
  const { platform, folder } = built
  let registered: Registered = {}
  const offered = {
    console, [platform.global]: api,
    setTimeout: timers.setTimeout, clearTimeout: timers.clear, setInterval: timers.setInterval, clearInterval: timers.clear,
    App: (definition: Definition) => { registered.app = definition },
    Page: (definition: Definition) => { registered.page = definition },
    Component: (definition: Definition) => { registered.component = definition },
    Behavior: (definition: Definition) => definition,
    getApp: app,
    getCurrentPages: currentPages,
    ...(platform.name === 'alipay' && { navigator: { userAgent: 'AlipayClient', swuserAgent: 'AlipayClient' } }),
  }
  const context = vm.createContext(offered, { codeGeneration })
  vm.runInContext('delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer', context)
  const fromJson = vm.runInContext('JSON.parse', context) as (text: string) => unknown

  const room = vm.runInContext('(size) => new Uint8Array(size)', context) as (size: number) => Uint8Array
  const bufferOf = (bytes: Uint8Array): ArrayBufferLike => {
    const within = room(bytes.byteLength)
    within.set(bytes)
    return within.buffer
  }

  const modules = new Map<string, { exports: unknown }>()
  const load = (named: string): unknown => {
    const file = named.endsWith('.js') ? named : `${named}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const source = built.read(file)
    if (source === null) throw new Error(`module not found: ${file}`)
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const wrapper = vm.runInContext(`(function (require, module, exports, ${platform.absent.join(', ')}) {${source}\n})`, context, { filename: path.join(folder, file) })
    ;(wrapper as (...given: unknown[]) => void)((wanted: string) => load(resolveIn(file, wanted)), module, module.exports)
    return module.exports
  }

  return {
    run: (script) => {
      registered = {}
      load(script)
      return registered
    },
    adopt: (value) => {
      if (value === undefined) return undefined
      const fields = typeof value === 'object' && value !== null ? Object.entries(value) : []
      const bytes = fields.filter((field): field is [string, Uint8Array] => field[1] instanceof Uint8Array)
      if (bytes.length === 0) return fromJson(JSON.stringify(value))
      const copy = fromJson(JSON.stringify({ ...value as object, ...Object.fromEntries(bytes.map(([name]) => [name, null])) })) as object
      return Object.assign(copy, Object.fromEntries(bytes.map(([name, one]) => [name, bufferOf(one)])))
    },
  }
}
