import type { Pending } from './pending'
import type { Definition } from './sandbox'

/** WeChat refuses more than 1024 KB at once and advises to stay under 256 KB; so does this host. */
const SET_DATA_LIMIT_BYTES = 256 * 1024

type Data = Record<string, unknown>
export interface Instance {
  readonly path: string
  /** What the package sees as `this`. */
  readonly self: Data
  readonly data: Data
  /** The method that a template's listener names. */
  readonly handler: (name: string) => ((event: unknown) => unknown) | null
  /** Calls one of its methods, if it has it; what it throws is reported, not passed on. */
  readonly call: (name: string, ...given: unknown[]) => void
}

interface InstanceParts {
  readonly definition: Definition
  readonly path: string
  readonly own: Definition
  readonly adopt: (value: unknown) => unknown
  readonly pending: Pending
  readonly report: (thrown: unknown) => void
  /** Hears of every `setData` when it reaches the view, with the bytes that went over. */
  readonly changed?: (change: Data, bytes: number) => void
}

/** `root.cn.[0].v` → root, cn, 0, v. */
const stepsOf = (path: string): string[] => path.split(/[.[\]]+/).filter((step) => step !== '')

const put = (data: Data, path: string, value: unknown): void => {
  const steps = stepsOf(path)
  const last = steps.pop() ?? ''
  let at: Data = data
  steps.forEach((step, index) => {
    const next = at[step]
    if (typeof next !== 'object' || next === null) at[step] = /^\d+$/.test(steps[index + 1] ?? last) ? [] : {}
    at = at[step] as Data
  })
  at[last] = value
}

/** A page or a component: its `setData` copies as JSON, weighs what it copies, and shows it a turn later. */
export const createInstance = ({ definition, path, own, adopt, pending, report, changed }: InstanceParts): Instance => {
  const data = (adopt(definition.data) ?? {}) as Data
  const guarded = (act: () => unknown): unknown => {
    try { return act() } catch (thrown) { report(thrown); return undefined }
  }
  const setData = (change: Data, shown?: () => void): void => {
    const unset = Object.keys(change).filter((name) => change[name] === undefined)
    if (unset.length > 0) report(new Error(`setData sets ${unset.join(', ')} to undefined on ${path}`))
    const bytes = Buffer.byteLength(JSON.stringify(change))
    if (bytes > SET_DATA_LIMIT_BYTES) report(new Error(`setData hands over ${bytes} bytes at once on ${path}`))
    const copied = adopt(change) as Data
    for (const [name, value] of Object.entries(copied)) put(data, name, value)
    const ended = pending.begin()
    setTimeout(() => {
      ended()
      changed?.(copied, bytes)
      if (shown) guarded(() => shown.call(self))
    })
  }
  const methods = (definition.methods ?? {}) as Definition
  const self: Data = { ...definition, ...methods, ...own, data, route: path, __route__: path, is: path, setData, selectComponent: () => null }
  const handler: Instance['handler'] = (name) => {
    const method = self[name]
    return typeof method === 'function' ? (...given: unknown[]) => guarded(() => (method as (...all: unknown[]) => unknown).apply(self, given)) : null
  }
  return { self, data, path, handler, call: (name, ...given) => { (handler(name) as ((...all: unknown[]) => unknown) | null)?.(...given) } }
}
