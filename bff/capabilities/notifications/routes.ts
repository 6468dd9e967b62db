import type { Handlers } from '../../http/call'
import type { DepartureService } from './departures'
import type { MessageService } from './service'

export const messageRoutes = (messages: MessageService, departures: DepartureService):
Handlers<'readMessageSettings' | 'changeMessageSettings' | 'listMessages' | 'readMessages' | 'listPermits' | 'tellPermits' | 'planDeparture' | 'listParked' | 'replayParked'> => ({
  readMessageSettings: (_, { citizen }) => messages.settings(citizen.citizenId),
  changeMessageSettings: ({ body }, { citizen }) => messages.choose(citizen.citizenId, body),
  listMessages: ({ query }, { citizen }) => messages.list(citizen.citizenId, query.before),
  readMessages: ({ body }, { citizen }) => messages.read(citizen.citizenId, body.until),
  listPermits: (_, { citizen }) => messages.permits(citizen.account, citizen.channel),
  tellPermits: ({ body }, { citizen, idempotencyKey }) => messages.tellPermits(citizen.account, citizen.channel, body.answers, idempotencyKey),
  planDeparture: ({ params, body }, { citizen }) => departures.plan(citizen.citizenId, params.ticketId, body),
  listParked: () => messages.parkedList(),
  replayParked: ({ params }) => messages.replay(params.parkedId),
})
