import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'

const LIFE_MS = 7_200_000
/** A new token is given out so long before the old one ends, and the old one stays good until then. */
const OVERLAP_MS = 300_000
const FORCED_A_DAY = 20
const DAY_MS = 86_400_000

export type Judgement = 'good' | 'expired' | 'unknown'

/** The access tokens of one application, as stable_token gives them out. */
export const createTokens = (clock: Clock) => {
  const issued = new Map<string, number>()
  let latest = ''
  let forced: number[] = []
  const issue = (): string => {
    latest = randomBytes(64).toString('base64url')
    issued.set(latest, clock() + LIFE_MS)
    return latest
  }
  const answer = (token: string) => ({ access_token: token, expires_in: Math.max(0, Math.floor(((issued.get(token) ?? 0) - clock()) / 1_000)) })
  return {
    /** The same one as long as it is good; forced, a new one, and all before it are worth nothing. Null past the day's quota. */
    give: (force: boolean) => {
      if (!force) return answer((issued.get(latest) ?? 0) - OVERLAP_MS > clock() ? latest : issue())
      forced = forced.filter((at) => at > clock() - DAY_MS)
      if (forced.length >= FORCED_A_DAY) return null
      forced.push(clock())
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
