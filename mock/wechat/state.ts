import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { createDemoCodes } from '../demoCodes'
import { failed, isOpenid, type Failure } from './app'
import type { Presence } from './textCheck'

const CODE_MS = 300_000
const PER_MINUTE = 100
/** Who was here so long ago is not known to the text check any more. */
const VISIT_MS = 7_200_000
/** The office's own account, which is always here. */
const OFFICE = '0'
/** A citizen whom the platform takes for a danger. */
const HIGH_RISK = '40226'

export type Login = { readonly openid: string; readonly session_key: string } | Failure

/** `o` and 27 characters, always the same for one application and person, as the real ones are. */
export const openidOf = (appId: string, person: string): string =>
  `o${createHash('sha256').update(`${appId}:${person}`).digest('base64url').slice(0, 27)}`

/** What the simulated platform remembers: codes that were used, and how often each person signed in this minute, and when last. */
export const createWechatState = (appId: string, clock: Clock) => {
  const codes = createDemoCodes(CODE_MS, clock)
  const recent = new Map<string, number[]>()
  const visits = new Map<string, number>()
  const isTooOften = (openid: string): boolean => {
    const since = clock() - 60_000
    const times = [...(recent.get(openid) ?? []).filter((at) => at > since), clock()]
    recent.set(openid, times)
    return times.length > PER_MINUTE
  }
  return {
    codes,
    login: (code: string): Login => {
      const found = codes.look(code)
      if (found === 'unknown') return failed(40029, 'invalid code')
      if (found === 'used') return failed(40163, 'code been used')
      const openid = openidOf(appId, found.person)
      if (isTooOften(openid)) return failed(45011, 'api minute-quota reach limit, please retry next minute')
      codes.spend(code)
      if (found.person === HIGH_RISK) return failed(40226, 'code blocked')
      visits.set(openid, clock())
      return { openid, session_key: randomBytes(16).toString('base64') }
    },
    /** A visit is a sign-in: of others the simulator hears nothing. */
    presenceOf: (openid: string): Presence => {
      if (!isOpenid(openid)) return 'unknown'
      return openid === openidOf(appId, OFFICE) || (visits.get(openid) ?? -Infinity) > clock() - VISIT_MS ? 'here' : 'away'
    },
  }
}
