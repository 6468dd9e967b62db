import type { Appointment } from '@shared/appointments'
import type { Waiting } from '@shared/waitingList'
import { now, useOnline, useRemote, useSession } from '@/platform'
import { useElapsed } from '@/ui'
import { leaveWaiting, moveAppointment, readWishes } from './api'
import { useAct } from './useAct'
import { useServerNow } from './useServerNow'

/** An offer lasts ten minutes, so it is looked for often. */
const PACE_SECONDS = 20
const GRACE_MS = 15_000

/** What I wait for, kept current while seen: accept or decline an offer, or wait no longer. */
export const useWaitings = () => {
  const session = useSession()
  const online = useOnline()
  const remote = useRemote(`waiting/${session?.expiresAt ?? ''}`, readWishes, { everySeconds: PACE_SECONDS, skip: !session })
  const acting = useAct<'accept' | 'decline' | 'leave'>()
  const asOf = remote.data?.wishes.find(({ offer }) => offer)?.offer?.asOf ?? remote.heardAt
  const at = useServerNow(asOf !== null && remote.heardAt !== null ? { asOf, heardAt: remote.heardAt } : null)
  const tooLong = useElapsed(remote.heardAt, PACE_SECONDS * 1000 + GRACE_MS, now)
  const old = remote.data !== null && (!online || tooLong || remote.failure !== null)

  const answer = async (act: 'accept' | 'decline', { appointmentId }: Appointment): Promise<boolean> => {
    const body = { move: act === 'accept' ? 'confirm' : 'cancel' } as const
    const moved = await acting.run(act, `move/${appointmentId}/${body.move}`, body, (key) => moveAppointment(appointmentId, body, key))
    remote.reload()
    return moved !== null
  }
  const leave = async ({ waitingId }: Waiting): Promise<void> => {
    await acting.run('leave', `leave/${waitingId}`, {}, () => leaveWaiting(waitingId))
    remote.reload()
  }
  return { ...remote, session, at, oldSince: old ? asOf : null, troubled: online && remote.failure?.code !== 'OFFLINE', acting, answer, leave }
}
