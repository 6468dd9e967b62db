import type { Redis } from 'ioredis'
import { newTicketId } from '../../bff/engine/queue/ticketIds'
import { systemClock } from '../../bff/platform/clock'
import { serviceDay } from '@shared/time'
import type { Citizen } from './people'
import { inPortions } from './sessions'

/** A visit that can be rated, and whose it is. */
export interface FinishedVisit { readonly ticketId: string; readonly token: string }

/**
 * So many finished visits, put where the queue keeps them: serving a crowd is not what a test of ratings is about. Each in one of
 * the halls in turn, in line A, at window 1.
 */
export const grantVisits = (redis: Redis, citizens: readonly (Citizen & { readonly citizenId: string })[], halls: readonly string[], count: number, itemId = 'residence-permit'): Promise<FinishedVisit[]> => {
  const now = systemClock()
  return inPortions(count, async (i) => {
    const hallId = halls[i % halls.length] as string
    const { citizenId, token } = citizens[i % citizens.length] as Citizen & { citizenId: string }
    const ticketId = newTicketId(hallId)
    await redis.hset(`{hall:${hallId}}:t:${ticketId}`, {
      num: `A${String(i + 1).padStart(3, '0')}`, day: serviceDay(now), line: 'A', state: 'finished', class: 'ordinary', pri: '', item: itemId, owner: citizenId, seq: i + 1,
      at: now - 1_200_000, win: '1', clerk: 'clerk-granted', called: now - 600_000, calls: 1, started: now - 590_000, ended: now - 1_000,
    })
    return { ticketId, token }
  })
}
