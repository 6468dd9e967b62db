import { useRef } from 'react'
import { now, useOnline, useRemote, useSession } from '@/platform'
import { useElapsed } from '@/ui'
import { askCase, type CaseAnswer, type CaseAsk } from './api'
import { casesPace } from './casesView'

const GRACE_MS = 20_000
const keyOf = (ask: CaseAsk | null): string => (ask === null ? '' : ask.kind === 'mine' ? `${ask.personId}/${ask.caseNo}` : ask.kind === 'visit' ? ask.ticketId : ask.receipt.caseNo)

/** Follows one case while its page is seen. `first`: an answer that came already, and is not asked for twice. Null asks nothing. */
export const useCase = (ask: CaseAsk | null, first: CaseAnswer | null) => {
  const session = useSession()
  const online = useOnline()
  const given = useRef(first)
  const load = async (): Promise<CaseAnswer> => {
    const answer = given.current
    given.current = null
    if (answer) return answer
    if (!ask) throw new Error('nothing to ask for')
    return askCase(ask)
  }
  const needsSession = ask !== null && ask.kind !== 'receipt'
  const remote = useRemote<CaseAnswer>(`case/${ask?.kind ?? ''}/${keyOf(ask)}/${needsSession ? session?.expiresAt ?? '' : ''}`, load, {
    everySeconds: casesPace, skip: ask === null || (needsSession && !session),
  })
  const tooLong = useElapsed(remote.heardAt, casesPace(remote.data) * 1000 + GRACE_MS, now)
  const old = remote.data !== null && (!online || tooLong || remote.failure !== null)
  return { ...remote, signedIn: !needsSession || session !== null, oldSince: old ? remote.heardAt : null, troubled: online && remote.failure?.code !== 'OFFLINE' }
}
