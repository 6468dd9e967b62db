import { now, useOnline, useRemote, useSession } from '@/platform'
import { useElapsed } from '@/ui'
import { readMine } from './api'
import { minePace } from './mine'
import { useServerNow } from './useServerNow'

const GRACE_MS = 15_000

/** My appointments, kept current while seen, and the server's clock. */
export const useMine = () => {
  const session = useSession()
  const online = useOnline()
  const remote = useRemote(`appointments/${session?.expiresAt ?? ''}`, readMine, { everySeconds: (data) => minePace(data), skip: !session })
  const appointments = remote.data?.appointments ?? []
  const asOf = appointments[0]?.asOf ?? remote.heardAt
  const at = useServerNow(asOf !== null && remote.heardAt !== null ? { asOf, heardAt: remote.heardAt } : null)
  const tooLong = useElapsed(remote.heardAt, minePace(remote.data) * 1000 + GRACE_MS, now)
  const old = remote.data !== null && (!online || tooLong || remote.failure !== null)
  return { ...remote, session, appointments, at, oldSince: old ? asOf : null, troubled: online && remote.failure?.code !== 'OFFLINE' }
}
