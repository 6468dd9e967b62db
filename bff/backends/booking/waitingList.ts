import { hallOfTicket } from '@shared/ids'
import { z } from 'zod'
import type { BookPort } from '../../capabilities/appointments/port'
import { unclocked, type Asking } from './asking'
import { noOf, waitNoFor } from './names'
import { readWaiting } from './reading'
import { placeOf, type Sources } from './sources'
import { timeOf } from './times'
import { wireWaiting } from './wire'

/** Only the very waiting that was asked for. */
const waitingOf = (siteCode: string, waitNo: string, bookerId: string) =>
  wireWaiting.refine((one) => one.siteCode === siteCode && one.waitNo === waitNo && one.bookerId === bookerId, { path: ['waitNo'], message: 'is another’s' })

/** Who waits for a place on a full day. The platform itself makes the offers. */
export const createWaitingList = (asking: Asking, sources: Sources): Pick<BookPort, 'wait' | 'unwait' | 'readWaiting' | 'waitingsOf'> => ({
  wait: async (line, from, until, { citizenId, personId, personName, itemIds, slots, now, key }) => {
    const waitNo = waitNoFor(citizenId, key)
    const form = {
      waitNo, ...placeOf(line), beginTime: timeOf(from), endTime: timeOf(until), periods: String(slots),
      bookerId: citizenId, visitorId: personId === 'self' ? citizenId : personId, visitorName: personName, matters: itemIds.join(','),
    }
    return readWaiting((await sources.on([line], now, () => asking.write('wait/apply', form, waitingOf(line.hallId, waitNo, citizenId)))).data)
  },
  unwait: async (line, waitingId, citizenId, now) => {
    const waitNo = noOf(waitingId)
    const leave = () => asking.write('wait/cancel', { waitNo, bookerId: citizenId }, waitingOf(hallOfTicket(waitingId), waitNo, citizenId))
    return readWaiting((await unclocked(sources.on([line], now, leave))).data)
  },
  readWaiting: async (waitingId, citizenId) => {
    const waitNo = noOf(waitingId)
    return readWaiting((await unclocked(asking.read('wait/query', { waitNo, bookerId: citizenId }, waitingOf(hallOfTicket(waitingId), waitNo, citizenId)))).data)
  },
  waitingsOf: async (citizenId) => {
    const mine = wireWaiting.refine(({ bookerId }) => bookerId === citizenId, { path: ['bookerId'], message: 'is another’s' })
    const { data } = await unclocked(asking.read('wait/list', { bookerId: citizenId }, z.object({ waitList: z.array(mine).max(500) })))
    return data.waitList.map(readWaiting).filter(({ state }) => state !== 'ended')
  },
})
