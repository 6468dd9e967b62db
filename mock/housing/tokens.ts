import { createHash } from 'node:crypto'
import type { Clock } from '../clock'

const LIFE_MS = 600_000

/** 令牌: each is good for ten minutes. */
export const createTokens = (clock: Clock) => {
  const begun = clock()
  const until = new Map<string, number>()
  let given = 0
  return {
    give: (): { readonly token: string; readonly yxq: number } => {
      for (const [token, end] of until) if (end <= clock()) until.delete(token)
      given += 1
      const token = createHash('sha256').update(`housing-token:${begun}:${given}`).digest('hex')
      until.set(token, clock() + LIFE_MS)
      return { token, yxq: LIFE_MS / 1000 }
    },
    isGood: (token: string): boolean => (until.get(token) ?? 0) > clock(),
  }
}
