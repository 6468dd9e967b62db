import { PRIVACY_VERSION } from '@shared/privacy'
import { call, isFlag, isRecord, isText, leaveFor } from '@/platform'
import { deviceName } from '@/platform/device'
import { readTab, writeTab } from '@/platform/web/tabStorage'
import { challengeOf, newState, newVerifier } from './pkce'
import { admit } from './signIn'

/** A sign-in that left from this tab: what must come back the same, and what nobody but this tab knows. */
interface Begun { readonly state: string; readonly verifier: string; readonly privacy: number; readonly keepIdNumber: boolean }

const BEGUN = 'yichuang.sign-in'
const NEXT = 'yichuang.sign-in-next'

const isBegun = (value: unknown): value is Begun =>
  isRecord(value) && isText(value.state) && isText(value.verifier) && typeof value.privacy === 'number' && isFlag(value.keepIdNumber)
const readBegun = (): Begun | null => {
  try {
    const value: unknown = JSON.parse(readTab(BEGUN) ?? 'null')
    return isBegun(value) ? value : null
  } catch { return null }
}

/** The browser keeps nothing for a tab, so nobody could come back from the identity service. */
export class TabForgetful extends Error {}

/**
 * Remembers in this tab what the sign-in needs when it comes back and where the citizen wanted to go, and leaves for the
 * identity service. Throws `ApiError`, and `TabForgetful`.
 */
export const leaveToSignIn = async ({ next, keepIdNumber }: { readonly next: string; readonly keepIdNumber: boolean }): Promise<void> => {
  const begun: Begun = { state: newState(), verifier: newVerifier(), privacy: PRIVACY_VERSION, keepIdNumber }
  writeTab(BEGUN, JSON.stringify(begun))
  writeTab(NEXT, next)
  if (readBegun()?.state !== begun.state) throw new TabForgetful()
  const { authorizeUrl } = await call('startSignIn', { body: { state: begun.state, challenge: challengeOf(begun.verifier) } })
  leaveFor(authorizeUrl)
}

/** Where the citizen was going when they left to sign in; empty when they did not. */
export const nextAfterSignIn = (): string => readTab(NEXT) ?? ''

/**
 * Back from the identity service. Not trusted when this tab did not begin it or has finished it: then the code, which may be
 * somebody else's, is not spent. Gives where to go on. Throws `ApiError`.
 */
export const finishSignIn = async (code: string, state: string): Promise<{ readonly trusted: false } | { readonly trusted: true; readonly next: string }> => {
  const begun = readBegun()
  if (!begun || begun.state !== state) return { trusted: false }
  // Used once, whatever comes of it: so is the code.
  writeTab(BEGUN, null)
  const { verifier, privacy, keepIdNumber } = begun
  admit(await call('createSession', { body: { channel: 'web', code, verifier, privacy, keepIdNumber, device: deviceName() } }))
  const next = nextAfterSignIn()
  writeTab(NEXT, null)
  return { trusted: true, next }
}
