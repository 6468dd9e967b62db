import { useRef } from 'react'
import { call, now, useRemote, useSession } from '@/platform'
import { useElapsed } from '@/ui'
import { withKnown, type Known } from './known'
import { freshFor, homePace } from './needsMe'

/** My numbers of today, kept current while seen. `old`: nothing was heard for longer than they may be shown as now. */
export const useTickets = () => {
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
  return { ...mine, session, old, isOld, tickets: mine.data?.tickets ?? [], missing: mine.data?.missing ?? [] }
}
