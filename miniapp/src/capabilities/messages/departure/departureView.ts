import type { Departure } from '@shared/messages'
import { clockTime } from '@shared/time'
import type { Translate } from '@/i18n'
import type { departureTexts } from '@/i18n/departure'

/** A plan, and when it came by the phone's clock. */
export interface Planned { readonly departure: Departure; readonly heardAt: number }

export interface DepartureView {
  readonly headline: string
  /** It is time. */
  readonly now: boolean
  readonly notes: readonly string[]
}

/** When it is time to set out, by the phone's clock; null when that is unknown. */
export const dueAt = ({ departure: { leaveAt, asOf }, heardAt }: Planned): number | null => (leaveAt === null ? null : leaveAt - asOf + heardAt)

/** What a plan says. `now`: the phone's clock. */
export const departureView = (planned: Planned, now: number, say: Translate<typeof departureTexts>): DepartureView => {
  const { leaveAt, travelMinutes, source, reminds, asOf } = planned.departure
  const travel = say(source === 'map' ? 'travel' : 'travelDistance', { n: Math.max(1, travelMinutes) })
  const heard = say('asOf', { time: clockTime(asOf) })
  if (leaveAt === null) return { headline: say('unknown'), now: false, notes: [say('unknownHow'), travel, heard] }
  const due = planned.departure.now || now >= (dueAt(planned) ?? now)
  // Whoever has to leave now needs no promise of a message.
  return { headline: due ? say('now') : say('at', { time: clockTime(leaveAt) }), now: due, notes: [travel, ...(due ? [] : [say(reminds ? 'reminds' : 'noReminder')]), heard] }
}
