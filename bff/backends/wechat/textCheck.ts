import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import { withToken, type AccessToken } from './accessToken'

export type Verdict = 'pass' | 'review' | 'refused' | 'unchecked'

/** An answer with a suggestion counts only when all went well. */
const judged = z.union([
  z.object({ errcode: z.literal(0), result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) }),
  z.object({ errcode: z.number().int().refine((code) => code !== 0) }),
])

const SECURITY_V2 = 2
const COMMENT = 2
const BUSY = -1
const verdictOf = { pass: 'pass', review: 'review', risky: 'refused' } as const

export interface TextCheckParts {
  readonly upstream: Upstream
  readonly url: string
  readonly token: AccessToken
  /** Whose words they are, as WeChat knows them. */
  readonly openidOf: (citizenId: string) => Promise<string | null>
  /** Stands for whom WeChat does not know; empty when nobody does, and then their words go unchecked. */
  readonly serviceOpenid: string
  readonly budgetMs: number
  /** Counts what came of a check. */
  readonly count: (verdict: Verdict) => void
  readonly logger: Logger
}

/**
 * WeChat's msg_sec_check. Words it would have a person look at pass, and are counted. Whatever it does not say in time is
 * `unchecked`. Never throws; logs no words.
 */
export const createTextCheck = (parts: TextCheckParts) => ({
  check: async (text: string, citizenId: string | null): Promise<'pass' | 'refused' | 'unchecked'> => {
    const over = new AbortController()
    const late = pause(parts.budgetMs, 'unchecked' as const, { signal: over.signal, ref: false }).catch(() => 'unchecked' as const)
    const verdict = await Promise.race([judge(parts, text, citizenId).catch(() => 'unchecked' as const), late])
    over.abort()
    parts.count(verdict)
    return verdict === 'review' ? 'pass' : verdict
  },
})

const judge = async (parts: TextCheckParts, text: string, citizenId: string | null): Promise<Verdict> => {
  const openid = (citizenId === null ? null : await parts.openidOf(citizenId)) ?? parts.serviceOpenid
  if (openid === '') return 'unchecked'
  const answer = await withToken(parts.token, (token) => ask(parts, token, openid, text))
  return answer === null ? 'unchecked' : read(parts, answer)
}

type Answer = z.output<typeof judged>

/** Null when nobody answered: what happened is in the log already. */
const ask = async ({ upstream, url }: TextCheckParts, token: string, openid: string, content: string): Promise<Answer | null> => {
  const outcome = await upstream.call({
    name: 'msg_sec_check', method: 'POST', url: `${url}/wxa/msg_sec_check`, query: { access_token: token }, repeatable: true, answer: judged,
    json: { version: SECURITY_V2, scene: COMMENT, openid, content }, isBusy: ({ errcode }) => errcode === BUSY,
  })
  return outcome.kind === 'answered' ? outcome.value : null
}

const read = ({ logger }: TextCheckParts, answer: Answer): Verdict => {
  if ('result' in answer) return verdictOf[answer.result.suggest]
  logger.warn({ errcode: answer.errcode }, 'WeChat did not check a text')
  return 'unchecked'
}
