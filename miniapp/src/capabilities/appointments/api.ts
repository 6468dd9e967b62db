import type { Appointment } from '@shared/appointments'
import type { Place } from '@shared/halls'
import type { Waiting } from '@shared/waitingList'
import { newKey, now } from '@/platform'
import { call } from '@/platform/api'
import { createIntents } from '@/platform/intents'
import { actKeep, personalKeep } from '@/platform/keep'
import { createPresses } from './presses'

/** Acts under way: holding, moving, joining a waiting list. */
export const intents = createIntents<object>(actKeep, newKey, now)
/** What was pressed before signing in or scanning came between. */
export const presses = createPresses(personalKeep, now)

/** A line of a hall, and what is to be done there in one visit. */
export interface Visit { readonly hallId: string; readonly lineId: string; readonly itemIds: readonly string[] }
export interface HoldBody extends Visit { readonly startsAt: number; readonly personId: string }
export interface WaitBody extends Visit { readonly day: string; readonly from?: number; readonly until?: number; readonly personId: string }
export type AppointmentMove =
  | { readonly move: 'confirm' | 'cancel' } | { readonly move: 'reschedule'; readonly startsAt: number } | { readonly move: 'checkIn'; readonly presence: string }

interface HallsWanted { readonly itemIds: readonly string[]; readonly near: Place | null; readonly district: string | null; readonly hallId: string; readonly cursor: number; readonly limit: number }

export const listItems = () => call('listCityItems', {})
/** Items by everyday words; those that are withdrawn cannot be booked. */
export const searchItems = async (q: string) => (await call('searchItems', { query: { q, limit: 20 } })).items.filter(({ withdrawn }) => withdrawn === null).map(({ itemId }) => itemId)
export const searchHalls = ({ itemIds, near, district, hallId, cursor, limit }: HallsWanted) =>
  call('searchBookable', { body: { itemIds: [...itemIds], cursor, limit, ...(near && { near }), ...(district && { district }), ...(hallId && { hallId }) } })
export const readHall = (hallId: string) => call('readHall', { params: { hallId } })
export const listDays = ({ hallId, lineId, itemIds }: Visit) => call('listDays', { params: { hallId, lineId }, query: { itemIds: itemIds.join(',') } })
export const listSlots = ({ hallId, lineId, itemIds }: Visit, day: string) =>
  call('listSlots', { params: { hallId, lineId, day }, query: { itemIds: itemIds.join(',') } })

export const holdSlot = ({ itemIds, ...body }: HoldBody, key: string, work: string | undefined) =>
  call('holdSlot', { body: { ...body, itemIds: [...itemIds], ...(work !== undefined && { work }) } }, { key })
export const listAppointments = () => call('listAppointments', {})
export const readAppointment = (appointmentId: string) => call('readAppointment', { params: { appointmentId } })
export const moveAppointment = (appointmentId: string, body: AppointmentMove, key: string) => call('moveAppointment', { params: { appointmentId }, body }, { key })

export const joinWaiting = ({ itemIds, ...body }: WaitBody, key: string) => call('joinWaitingList', { body: { ...body, itemIds: [...itemIds] } }, { key })
export const listWaiting = () => call('listWaiting', {})
/** Places that are offered to me stand on the waiting list, and each is an appointment to read. */
const readOffers = async (waiting: readonly Waiting[]): Promise<Appointment[]> => {
  const ids = waiting.flatMap(({ state, appointmentId }) => state === 'offered' && appointmentId !== null ? [appointmentId] : [])
  const found = await Promise.all(ids.map((id) => readAppointment(id).catch(() => null)))
  return found.filter((one): one is Appointment => one?.state === 'held')
}

/** Everything I booked, and what is offered to me. */
export const readMine = async () => {
  const [mine, offers] = await Promise.all([listAppointments(), listWaiting().then(({ waiting }) => readOffers(waiting)).catch(() => [])])
  const others = offers.filter(({ appointmentId }) => !mine.appointments.some((one) => one.appointmentId === appointmentId))
  return { ...mine, appointments: [...others, ...mine.appointments] }
}

/** What I wait for, together with the place that is offered; the latter null when there is none. */
export interface Wish { readonly waiting: Waiting; readonly offer: Appointment | null }
export const readWishes = async () => {
  const { waiting, missing } = await listWaiting()
  const offers = await readOffers(waiting)
  const wishes = waiting.map((one): Wish => ({ waiting: one, offer: offers.find(({ appointmentId }) => appointmentId === one.appointmentId) ?? null }))
  return { wishes, missing }
}

export const leaveWaiting = (waitingId: string) => call('leaveWaitingList', { params: { waitingId } })
