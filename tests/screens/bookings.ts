import { serviceDay } from '@shared/time'
import type { Stack } from '../support/stack'
import { newKey, type Member } from '../support/people'
import { keyOf } from './visits'

const WISHES = [
  { lineId: 'A', itemIds: ['residence-permit'], people: 7 },
  { lineId: 'A', itemIds: ['elder-card', 'school-points'], people: 1 },
  { lineId: 'B', itemIds: ['pension-claim'], people: 3 },
] as const

/** People booked into a hall's day: a full slot, a closed one, somebody who has come, somebody who did not confirm yet. */
export const fillBook = async ({ client, people }: Stack, hallId: string, supervisor: Member, now: number): Promise<void> => {
  let made = 300
  const day = serviceDay(now)
  for (const { lineId, itemIds, people: many } of WISHES) {
    const { slots } = await client.call('listSlots', { params: { hallId, lineId, day }, query: { itemIds: itemIds.join(',') } })
    const free = slots.filter((slot) => slot.free > 0)
    for (let i = 0; i < many; i += 1) {
      const { token } = await people.citizen(made += 1)
      const startsAt = free[Math.floor(i / 3)]!.startsAt
      const { appointmentId } = await client.call('holdSlot', { body: { hallId, lineId, itemIds: [...itemIds], startsAt, personId: 'self' } }, { token, key: keyOf('book', made) })
      if (i === 6) continue
      await client.call('moveAppointment', { params: { appointmentId }, body: { move: 'confirm' } }, { token, key: newKey() })
      if (i === 0 && many > 1) await client.call('arriveAtDesk', { params: { appointmentId } }, { token: supervisor.token, key: newKey() }).catch(() => undefined)
    }
    if (many > 1) await client.call('setSlot', { params: { hallId, lineId, startsAt: String(free[5]!.startsAt) }, body: { closed: true } }, { token: supervisor.token })
  }
}
