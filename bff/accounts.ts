import { ContractError, type ErrorCode } from '@shared/errors'

/** All accounts of the person behind one, that one first: nearly always it alone. */
export type AccountsOf = (citizenId: string) => Promise<readonly string[]>
export const onlyThis: AccountsOf = async (citizenId) => [citizenId]

/**
 * Does an act as whichever of a person's accounts the thing belongs to: what was begun on one channel goes on in another.
 * @param gone what an account is told that the thing does not belong to
 */
export const asOwner = async <T>(accountsOf: AccountsOf, citizenId: string, gone: ErrorCode, act: (citizenId: string) => Promise<T>): Promise<T> => {
  const [first = citizenId, ...others] = await accountsOf(citizenId)
  const notTheirs = (error: unknown): boolean => error instanceof ContractError && error.code === gone
  let outcome = act(first)
  for (const other of others) {
    const before = outcome
    outcome = before.catch((error: unknown) => {
      if (!notTheirs(error)) throw error
      return act(other).catch((again: unknown) => { throw notTheirs(again) ? error : again })
    })
  }
  return outcome
}
