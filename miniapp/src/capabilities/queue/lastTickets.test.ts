import { aTicket, heardAt, TEN } from './builders'
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
    createLastTickets(keep, () => 1).write(heardAt(aTicket()))
    expect(createLastTickets(keep, () => 1).read(ticketId)).toMatchObject({ from: 'storage', heardAt: TEN, ticket: { number: 'A040' } })
  })

  it('is not shown to another citizen on this phone, nor to nobody', () => {
    const keep = memory()
    createLastTickets(keep, () => 1).write(heardAt(aTicket()))
    expect(createLastTickets(keep, () => 2).read(ticketId)).toBeNull()
    expect(createLastTickets(keep, () => null).read(ticketId)).toBeNull()
  })

  it('keeps the newest few and forgets the rest', () => {
    const tickets = createLastTickets(memory(), () => 1)
    for (let number = 1; number <= 6; number += 1) tickets.write(heardAt(aTicket({ ticketId: `tianhe.${number}` })))
    expect([1, 2, 3, 6].map((number) => tickets.read(`tianhe.${number}`) !== null)).toEqual([false, false, true, true])
  })

  it('ignores what is not a ticket', () => {
    const keep = memory()
    keep.write('tickets', [{ session: 1, heard: { heardAt: 1, notes: [], ticket: { ticketId, state: 'lost' } } }, 'x'])
    expect(createLastTickets(keep, () => 1).read(ticketId)).toBeNull()
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
