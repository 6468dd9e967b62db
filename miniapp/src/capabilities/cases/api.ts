import type { Receipt } from '@shared/cases'
import { call } from '@/platform/api'

/** In which way a case is asked for: as one's own or an enterprise's, by the visit it was handed in at, or by its receipt. */
export type CaseAsk =
  | { readonly kind: 'mine'; readonly caseNo: string; readonly personId: string }
  | { readonly kind: 'visit'; readonly ticketId: string }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }

export const listCases = (personId: string) => call('listCases', { query: { personId } })
export const findCase = (receipt: Receipt) => call('findCase', { body: receipt })
export const readCaseOfTicket = (ticketId: string) => call('readCaseOfTicket', { params: { ticketId } })

export const askCase = (ask: CaseAsk) => {
  switch (ask.kind) {
    case 'mine': return call('readCase', { params: { caseNo: ask.caseNo }, query: { personId: ask.personId } })
    case 'visit': return readCaseOfTicket(ask.ticketId)
    case 'receipt': return findCase(ask.receipt)
  }
}
export type CaseAnswer = Awaited<ReturnType<typeof askCase>>

/** The enterprises whose cases the citizen may see: those they are the agent of. */
export const listEnterprises = async () => (await call('listPersons', {})).persons.filter(({ kind, expired, grants }) => kind === 'enterprise' && !expired && grants.includes('cases'))
export const readHall = (hallId: string) => call('readHall', { params: { hallId } })
export const listItems = async () => (await call('listCityItems', {})).items
