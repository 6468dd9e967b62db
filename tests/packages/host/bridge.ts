import { Refusal, type Act, type Call, type Options } from './act'
import type { Pending } from './pending'
import type { Phone } from './phone'

interface BridgeParts {
  readonly pending: Pending
  readonly phone: Phone
  readonly adopt: (value: unknown) => unknown
  readonly report: (thrown: unknown) => void
  /** What a failure nobody foresaw looks like here, e.g. a page that is not found. */
  readonly refusal: (name: string, message: string) => object
  readonly closed: () => boolean
}
type Callback = ((answer: unknown) => void) | undefined
interface Told { readonly success?: Callback; readonly fail?: Callback; readonly complete?: Callback }

/**
 * Turns acts into calls as a package makes them: options with success, fail and complete, answered a turn later; a promise
 * where none of the three is given, as WeChat and Alipay do.
 */
export const createBridge = ({ pending, phone, adopt, report, refusal, closed }: BridgeParts) =>
  (name: string, act: Act) => (options?: Options & Told) => {
    const { success, fail, complete, ...asked } = options ?? {}
    const ended = pending.begin()
    const call: Call = { touched: phone.touched(), waitsForCitizen: ended }
    const tell = (answer: unknown, ...callbacks: Callback[]): void => {
      if (closed()) return
      for (const callback of callbacks) {
        try { callback?.(answer) } catch (thrown) { report(thrown) }
      }
    }
    const turn = new Promise((resolve) => { setTimeout(resolve) })
    const answered = turn.then(() => act(asked, call)).then(
      (fields) => { const answer = adopt(fields); tell(answer, success, complete); return answer },
      (thrown: unknown) => {
        // A citizen may refuse, a network may fail; what no table foresees, e.g. a page that is not there, is the package's fault.
        if (!(thrown instanceof Refusal)) report(thrown)
        const fields = thrown instanceof Refusal ? thrown.fields : refusal(name, thrown instanceof Error ? thrown.message : String(thrown))
        phone.failedCalls.push({ name, why: JSON.stringify(fields) })
        const answer = adopt(fields)
        tell(answer, fail, complete)
        throw answer
      },
    ).finally(ended)
    if (success ?? fail ?? complete) {
      answered.catch(() => undefined)
      // Only requests are ever called back.
      return { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined, onChunkReceived: () => undefined }
    }
    return answered
  }
