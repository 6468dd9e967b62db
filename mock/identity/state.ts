import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { createSingleUse } from '../singleUse'
import { demoPeople, type DemoPerson } from '../world/people'
import { answers } from './pkce'

const CODE_MS = 60_000
const TOKEN_MS = 600_000

/** The registered applications and their secrets. */
const clients = new Map([['yichuang', 'demo-client-secret']])

const random = () => randomBytes(24).toString('base64url')

/** To whom, from where and by what challenge a code was given. */
export interface CodeGrant { readonly clientId: string; readonly redirectUri: string; readonly challenge: string; readonly sub: string }

/** What comes with a code; the address may be left out, but if it is there it must be the one the code went to. */
export interface Redemption { readonly clientId: string; readonly code: string; readonly verifier: string; readonly redirectUri: string | null }

/** What the simulated unified identity remembers: codes for 60 s, taken once; access tokens for 10 min. */
export const createIdentityState = (clock: Clock) => {
  const codes = createSingleUse<CodeGrant>(CODE_MS, clock)
  const tokens = new Map<string, { readonly sub: string; readonly until: number }>()
  const citizen = (sub: string): DemoPerson | undefined => demoPeople.find((one) => one.sub === sub)
  return {
    citizen,
    isClient: (clientId: string): boolean => clients.has(clientId),
    knowsSecret: (clientId: string, secret: string): boolean => clients.get(clientId) === secret,
    issueCode: (grant: CodeGrant): string => {
      const code = random()
      codes.put(code, grant)
      return code
    },
    /** The access token, or undefined for a code that is unknown, used, too old, another application's, or not of this verifier: it is spent all the same. */
    redeem: ({ clientId, code, verifier, redirectUri }: Redemption): string | undefined => {
      const issued = codes.take(code)
      if (!issued || issued.clientId !== clientId || !answers(verifier, issued.challenge)) return undefined
      if (redirectUri !== null && redirectUri !== issued.redirectUri) return undefined
      for (const [old, { until }] of tokens) if (until <= clock()) tokens.delete(old)
      const token = random()
      tokens.set(token, { sub: issued.sub, until: clock() + TOKEN_MS })
      return token
    },
    holder: (token: string): DemoPerson | undefined => {
      const held = tokens.get(token)
      return held && held.until > clock() ? citizen(held.sub) : undefined
    },
    tokenSeconds: TOKEN_MS / 1000,
  }
}
export type IdentityState = ReturnType<typeof createIdentityState>

const PRIVATE_HOST = /^(localhost|127\.0\.0\.1|\[::1\]|10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2})$/

/**
 * Only this machine, private networks and the host name by which the visitor came here are registered, so that the demo
 * cannot be used to send people elsewhere.
 */
export const isRegisteredRedirect = (uri: string, here: string): boolean => {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname, username } = new URL(uri)
  return /^https?:$/.test(protocol) && username === '' && (hostname === here || PRIVATE_HOST.test(hostname))
}
