import { aCall, aTicket, heardAt, TEN } from './builders'
import { createLastTickets } from './lastTickets'
import { createDrafts, emptyDraft, PRESS_LASTS_MS, stillPressed } from './takeDraft'

const memory = () => {
  const kept = new Map<string, unknown>()
  return { read: (name: string) => kept.get(name), write: (name: string, value: unknown) => { kept.set(name, value) }, remove: (name: string) => { kept.delete(name) } }
}
const { ticketId } = aTicket()

describe('the last known ticket', () => {
  it('comes back after a restart, marked as coming from storage', () => {
    const keep = memory()
    createLastTickets(keep, () => 1, () => TEN).write(heardAt(aTicket()))
    expect(createLastTickets(keep, () => 1, () => TEN).read(ticketId)).toMatchObject({ from: 'storage', heardAt: TEN, ticket: { number: 'A040' } })
  })

  it('is not shown to another citizen on this phone, nor to nobody', () => {
    const keep = memory()
    createLastTickets(keep, () => 1, () => TEN).write(heardAt(aTicket()))
    expect(createLastTickets(keep, () => 2, () => TEN).read(ticketId)).toBeNull()
    expect(createLastTickets(keep, () => null, () => TEN).read(ticketId)).toBeNull()
  })

  it('keeps the newest few and forgets the rest', () => {
    const tickets = createLastTickets(memory(), () => 1, () => TEN)
    for (let number = 1; number <= 6; number += 1) tickets.write(heardAt(aTicket({ ticketId: `tianhe.${number}` })))
    expect([1, 2, 3, 6].map((number) => tickets.read(`tianhe.${number}`) !== null)).toEqual([false, false, true, true])
  })

  it('learns from a list what is new and what has changed, and forgets nothing the citizen was shown', () => {
    const tickets = createLastTickets(memory(), () => 1, () => TEN)
    tickets.write(heardAt(aTicket({ seen: 3 })))
    tickets.write(heardAt(aTicket({ ticketId: 'tianhe.2' })))
    tickets.note([aTicket({ ticketId: 'tianhe.4', state: 'finished' }), aTicket({ ticketId: 'tianhe.3' }), aCall({ ticketId: 'tianhe.2' }), aTicket({ seen: 9, ahead: 14 })])
    expect(tickets.all().map(({ ticketId: id, state, seen }) => [id, state, seen])).toEqual([['tianhe.3', 'waiting', 7], ['tianhe.2', 'called', 7], [ticketId, 'waiting', 3]])
  })

  it('is forgotten when a whole list names it no more, and kept when its hall could not be asked', () => {
    const tickets = createLastTickets(memory(), () => 1, () => TEN)
    tickets.write(heardAt(aTicket()))
    tickets.note([], false)
    expect(tickets.read(ticketId)).not.toBeNull()
    tickets.note([])
    expect(tickets.read(ticketId)).toBeNull()
  })

  it('ignores what is not a ticket', () => {
    const keep = memory()
    keep.write('tickets', [{ session: 1, heard: { heardAt: 1, notes: [], ticket: { ticketId, state: 'lost' } } }, 'x'])
    expect(createLastTickets(keep, () => 1, () => TEN).read(ticketId)).toBeNull()
  })
})

describe('what was chosen before taking', () => {
  it('survives scanning and signing in, until the next day', () => {
    let time = TEN
    const drafts = createDrafts(memory(), () => time)
    drafts.write('tianhe', { ...emptyDraft, itemId: 'residence-permit', ticked: [0] })
    expect(drafts.read('tianhe')).toMatchObject({ itemId: 'residence-permit', ticked: [0] })
    expect(drafts.read('panyu')).toEqual(emptyDraft)
    time += 13 * 3_600_000
    expect(drafts.read('tianhe')).toEqual(emptyDraft)
  })

  it('carries a press out only while it is surely still meant', () => {
    const pressed = { ...emptyDraft, pressedAt: TEN }
    expect(stillPressed(emptyDraft, TEN)).toBe(false)
    expect(stillPressed(pressed, TEN + PRESS_LASTS_MS - 1)).toBe(true)
    expect(stillPressed(pressed, TEN + PRESS_LASTS_MS)).toBe(false)
    expect(stillPressed(pressed, TEN - 1)).toBe(false)
  })
})
