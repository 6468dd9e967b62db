import { call, channel, currentSession, dropSession, hostCode, isText, keepSession, leaveFor, newKey, stored } from '@/platform'

/** What was begun on this phone and must come back the same; else somebody else's sign-in is being slipped in. */
const begun = stored('signInState', 1, isText)
const goingTo = stored('signInNext', 1, isText)

/** A mini-program: asks the host for a code and trades it for a session. Throws `ApiError`, or anything when the host refuses. */
export const signInByHost = async (): Promise<void> => {
  const code = await hostCode()
  const { token, name, expiresAt } = await call('createSession', { body: { channel, code } })
  keepSession({ token, name, expiresAt })
}

/** The web: remembers where the citizen wanted to go, and leaves for the identity service. */
export const leaveToSignIn = async (next: string): Promise<void> => {
  const state = newKey()
  const { authorizeUrl } = await call('startSignIn', { body: { state } })
  begun.write(state)
  goingTo.write(next)
  leaveFor(authorizeUrl)
}

/** Back from the identity service. False when this phone did not begin it. Gives where to go on. */
export const finishSignIn = async (code: string, state: string): Promise<{ readonly trusted: false } | { readonly trusted: true; readonly next: string }> => {
  const next = goingTo.read() ?? ''
  if (begun.read() !== state || state === '') return { trusted: false }
  // Used once, whatever comes of it: so is the code.
  begun.remove()
  const { token, name, expiresAt } = await call('createSession', { body: { channel, code } })
  keepSession({ token, name, expiresAt })
  goingTo.remove()
  return { trusted: true, next }
}

/** Where the citizen was going when they left to sign in; empty when they did not. */
export const nextAfterSignIn = (): string => goingTo.read() ?? ''

/** Signs out here at once, and on the server if it can be reached. False when it could not be told. */
export const signOut = async (): Promise<boolean> => {
  if (!currentSession()) return true
  const told = await call('endSession', {}).then(() => true, () => false)
  dropSession()
  return told
}
