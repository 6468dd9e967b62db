import { now, useOnline, useRemote, useSession } from '@/platform'
import { useElapsed } from '@/ui'
import { listCases } from './api'
import { casesPace } from './casesView'

const GRACE_MS = 20_000

/** The cases of the citizen or of an enterprise they act for, asked again by themselves while an answer is incomplete. */
export const useCases = (personId: string, atLeastSeconds = 0) => {
  const session = useSession()
  const online = useOnline()
  const remote = useRemote(`cases/${personId}/${session?.expiresAt ?? ''}`, () => listCases(personId), {
    everySeconds: (data) => Math.max(atLeastSeconds, casesPace(data)), skip: !session,
  })
  const tooLong = useElapsed(remote.heardAt, Math.max(atLeastSeconds, casesPace(remote.data)) * 1000 + GRACE_MS, now)
  const old = remote.data !== null && (!online || tooLong || remote.failure !== null)
  return { ...remote, session, oldSince: old ? remote.heardAt : null, troubled: online && remote.failure?.code !== 'OFFLINE' }
}
