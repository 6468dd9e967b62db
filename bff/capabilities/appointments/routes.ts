import type { Handlers } from '../../http/call'
import type { DeskService } from './desk'
import type { AppointmentService } from './service'
import type { WaitingService } from './waiting'

type Names = 'searchBookable' | 'listDays' | 'listSlots' | 'holdSlot' | 'listAppointments' | 'readAppointment' | 'moveAppointment' |
  'joinWaitingList' | 'listWaiting' | 'leaveWaitingList' | 'readBook' | 'setSlot' | 'arriveAtDesk'

export const appointmentRoutes = (appointments: AppointmentService, waiting: WaitingService, desk: DeskService): Handlers<Names> => ({
  searchBookable: ({ body }) => appointments.search(body),
  listDays: ({ params, query }) => appointments.days({ ...params, ...query }),
  listSlots: ({ params, query }) => appointments.slots({ ...params, ...query }, params.day),
  holdSlot: ({ body }, { citizen, idempotencyKey }) => appointments.hold(citizen, idempotencyKey, body),
  listAppointments: (_, { citizen }) => appointments.list(citizen.citizenId),
  readAppointment: ({ params }, { citizen }) => appointments.read(citizen.citizenId, params.appointmentId),
  moveAppointment: ({ params, body }, { citizen, idempotencyKey }) => appointments.move(citizen.citizenId, idempotencyKey, params.appointmentId, body),

  joinWaitingList: ({ body }, { citizen, idempotencyKey }) => waiting.join(citizen, idempotencyKey, body),
  listWaiting: (_, { citizen }) => waiting.list(citizen.citizenId),
  leaveWaitingList: ({ params }, { citizen }) => waiting.leave(citizen.citizenId, params.waitingId),

  readBook: ({ params }) => desk.book(params.hallId, params.day),
  setSlot: ({ params, body }, { staff }) => desk.setSlot(staff.account, params.hallId, params.lineId, params.startsAt, body.closed),
  arriveAtDesk: ({ params }, { staff, idempotencyKey }) => desk.arrive(staff.account, idempotencyKey, params.appointmentId),
})
