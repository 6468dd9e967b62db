import { aTicket, heardAt, minute, TEN } from './builders'
import { hear, isStale, serverNow } from './heard'

describe('what the phone last heard of a ticket', () => {
  it('is now while the next answer is not yet overdue, and old from then on', () => {
    const heard = heardAt(aTicket({ nextPollSeconds: 20 }))
    expect(isStale(heard, TEN + 34_000)).toBe(false)
    expect(isStale(heard, TEN + 36_000)).toBe(true)
  })

  it('is old as long as it only comes from storage, however recent', () => {
    expect(isStale(heardAt(aTicket(), TEN, { from: 'storage' }), TEN)).toBe(true)
  })

  it('never grows old once the ticket has ended', () => {
    expect(isStale(heardAt(aTicket({ state: 'finished' })), TEN + 600 * minute)).toBe(false)
  })

  it('is old when the phone’s clock was set back, for then its age is unknown', () => {
    expect(isStale(heardAt(aTicket()), TEN - minute)).toBe(true)
  })

  it('does not step back when a slow answer comes after a newer one', () => {
    const newer = hear(null, aTicket({ asOf: TEN + 5000, ahead: 15 }), TEN + 5000)
    expect(hear(newer, aTicket({ asOf: TEN, ahead: 12 }), TEN + 6000)).toBe(newer)
  })

  it('takes the server’s answer over what storage kept, even if the server’s clock went back', () => {
    const kept = heardAt(aTicket({ asOf: TEN + 5000, ahead: 15 }), TEN, { from: 'storage' })
    expect(hear(kept, aTicket({ ahead: 3 }), TEN + 1000).ticket.ahead).toBe(3)
  })

  it('keeps why the count moved for a quarter of an hour, latest first', () => {
    const first = hear(null, aTicket({ moved: [{ reason: 'priority', people: 2 }] }), TEN)
    const second = hear(first, aTicket({ asOf: TEN + minute, moved: [{ reason: 'returned', people: 1 }] }), TEN + minute)
    expect(second.notes.map(({ reason }) => reason)).toEqual(['returned', 'priority'])
    const later = hear(second, aTicket({ asOf: TEN + 15.5 * minute }), TEN + 15.5 * minute)
    expect(later.notes.map(({ reason }) => reason)).toEqual(['returned'])
  })

  it('counts the server’s time on from its answer, whatever the phone’s clock says', () => {
    expect(serverNow(heardAt(aTicket({ asOf: TEN }), 1000), 4000)).toBe(TEN + 3000)
  })
})
