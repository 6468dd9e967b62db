import { PRIVACY_VERSION } from '@shared/privacy'
import { call, channel, currentSession, dropSession, hostCode, keepSession, type Answer } from '@/platform'
import { deviceName } from '@/platform/device'
import { hostAllowsPrivacy } from '@/platform/privacy'

/** Keeps the session that a code was traded for. */
export const admit = ({ token, name, expiresAt, realName }: Answer<'createSession'>): void => keepSession({ token, name, expiresAt, realName })

/** The host has a privacy guide of its own, and the citizen did not agree to it. */
export class PrivacyRefused extends Error {}

/**
 * A mini-program, after our guide was agreed to: asks the host for a code and trades it for a session. Throws `ApiError`,
 * `PrivacyRefused`, or anything when the host refuses.
 */
export const signInByHost = async (): Promise<void> => {
  if (!await hostAllowsPrivacy()) throw new PrivacyRefused()
  const code = await hostCode()
  admit(await call('createSession', { body: { channel: channel === 'alipay' ? 'alipay' : 'wechat', code, privacy: PRIVACY_VERSION, device: deviceName() } }))
}

/** Signs out here at once, and on the server if it can be reached. False when it could not be told. */
export const signOut = async (): Promise<boolean> => {
  if (!currentSession()) return true
  const told = await call('endSession', {}).then(() => true, () => false)
  dropSession()
  return told
}
