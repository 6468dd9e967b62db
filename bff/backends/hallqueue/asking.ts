import { ContractError } from '@shared/errors'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock'
import { unserved } from '../failure'
import type { System } from '../systems'
import type { Outcome, Upstream } from '../upstream'
import { errorOf } from './refusals'
import { wireAnswer, type Said } from './wire'

export type HallSystem = Pick<System, 'systemId' | 'url' | 'key'>

/** A clock off by less than this is right: theirs tells whole seconds, and an answer takes its time. */
const LEEWAY_MS = 5_000

/** What they did. Instants of theirs become ours by adding `shift`. */
export interface Told<T> { readonly data: T; readonly repeated: boolean; readonly shift: number }

/** Commands of the machine; each rejects with a ContractError alone. */
export const createAsking = (upstream: Upstream, { url, key }: HallSystem, clock: Clock) => {
  const send = <T>(command: string, json: object, data: z.ZodType<T>, repeatable: boolean): Promise<Outcome<Said<T>>> => upstream.call({
    name: command, method: 'POST', url: `${url}/service/${command}`, headers: { accessKey: key }, json, repeatable, answer: wireAnswer(data),
  })
  const accept = <T>(said: Said<T>): Told<T> => {
    if (!said.done) throw errorOf(said.refusal)
    const off = clock() - said.sysTime
    return { data: said.data, repeated: said.repeated, shift: Math.abs(off) < LEEWAY_MS ? 0 : off }
  }

  return {
    /** Asks what changes nothing. UNREADABLE when the answer is against their contract; UNAVAILABLE when there is none, and when they do not know us. */
    read: async <T>(command: string, json: object, data: z.ZodType<T>): Promise<Told<T>> => {
      const outcome = await send(command, json, data, true)
      if (outcome.kind !== 'answered') throw unserved(outcome)
      return accept(outcome.value)
    },

    /**
     * Has something done that carries a serial number. When its answer is lost it is asked for again, as often as the system's
     * attempts allow; UNKNOWN_OUTCOME when it stays lost, UNAVAILABLE when surely nothing was done.
     */
    write: async <T>(command: string, json: Readonly<Record<string, unknown>> & { readonly serialNo: string }, data: z.ZodType<T>): Promise<Told<T>> => {
      // Told apart here, for of a call that may be repeated nobody learns whether it ever arrived.
      const first = await send(command, json, data, false)
      if (first.kind === 'answered') return accept(first.value)
      if (first.kind !== 'unknown') throw unserved(first)
      const again = await send(command, json, data, true)
      if (again.kind !== 'answered') throw new ContractError('UNKNOWN_OUTCOME')
      return accept(again.value)
    },
  }
}
export type Asking = ReturnType<typeof createAsking>
