import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'

const LIFE_MS = 7_200_000
/** A new token is given out so long before the old one ends, and the old one stays good until then. */
const OVERLAP_MS = 300_000
/** Forced again sooner than this, nothing is made anew. */
const FORCE_PAUSE_MS = 30_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export type Judgement = 'good' | 'expired' | 'unknown'
export interface Quotas { readonly aMinute: number; readonly aDay: number; readonly forcedADay: number }
export const publishedQuotas: Quotas = { aMinute: 10_000, aDay: 500_000, forcedADay: 20 }

/** So many within the last while. */
const createQuota = (most: number, withinMs: number, clock: Clock) => {
  let times: number[] = []
  return {
    take: (): boolean => {
      times = times.filter((at) => at > clock() - withinMs)
      if (times.length >= most) return false
      times.push(clock())
      return true
    },
  }
}

/** The access tokens of one application, as stable_token gives them out. */
export const createTokens = (clock: Clock, quotas: Quotas = publishedQuotas) => {
  const issued = new Map<string, number>()
  let latest = ''
  let forcedAt = -Infinity
  const minute = createQuota(quotas.aMinute, MINUTE_MS, clock)
  const day = createQuota(quotas.aDay, DAY_MS, clock)
  const forced = createQuota(quotas.forcedADay, DAY_MS, clock)
  const issue = (): string => {
    latest = randomBytes(64).toString('base64url')
    issued.set(latest, clock() + LIFE_MS)
    return latest
  }
  const answer = (token: string) => ({ access_token: token, expires_in: Math.max(0, Math.floor(((issued.get(token) ?? 0) - clock()) / 1_000)) })
  const current = () => answer((issued.get(latest) ?? 0) - OVERLAP_MS > clock() ? latest : issue())
  return {
    /** The same one as long as it is good; forced, a new one, and all before it are worth nothing. */
    give: (force: boolean) => {
      if (!minute.take()) return 'minute-quota'
      if (!day.take() || (force && !forced.take())) return 'day-quota'
      if (!force || forcedAt > clock() - FORCE_PAUSE_MS) return current()
      forcedAt = clock()
      issued.clear()
      return answer(issue())
    },
    judge: (token: string): Judgement => {
      const until = issued.get(token)
      if (until === undefined) return 'unknown'
      return until > clock() ? 'good' : 'expired'
    },
  }
}
