import { z } from 'zod'
import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import type { WechatSettings } from './wechatLogin'

/** WeChat has a new one ready five minutes before the old one ends, and both are good until then. */
const EARLY_MS = 300_000
const BUSY = -1

const given = z.union([
  z.object({ access_token: z.string().min(1).max(1_000), expires_in: z.number().int().min(0), errcode: z.literal(0).optional() }),
  z.object({ errcode: z.number().int() }),
])

/** The token by which WeChat knows our server. Each gives null when there is none to be had now. */
export interface AccessToken {
  readonly current: () => Promise<string | null>
  /** Another than the one that was refused. */
  readonly insteadOf: (refused: string) => Promise<string | null>
}

/** WeChat's stable_token: every process may ask, and all get the same. Asked once, however many wait for it. */
export const createAccessToken = (upstream: Upstream, { url, appId, appSecret }: WechatSettings, clock: Clock, logger: Logger): AccessToken => {
  let kept: { readonly token: string; readonly until: number } | null = null
  let asked: Promise<string | null> | null = null

  const ask = async (force: boolean): Promise<string | null> => {
    const outcome = await upstream.call({
      name: 'stable_token', method: 'POST', url: `${url}/cgi-bin/stable_token`, repeatable: !force, answer: given,
      json: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force }, isBusy: ({ errcode }) => errcode === BUSY,
    })
    if (outcome.kind !== 'answered') return null
    const { value } = outcome
    if (!('access_token' in value)) {
      logger.error({ errcode: value.errcode }, 'WeChat gives us no access token')
      return null
    }
    kept = { token: value.access_token, until: clock() + value.expires_in * 1_000 - EARLY_MS }
    return kept.token
  }
  const once = (act: () => Promise<string | null>): Promise<string | null> => {
    asked ??= act().finally(() => { asked = null })
    return asked
  }
  const current = (): Promise<string | null> => (kept && clock() < kept.until ? Promise.resolve(kept.token) : once(() => ask(false)))

  return {
    current,
    insteadOf: (refused) => {
      // Somebody else may have renewed it meanwhile.
      if (kept?.token !== refused) return current()
      return once(async () => {
        // Forced, every other process loses its own: only when WeChat still gives out the very one it refuses.
        const token = await ask(false)
        return token === refused ? ask(true) : token
      })
    },
  }
}
