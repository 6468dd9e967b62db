import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import type { Upstream } from '../upstream'
import type { WechatSettings } from './wechatLogin'

/** WeChat has a new one ready five minutes before the old one ends, and both are good until then. */
const EARLY_MS = 300_000
/** So long somebody may take to fetch one before the right is free again. */
const CLAIM_MS = 10_000
const WAIT_MS = 3_000
/** How often those who wait look. */
const LOOK_MS = 40
const BUSY = -1
const TOKEN_REFUSED: readonly unknown[] = [40001, 42001]

const given = z.union([
  z.object({ access_token: z.string().min(1).max(1_000), expires_in: z.number().int().min(0), errcode: z.literal(0).optional() }),
  z.object({ errcode: z.number().int() }),
])

interface Kept { readonly token: string; readonly expiresAt: number }

/** Where all processes keep the one token, and agree who fetches the next. Each act may throw: then everybody asks for themselves. */
export interface TokenShelf {
  readonly read: () => Promise<Kept | null>
  /** The right to fetch, for so long; null while somebody else has it. */
  readonly claim: (forMs: number) => Promise<string | null>
  /** Gives the right back, with what it brought. */
  readonly settle: (holder: string, brought: Kept | null, now: number) => Promise<void>
}

/** The token by which WeChat knows our server. Each gives null when there is none to be had now. */
export interface AccessToken {
  readonly current: () => Promise<string | null>
  /** Another than the one that was refused. */
  readonly insteadOf: (refused: string) => Promise<string | null>
}

export interface AccessTokenParts {
  readonly upstream: Upstream
  readonly settings: WechatSettings
  readonly clock: Clock
  readonly logger: Logger
  /** Without one every process asks for itself; all get the same. */
  readonly shelf?: TokenShelf
  /** How long to wait for whoever fetches the next one before we ask for ourselves. */
  readonly waitMs?: number
}

/**
 * WeChat's stable_token, fetched once for all processes, however many wait for it, and kept in front by each. Five minutes
 * before its end one process fetches the next while the others go on with the old.
 */
export const createAccessToken = ({ upstream, settings: { url, appId, appSecret }, clock, logger, shelf, waitMs = WAIT_MS }: AccessTokenParts): AccessToken => {
  let kept: Kept | null = null
  let asked: Promise<string | null> | null = null

  const fetchOne = async (force: boolean): Promise<Kept | null> => {
    const outcome = await upstream.call({
      name: 'stable_token', method: 'POST', url: `${url}/cgi-bin/stable_token`, repeatable: !force, answer: given,
      json: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force }, isBusy: ({ errcode }) => errcode === BUSY,
    })
    if (outcome.kind !== 'answered') return null
    const { value } = outcome
    if ('access_token' in value) return { token: value.access_token, expiresAt: clock() + value.expires_in * 1_000 }
    logger.error({ errcode: value.errcode }, 'WeChat gives us no access token')
    return null
  }
  const fetchAnother = async (refused: string | null): Promise<Kept | null> => {
    const found = await fetchOne(false)
    if (found?.token !== refused) return found
    // Forced, every other process loses its own: only when WeChat still gives out the very one it refuses.
    const forced = await fetchOne(true)
    return forced?.token === refused ? null : forced
  }
  const isFresh = ({ expiresAt }: Kept): boolean => clock() < expiresAt - EARLY_MS
  const isGood = (one: Kept | null, refused: string | null): one is Kept => one !== null && one.token !== refused && clock() < one.expiresAt

  /** By the right to it, unless somebody has put one there just before; the right is given back whatever happens. */
  const fetchFor = async (from: TokenShelf, holder: string, refused: string | null): Promise<Kept | null> => {
    let brought: Kept | null = null
    try {
      const there = await from.read()
      if (isGood(there, refused) && isFresh(there)) return there
      brought = await fetchAnother(refused)
      return brought ?? (isGood(there, refused) ? there : null)
    } finally {
      await from.settle(holder, brought, clock()).catch(() => undefined)
    }
  }
  const throughShelf = async (from: TokenShelf, refused: string | null): Promise<Kept | null> => {
    const looks = Math.ceil(waitMs / LOOK_MS)
    for (let look = 0; look < looks; look += 1) {
      const there = await from.read()
      if (isGood(there, refused) && isFresh(there)) return there
      const holder = await from.claim(CLAIM_MS)
      if (holder !== null) return fetchFor(from, holder, refused)
      // Somebody is fetching the next; the old one is good for minutes still.
      if (isGood(there, refused)) return there
      await pause(LOOK_MS, undefined, { ref: false })
    }
    return fetchAnother(refused)
  }
  const find = async (refused: string | null): Promise<string | null> => {
    const found = shelf === undefined ? await fetchAnother(refused) : await throughShelf(shelf, refused).catch((error: unknown) => {
      logger.warn({ problem: error instanceof Error ? error.message : 'unexpected' }, 'the access token is not shared now: we ask for ourselves')
      return fetchAnother(refused)
    })
    if (found) kept = found
    return found?.token ?? (isGood(kept, refused) ? kept.token : null)
  }
  const once = (refused: string | null): Promise<string | null> => {
    asked ??= find(refused).finally(() => { asked = null })
    return asked
  }
  const current = (): Promise<string | null> => (kept && isFresh(kept) ? Promise.resolve(kept.token) : once(null))

  return {
    current,
    insteadOf: async (refused) => {
      // Somebody else may have renewed it meanwhile.
      if (kept && kept.token !== refused && isFresh(kept)) return kept.token
      const found = await once(refused)
      // Whoever was looking already did not know that this one is refused.
      return found === refused ? once(refused) : found
    },
  }
}

/**
 * Asks with our token, and once more with another when WeChat refuses the first. Null when there is no token to be had, or
 * nobody answered.
 */
export const withToken = async <Answer extends { readonly errcode?: number | undefined }>(
  token: AccessToken, ask: (token: string) => Promise<Answer | null>,
): Promise<Answer | null> => {
  const first = await token.current()
  if (first === null) return null
  const answer = await ask(first)
  if (answer === null || !TOKEN_REFUSED.includes(answer.errcode)) return answer
  const another = await token.insteadOf(first)
  return another === null ? null : ask(another)
}
