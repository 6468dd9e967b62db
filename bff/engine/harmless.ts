import { ContractError } from '@shared/errors'
import { redisFailure } from '../platform/redis'

/**
 * For what may be asked twice without harm, a read above all. A lost answer then says “busy, try again”, for nothing
 * of unknown outcome can have happened.
 */
export const harmless = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    const failure = redisFailure(error)
    throw failure.code === 'UNKNOWN_OUTCOME' ? Object.assign(new ContractError('UNAVAILABLE'), { cause: failure.cause }) : failure
  }
}
