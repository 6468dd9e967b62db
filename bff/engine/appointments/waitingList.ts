import { ContractError } from '@shared/errors'
import { hallOfTicket } from '@shared/ids'
import type { BookingTerms, BookPort, DayOfLine, WaitingRecord } from '../../capabilities/appointments/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept, pairsOf } from '../reply'
import { digestOf, idOf } from './ids'
import { bookKey, waitingKey, waitingsKey } from './keys'
import { lineJson, waitingOf } from './reply'
import { appointmentScripts as scripts } from './scripts'

const KEPT_SECONDS = 100 * 86_400

interface Parts {
  readonly redis: Redis; readonly terms: BookingTerms
  readonly ruleOf: (line: DayOfLine) => string
  /** Somebody should look at the line at this instant. */
  readonly wake: (line: DayOfLine, at: number) => Promise<unknown>
}

/** Who waits for a place on a full day. Offers are made by the scripts that free a place. */
export const createWaitingList = ({ redis, terms, ruleOf, wake }: Parts): Pick<BookPort, 'wait' | 'unwait' | 'readWaiting' | 'waitingsOf'> => {
  const keyOf = (waitingId: string): string => waitingKey(hallOfTicket(waitingId), waitingId)

  const readWaiting = (waitingId: string, citizenId: string): Promise<WaitingRecord> => harmless(async () => {
    const [flat, ahead] = accept(await scripts.read_waiting.run(redis, [keyOf(waitingId)], [citizenId])) as [string[], number | '']
    return waitingOf(waitingId, pairsOf(flat), ahead)
  })

  return {
    readWaiting,
    wait: async (line, from, until, { citizenId, personId, personName, itemIds, slots, now, key, alsoAs }) => {
      const waitingId = idOf(line.hallId, 'wait', citizenId, key)
      const person = personId === 'self' ? citizenId : personId
      // First, or one could wait for what one's list does not show.
      await harmless(async () => {
        await redis.zadd(waitingsKey(citizenId), String(now), waitingId)
        await redis.expire(waitingsKey(citizenId), KEPT_SECONDS)
      })
      const reply = await scripts.wait.run(redis, [bookKey(line.hallId, line.day)], [now, waitingId, lineJson(line), ruleOf(line), from, until, slots, citizenId, personId, person,
        personName, itemIds.join(','), digestOf('wait', line.hallId, line.lineId, line.day, from, until, personId, itemIds), terms.clockGuardMs, ...alsoAs])
      if ((reply as [string, string])[0] === 'err' && (reply as [string, string])[1] !== 'IDEMPOTENCY_KEY_REUSED') await harmless(() => redis.zrem(waitingsKey(citizenId), waitingId))
      accept(reply)
      await wake(line, now)
      return readWaiting(waitingId, citizenId)
    },
    unwait: async (line, waitingId, citizenId, now) => {
      accept(await scripts.unwait.run(redis, [keyOf(waitingId)], [now, citizenId, lineJson(line), ruleOf(line)]))
      await wake(line, now)
      return readWaiting(waitingId, citizenId)
    },
    waitingsOf: (citizenId) => harmless(async () => {
      const ids = await redis.zrange(waitingsKey(citizenId), '0', '-1') as string[]
      const found = await Promise.all(ids.map((id) => readWaiting(id, citizenId).catch((error: unknown) => {
        if (error instanceof ContractError && error.code === 'WAITING_NOT_FOUND') return null
        throw error
      })))
      const over = ids.filter((_, i) => found[i] === null || found[i]?.state === 'ended')
      if (over.length > 0) await redis.zrem(waitingsKey(citizenId), ...over)
      return found.filter((one): one is WaitingRecord => one !== null && one.state !== 'ended')
    }),
  }
}
