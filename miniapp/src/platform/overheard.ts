import type { OutputOf } from '@shared/endpoint'
import type { Endpoints } from '@shared/endpoints'

type Name = keyof Endpoints

/** What becomes of a question to the server. */
export type Overheard<N extends Name> =
  | { readonly kind: 'asked' | 'failed' }
  | { readonly kind: 'answered'; readonly answer: OutputOf<Endpoints[N]> }

const ears = new Map<Name, Set<(word: Overheard<Name>) => void>>()
const asking = new Map<Name, number>()

/**
 * Listens to what is asked of an endpoint and answered, whoever asks: so what two parts of a page want to know is asked
 * once. A question under way is told of at once. Gives the way to stop.
 */
export const overhear = <N extends Name>(name: N, listener: (word: Overheard<N>) => void): (() => void) => {
  // Words are told by name, so this ear only ever hears words of its own endpoint.
  const ear = (word: Overheard<Name>): void => listener(word as Overheard<N>)
  ears.set(name, (ears.get(name) ?? new Set()).add(ear))
  if ((asking.get(name) ?? 0) > 0) ear({ kind: 'asked' })
  return () => { ears.get(name)?.delete(ear) }
}

/** For the client alone: tells that a question goes out. What it gives is to be told how that ended. */
export const tellAsked = <N extends Name>(name: N): ((word: Overheard<N>) => void) => {
  const tell = (word: Overheard<Name>): void => ears.get(name)?.forEach((ear) => ear(word))
  asking.set(name, (asking.get(name) ?? 0) + 1)
  tell({ kind: 'asked' })
  return (word) => {
    asking.set(name, (asking.get(name) ?? 1) - 1)
    tell(word)
  }
}
