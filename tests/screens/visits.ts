import type { Appointment } from '@shared/appointments'
import type { Sent } from '../support/client'
import type { Stack } from '../support/stack'
import type { Citizen } from '../support/people'

const hallId = 'tianhe'
const lineId = 'A'
const itemIds = ['residence-permit', 'elder-card']
/** What the pages of a booking are told in their address. */
export const VISIT = `hall=${hallId}&line=${lineId}&items=${itemIds.join(',')}`

/** What is booked is named by its key: the same at every run, or its code on the picture would differ. */
export const keyOf = (act: string, number: number): string => `${act}-for-the-picture-${number}`

/** Slots of the second day that can be booked: the first may be nearly over. */
const slotsOf = async ({ client }: Stack) => {
  const { days } = await client.call('listDays', { params: { hallId, lineId }, query: { itemIds: itemIds.join(',') } })
  const { day } = days.filter(({ state }) => state === 'open')[1]!
  const { slots } = await client.call('listSlots', { params: { hallId, lineId, day }, query: { itemIds: itemIds.join(',') } })
  return { day, free: slots.filter(({ state }) => state === 'open') }
}

/** The times of that day which are still to be had. */
export const freeSlots = async (stack: Stack) => (await slotsOf(stack)).free

/** Holds the free slot of that number. */
export const hold = async (stack: Stack, { token }: Citizen, number: number): Promise<Appointment> => {
  const { startsAt } = (await slotsOf(stack)).free[number]!
  return stack.client.call('holdSlot', { body: { hallId, lineId, itemIds, startsAt } }, { token, key: keyOf('hold', number) })
}

export const move = (stack: Stack, { token }: Citizen, appointmentId: string, body: Sent<'moveAppointment'>['body']): Promise<Appointment> =>
  stack.client.call('moveAppointment', { params: { appointmentId }, body }, { token, key: keyOf(body.move, 0) })

/** An appointment of the citizen's, among slots of which some are full. Gives its id and its day. */
export const bookVisit = async (stack: Stack, citizen: Citizen): Promise<{ readonly appointmentId: string; readonly day: string }> => {
  const { day, free } = await slotsOf(stack)
  let others = 400
  for (let i = 0; i < free[0]!.free; i += 1) {
    const other = await stack.people.citizen(others += 1)
    await move(stack, other, (await hold(stack, other, 0)).appointmentId, { move: 'confirm' })
  }
  const { appointmentId } = await hold(stack, citizen, 3)
  await move(stack, citizen, appointmentId, { move: 'confirm' })
  return { appointmentId, day }
}
