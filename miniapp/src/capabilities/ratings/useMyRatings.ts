import { useEffect, useRef } from 'react'
import { useOnline, useRemote, useSession } from '@/platform'
import { deliveries, listRatings } from './api'
import { useKept } from './useKept'

/** My ratings, latest first, and those that are still on this phone. */
export const useMyRatings = () => {
  const session = useSession()
  const online = useOnline()
  const remote = useRemote(`ratings/${session?.expiresAt ?? ''}`, listRatings, { skip: !session })
  const kept = useKept(deliveries).all()
  const reload = useRef(remote.reload)
  useEffect(() => { reload.current = remote.reload })
  // One that has just arrived is one of them.
  useEffect(() => deliveries.listen((_, outcome) => { if (outcome?.kind === 'sent') reload.current() }), [])
  const old = remote.data !== null && (!online || remote.failure !== null)
  return { ...remote, session, kept, oldSince: old ? remote.heardAt : null, troubled: online && remote.failure?.code !== 'OFFLINE' }
}
