import { onlyThis } from '../../../accounts'
import { ContractError } from '@shared/errors'
import type { Redis } from '../../../platform/redis'
import { createOrderStore } from '../../../engine/ratings/orders'
import { createRatingStore } from '../../../engine/ratings/store'
import { createSealing } from '../../../platform/sealing'
import { createWorkCalendar } from '../../../platform/workCalendar'
import { OrderService, type StaffMemberHere } from '../orders/service'
import type { RatedCase, Rater } from '../port'
import { RatingService } from '../service'
import { aRated, newVisit } from './builders'

export const ENDED = Date.UTC(2026, 0, 5, 2)
export const KEY = 'key-0123456789abcd'
export const good = { level: 5, tags: ['510'], text: '', photos: [], anonymous: true }
export const bad = { level: 1, tags: ['115'], text: '排队太久', photos: [], anonymous: true }
export const ann = { citizenId: 'ann', name: '演*' }
export const hallName = (hallId: string) => ({ zh: `大厅${hallId}`, en: `Hall ${hallId}` })
export const staff = (account: string, role: StaffMemberHere['role'] = 'supervisor', halls = ['test']): StaffMemberHere => ({ account, role, halls })

/** Ratings and work orders on a real store, with a clock of the test's own and visits of ann's. */
export const openDesk = (redis: Redis) => {
  const desk = { now: ENDED + 1_000, rater: null as Rater | null, refusedText: '违规', photosOf: new Map<string, string>(), removed: [] as string[] }
  const clock = () => desk.now
  const store = createRatingStore(redis, createSealing([{ id: 't', key: Buffer.alloc(32, 1) }]))
  const orderStore = createOrderStore(redis)
  const visits = new Map<string, string>()
  const cases = new Map<string, RatedCase>()
  const photos = {
    attach: async (ids: readonly string[], citizenId: string) => {
      if (ids.some((id) => desk.photosOf.get(id) !== citizenId)) throw new ContractError('PHOTO_NOT_FOUND')
    },
    read: async (id: string) => Buffer.from(id),
    remove: async (ids: readonly string[]) => { desk.removed.push(...ids) },
  }
  const shared = { clock, hallName, isWorkingDay: createWorkCalendar() }
  const orders = new OrderService({
    ...shared, ratings: store, orders: orderStore, photos, index: { listCity: async () => [] }, hasHall: (hallId) => ['test', 'other', 'online'].includes(hallId),
    days: { contact: 1, rectify: 15, revisit: 5, review: 5 },
  })
  const caseOf = (caseNo: string): RatedCase => {
    const found = cases.get(caseNo)
    if (!found) throw new ContractError('CASE_NOT_FOUND')
    return found
  }
  const ratings = new RatingService({
    ...shared, accountsOf: onlyThis, store, orders: orderStore, photos, words: () => ['排队'], raterOf: async () => desk.rater, due: (step) => orders.due(step), city: '440100', caseKey: Buffer.alloc(32, 2),
    rules: { days: 7, changeHours: 24, contactDays: 1, rectifyDays: 15 }, checkText: { check: async (text) => (text.includes(desk.refusedText) ? 'refused' : 'pass') },
    visits: {
      find: async (citizenId, ticketId) => {
        const state = visits.get(ticketId)
        if (citizenId !== 'ann' || !state) throw new ContractError('TICKET_NOT_FOUND')
        return { state, endedAt: ENDED, rated: aRated({ projectNo: ticketId, hallId: ticketId.split('.')[0] as string, district: ticketId.startsWith('other.') ? '440104' : '440106' }) }
      },
    },
    cases: {
      own: async (citizenId, _, caseNo) => {
        if (citizenId !== 'ann') throw new ContractError('CASE_NOT_FOUND')
        return caseOf(caseNo)
      },
      byReceipt: async (receipt) => caseOf(receipt.caseNo),
    },
  })
  return {
    desk, ratings, orders, store, orderStore, cases,
    /** A visit of ann's in the given state. */
    visit: (state = 'finished', hallId = 'test') => {
      const ticketId = newVisit(hallId)
      visits.set(ticketId, state)
      return ticketId
    },
  }
}
