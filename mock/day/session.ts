import { isRefusal } from './failures'

/** Does something with a valid token. */
export type Session = <T>(act: (token: string) => Promise<T>) => Promise<T>

/** Signs in when first needed, keeps the token, and signs in anew, once, when the server no longer knows it. */
export const createSession = (signIn: () => Promise<string>): Session => {
  let token: string | undefined
  return async (act) => {
    const fresh = token === undefined
    token ??= await signIn()
    try {
      return await act(token)
    } catch (error) {
      if (fresh || !isRefusal(error, 'UNAUTHENTICATED')) throw error
      token = await signIn()
      return act(token)
    }
  }
}
