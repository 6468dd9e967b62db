import { endpoints } from '@shared/endpoints'
import type { Ticket } from '@shared/queue'
import { atWindow } from './atWindow'

const aTicket = (change: Partial<Ticket>): Ticket => ({ ...endpoints.readTicket.example.output, moved: [], state: 'finished', windowId: '5', endedAt: 1, ...change })
const silent = { zh: '番禺区政务服务中心', en: 'Panyu' }
const at = (tickets: readonly Ticket[], missing = [] as typeof silent[]) => atWindow({ tickets, missing }, 'tianhe', '5')

it('one visit that is finished and not rated is the one', () => {
  const others = [aTicket({ windowId: '6' }), aTicket({ hallId: 'panyu' }), aTicket({ rated: true }), aTicket({ state: 'waiting', windowId: null }), aTicket({ state: 'cancelled' })]
  expect(at([...others, aTicket({ ticketId: 'tianhe.mine' })])).toEqual({ kind: 'one', ticketId: 'tianhe.mine' })
})

it('several are to choose from, the latest first', () => {
  const found = at([aTicket({ ticketId: 'a', endedAt: 10 }), aTicket({ ticketId: 'c', endedAt: 30 }), aTicket({ ticketId: 'b', endedAt: 20 })])
  expect(found.kind === 'several' && found.tickets.map(({ ticketId }) => ticketId)).toEqual(['c', 'b', 'a'])
})

it('none: says whether one is still under way, was rated, or never was', () => {
  expect(at([aTicket({ state: 'serving', endedAt: null }), aTicket({ rated: true })])).toEqual({ kind: 'serving' })
  expect(at([aTicket({ state: 'called', endedAt: null })])).toEqual({ kind: 'serving' })
  expect(at([aTicket({ rated: true })])).toEqual({ kind: 'rated' })
  expect(at([aTicket({ windowId: '50' })])).toEqual({ kind: 'none' })
})

it('a silent system is never told as “no visit”', () => {
  expect(at([], [silent])).toEqual({ kind: 'silent', names: [silent] })
  expect(at([aTicket({ ticketId: 'a' })], [silent])).toEqual({ kind: 'one', ticketId: 'a' })
})
