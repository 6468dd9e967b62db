import { randomBytes } from 'node:crypto'
import type { Clock } from './clock'

/** A code that anybody may make up: `demo-<n>-<random>` is citizen n. It never grows old, for nobody knows when it was made. */
const MADE_UP = /^demo-(\d{1,6})-[A-Za-z0-9_-]{4,64}$/

export type Found = { readonly person: string } | 'unknown' | 'used'

/** Single-use codes of demo people: those that were given out, which end after a while, and those made up. */
export const createDemoCodes = (lifeMs: number, clock: Clock) => {
  const used = new Set<string>()
  const issued = new Map<string, { readonly person: string; readonly until: number }>()
  return {
    issue: (person: string): string => {
      const code = `sim-${randomBytes(18).toString('base64url')}`
      issued.set(code, { person, until: clock() + lifeMs })
      return code
    },
    /** `unknown` too when its time is over. */
    look: (code: string): Found => {
      const given = issued.get(code)
      const person = given ? given.person : MADE_UP.exec(code)?.[1]
      if (person === undefined || (given && given.until <= clock())) return 'unknown'
      return used.has(code) ? 'used' : { person }
    },
    spend: (code: string): void => { used.add(code) },
  }
}
export type DemoCodes = ReturnType<typeof createDemoCodes>

/** Which demo citizen a control was asked for; undefined for no number. */
export const personAsked = (fields: URLSearchParams): string | undefined => /^\d{1,6}$/.exec(fields.get('person') ?? '')?.[0]
