import type { Handlers } from '../../http/call'
import type { CaseService } from './service'

export const caseRoutes = (cases: CaseService): Handlers<'listCases' | 'readCase' | 'findCase' | 'readCaseOfTicket'> => ({
  listCases: ({ query }, { citizen }) => cases.list(citizen.citizenId, query.personId),
  readCase: ({ params, query }, { citizen }) => cases.read(citizen.citizenId, query.personId, params.caseNo),
  findCase: ({ body }) => cases.find(body),
  readCaseOfTicket: ({ params }, { citizen }) => cases.ofTicket(citizen.citizenId, params.ticketId),
})
