import { Refusal } from './codes'

/** The latest writes are remembered, and no more than so many of a hall. */
const MOST_REMEMBERED = 50_000

/** Carries a write out once for each serial number. */
export const createSerials = () => {
  const done = new Map<string, { readonly content: string; readonly answer: object }>()
  /** What was answered before; undefined when the serial is new. Refuses the serial of another content. */
  const before = (serialNo: string, content: string): object | undefined => {
    const known = done.get(serialNo)
    if (known && known.content !== content) throw new Refusal(1003)
    return known?.answer
  }
  return {
    before,
    /** A refusal is not remembered: asked again later, the write may be carried out. */
    once: (serialNo: string, content: string, run: () => object): { readonly answer: object; readonly isRepeated: boolean } => {
      const known = before(serialNo, content)
      if (known) return { answer: known, isRepeated: true }
      const answer = run()
      done.set(serialNo, { content, answer })
      const [oldest] = done.keys()
      if (done.size > MOST_REMEMBERED && oldest !== undefined) done.delete(oldest)
      return { answer, isRepeated: false }
    },
  }
}
export type Serials = ReturnType<typeof createSerials>
