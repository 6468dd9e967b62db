import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { Presence } from './textCheck'

/** A login code the demo makes up: `demo-<n>-<random>` is citizen n. */
const DEMO_CODE = /^demo-(\d{1,6})-[A-Za-z0-9_-]{4,64}$/
const PER_MINUTE = 100
const OPENID = /^o[\w-]{27}$/
/** Who was here so long ago is not known to the text check any more. */
const VISIT_MS = 7_200_000
/** The office's own account, which is always here. */
const OFFICE = '0'

export type Login = { readonly openid: string; readonly session_key: string } | { readonly errcode: number; readonly errmsg: string }

/** `o` and 27 characters, always the same for one application and person, as the real ones are. */
export const openidOf = (appId: string, person: string): string =>
  `o${createHash('sha256').update(`${appId}:${person}`).digest('base64url').slice(0, 27)}`

/** What the simulated platform remembers: codes that were used, and how often each person signed in this minute, and when last. */
export const createWechatState = (appId: string, clock: Clock) => {
  const used = new Set<string>()
  const recent = new Map<string, number[]>()
  const visits = new Map<string, number>()
  const isTooOften = (openid: string): boolean => {
    const since = clock() - 60_000
    const times = [...(recent.get(openid) ?? []).filter((at) => at > since), clock()]
    recent.set(openid, times)
    return times.length > PER_MINUTE
  }
  return {
    login: (code: string): Login => {
      const person = DEMO_CODE.exec(code)?.[1]
      if (!person) return { errcode: 40029, errmsg: 'invalid code' }
      if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
      const openid = openidOf(appId, person)
      if (isTooOften(openid)) return { errcode: 45011, errmsg: 'api minute-quota reach limit, please retry next minute' }
      used.add(code)
      visits.set(openid, clock())
      return { openid, session_key: randomBytes(16).toString('base64') }
    },
    /** A visit is a sign-in: of others the simulator hears nothing. */
    presenceOf: (openid: string): Presence => {
      if (!OPENID.test(openid)) return 'unknown'
      return openid === openidOf(appId, OFFICE) || (visits.get(openid) ?? -Infinity) > clock() - VISIT_MS ? 'here' : 'away'
    },
  }
}
