import { useRef } from 'react'
import type { Ticket } from '@shared/queue'
import { serviceDay } from '@shared/time'
import { call, now, useRemote, useSession } from '@/platform'
import { useElapsed } from '@/ui'
import { withKnown, type Known } from './known'
import { freshFor, homePace } from './needsMe'

/** What this phone knows from before it was started, as last heard. */
export type LastKnown = () => readonly Ticket[]
/** An hour alone stands beside them, so what is of another day is not shown. */
const ofToday = (tickets: readonly Ticket[]): Ticket[] => tickets.filter(({ asOf }) => serviceDay(asOf) === serviceDay(now()))

/**
 * My numbers of today, kept current while seen. `old`: nothing was heard for longer than they may be shown as now. Started
 * without an answer to be had, these are the last known ones.
 */
export const useTickets = (lastKnown: LastKnown = () => []) => {
  const session = useSession()
  const key = `tickets:${session?.expiresAt ?? ''}`
  const last = useRef<{ readonly key: string; readonly known: Known } | null>(null)
  const load = async (): Promise<Known> => {
    const known = withKnown(last.current?.key === key ? last.current.known : null, await call('listTickets', {}))
    last.current = { key, known }
    return known
  }
  const mine = useRemote(key, load, { everySeconds: (data) => homePace(data), skip: !session })
  const old = useElapsed(mine.heardAt, freshFor(mine.data), now)
  const isOld = (ticketId: string): boolean => old || mine.data?.silent.includes(ticketId) === true
  const kept = session && mine.data === null && mine.failure !== null ? ofToday(lastKnown()) : []
  if (kept.length > 0) {
    const data: Known = { tickets: kept, missing: [], silent: [] }
    return { ...mine, ...data, data, heardAt: Math.max(...kept.map(({ asOf }) => asOf)), session, old: true, isOld: () => true }
  }
  return { ...mine, session, old, isOld, tickets: mine.data?.tickets ?? [], missing: mine.data?.missing ?? [] }
}
