import { Serialized, type Call, type Handlers } from '../../http/call'
import type { QueueService } from './service'
import type { StaffActor, WindowService } from './windows'

const actorOf = ({ staff }: Call): StaffActor => ({ account: staff.account, rank: staff.role === 'clerk' ? 'clerk' : 'leader', halls: staff.halls })

type Names = 'readBoard' | 'takeTicket' | 'listTickets' | 'readTicket' | 'moveTicket' |
  'readConsole' | 'setWindow' | 'callNext' | 'moveStaffTicket' | 'takeAtDesk' | 'pauseLine' | 'pauseHall'

export const queueRoutes = (queue: QueueService, windows: WindowService): Handlers<Names> => ({
  readBoard: async ({ params }) => {
    const hall = queue.hall(params.hallId)
    const board = await queue.boards.get(hall)
    return new Serialized(board.json, () => queue.boards.isFresh(hall, board))
  },
  takeTicket: ({ body }, { citizen, idempotencyKey }) => queue.take(citizen.citizenId, idempotencyKey, body),
  listTickets: (_, { citizen }) => queue.list(citizen.citizenId),
  readTicket: ({ params, query }, { citizen }) => queue.read(citizen.citizenId, params.ticketId, query.seen ?? null),
  moveTicket: ({ params, body }, { citizen, idempotencyKey }) => queue.move(citizen.citizenId, idempotencyKey, params.ticketId, body),

  readConsole: ({ params }) => windows.console(params.hallId),
  setWindow: ({ params, body }, call) => windows.setWindow(actorOf(call), params.hallId, params.windowId, body.state),
  callNext: ({ params }, call) => windows.callNext(actorOf(call), call.idempotencyKey, params.hallId, params.windowId),
  moveStaffTicket: ({ params, body }, call) => windows.move(actorOf(call), call.idempotencyKey, params.ticketId, body),
  takeAtDesk: ({ params, body }, call) => windows.takeAtDesk(actorOf(call), call.idempotencyKey, params.hallId, body),
  pauseLine: ({ params, body }, call) => windows.setPaused(actorOf(call), params.hallId, params.lineId, body.paused),
  pauseHall: ({ params, body }, call) => windows.setPaused(actorOf(call), params.hallId, null, body.paused),
})
