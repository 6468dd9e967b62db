import { call } from './api'
import { currentSession, renameSession } from './session'

/** Asks the server who is signed in, after something that may have changed it. What it does not answer stays as it was. */
export const refreshSession = async (): Promise<void> => {
  const token = currentSession()?.token
  try {
    const { name, realName } = await call('readSession', {})
    if (currentSession()?.token === token) renameSession({ name, realName })
  } catch { /* it is heard the next time */ }
}
