import { useRef } from 'react'
import { now, useOnline, useRemote } from '@/platform'
import { useElapsed } from '@/ui'
import { listDays, listSlots, readHall, type Visit } from './api'
import { daysPace } from './fullness'
import { useServerNow } from './useServerNow'

const DAYS_SECONDS = 30
const SLOTS_SECONDS = 10
const GRACE_MS = 15_000

/** The days and slots of a line, kept current while seen, and the server's clock. */
export const useBookable = (visit: Visit, day: string | null) => {
  const online = useOnline()
  const key = `${visit.hallId}/${visit.lineId}/${visit.itemIds.join(',')}`
  const clock = useRef(0)
  const hall = useRemote(`book-hall/${visit.hallId}`, () => readHall(visit.hallId))
  const days = useRemote(`days/${key}`, () => listDays(visit), { everySeconds: (data) => daysPace(data?.days ?? [], clock.current, DAYS_SECONDS), skip: day !== null })
  const slots = useRemote(`slots/${key}/${day ?? ''}`, () => listSlots(visit, day ?? ''), { everySeconds: SLOTS_SECONDS, skip: day === null })
  const latest = day === null ? days : slots
  const told = latest.data && latest.heardAt !== null ? { asOf: latest.data.asOf, heardAt: latest.heardAt } : null
  clock.current = useServerNow(told)
  const tooLong = useElapsed(latest.heardAt, (day === null ? DAYS_SECONDS : SLOTS_SECONDS) * 1000 + GRACE_MS, now)
  return {
    hall, days, slots, at: clock.current,
    /** Of when it is, when it may have changed since; null while it is as now. */
    oldSince: told && (!online || tooLong || latest.failure !== null) ? told.asOf : null,
    troubled: online && latest.failure?.code !== 'OFFLINE',
  }
}
