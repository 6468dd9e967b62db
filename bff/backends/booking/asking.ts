import { ContractError } from '@shared/errors'
import { createHmac, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { BookingTerms } from '../../capabilities/appointments/port'
import type { Clock } from '../../platform/clock'
import { unserved } from '../failure'
import type { System } from '../systems'
import { usualSettings, type Outcome, type Upstream } from '../upstream'
import { BUSY, errorOf, NOT_PUBLISHED } from './refusals'
import { stampOf } from './times'
import { wireAnswer, type Said } from './wire'

export type BookingSystem = Pick<System, 'url' | 'key' | 'budgetMs'>
type Form = Readonly<Record<string, string>>

const APP_KEY = 'yichuang'
/** A clock off by less than this is right: theirs tells whole seconds, and an answer takes its time. */
const LEEWAY_MS = 5_000
/** They refuse a request whose time is far from theirs. */
const CLOCKS_APART = z.object({ code: z.literal('A0341') })

/** What they answered. Instants of theirs become ours by adding `shift`. */
export interface Told<T> { readonly data: T; readonly shift: number }

/** They have nothing published for what was asked about; nothing was done. */
export class NotPublished extends ContractError {
  constructor() {
    super('UNAVAILABLE')
  }
}

/** The platform's signature: HMAC-SHA256 over what has a value, sorted by name; capital hexadecimal. */
export const signed = (form: Form, secret: string, at: number): Form => {
  const all = { ...form, appKey: APP_KEY, timestamp: stampOf(at), nonce: randomBytes(12).toString('hex') }
  const text = Object.entries(all).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&')
  return { ...all, sign: createHmac('sha256', secret).update(text, 'utf8').digest('hex').toUpperCase() }
}

/** Asks the platform; each rejects with a ContractError alone: CLOCK_WRONG when their clock and ours are too far apart for them. */
export const createAsking = (upstream: Upstream, { url, key, budgetMs = usualSettings.budgetMs }: BookingSystem, clock: Clock, terms: BookingTerms) => {
  const send = <T>(path: string, form: Form, data: z.ZodType<T>, repeatable: boolean): Promise<Outcome<Said<T>>> => upstream.call({
    name: path, method: 'POST', url: `${url}/api/${path}`, form: signed(form, key, clock()), repeatable, answer: wireAnswer(data),
    isBusy: (said) => !said.done && said.refusal.code === BUSY,
  })
  const accept = <T>(said: Said<T>): Told<T> => {
    const off = clock() - said.time
    const shift = Math.abs(off) < LEEWAY_MS ? 0 : off
    if (said.done) return { data: said.data, shift }
    throw said.refusal.code === NOT_PUBLISHED ? new NotPublished() : errorOf(said.refusal, shift, terms)
  }
  /** Surely nothing was done. */
  const refused = (outcome: Outcome<unknown>): ContractError =>
    (outcome.kind === 'rejected' && CLOCKS_APART.safeParse(outcome.body).success ? new ContractError('CLOCK_WRONG') : unserved(outcome))

  return {
    /** Asks what changes nothing, or nothing that doing twice would change. UNREADABLE when the answer is against their contract; UNAVAILABLE when there is none, and when they do not know us. */
    read: async <T>(path: string, form: Form, data: z.ZodType<T>): Promise<Told<T>> => {
      const outcome = await send(path, form, data, true)
      if (outcome.kind !== 'answered') throw refused(outcome)
      return accept(outcome.value)
    },

    /**
     * Has something done that carries a number of ours. A lost answer is asked for again, as often as the system's attempts and
     * its budget allow. UNKNOWN_OUTCOME when it stays lost, UNAVAILABLE when surely nothing was done.
     */
    write: async <T>(path: string, form: Form, data: z.ZodType<T>): Promise<Told<T>> => {
      const done = new AbortController()
      const outOfTime = pause(budgetMs, null, { ref: false, signal: done.signal }).catch(() => null)
      try {
        // Told apart here, for of a call that may be repeated nobody learns whether it ever arrived.
        const first = await send(path, form, data, false)
        if (first.kind === 'answered') return accept(first.value)
        if (first.kind !== 'unknown') throw refused(first)
        const again = await Promise.race([send(path, form, data, true), outOfTime])
        if (again?.kind !== 'answered') throw new ContractError('UNKNOWN_OUTCOME')
        return accept(again.value)
      } finally {
        done.abort()
      }
    },
  }
}
export type Asking = ReturnType<typeof createAsking>

/** For what is asked where nobody can be told of clocks. */
export const unclocked = async <T>(asked: Promise<T>): Promise<T> => asked.catch((error: unknown) => {
  throw error instanceof ContractError && error.code === 'CLOCK_WRONG' ? Object.assign(new ContractError('UNAVAILABLE'), { cause: error }) : error
})
