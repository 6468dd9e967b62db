import type { Ticket } from '@shared/queue'
import type { Overheard } from '@/platform/overheard'
import { aCall, aTicket } from './builders'
import { startCallWatch } from './callWatch'

type Word = Overheard<'listTickets'>

/** A page whose questions are answered by hand; `others` ask like any other part of it. */
const setUp = (known: readonly Ticket[], { except = '', underWay = false } = {}) => {
  const ears = new Set<(word: Word) => void>()
  const say = (word: Word): void => ears.forEach((ear) => ear(word))
  const heard: (readonly Ticket[])[] = []
  let asked = 0
  const end = startCallWatch({
    known, except, random: () => 1,
    ask: async () => { asked += 1; say({ kind: 'asked' }) },
    overhear: (ear) => { ears.add(ear); if (underWay) ear({ kind: 'asked' }); return () => { ears.delete(ear) } },
    onTickets: (tickets) => { heard.push(tickets) },
  })
  return {
    end, heard, asked: () => asked, othersAsk: () => say({ kind: 'asked' }), fail: () => say({ kind: 'failed' }), answerInPart: () => say({ kind: 'answered', answer: { tickets: [], missing: [{ zh: '排队系统', en: 'Queue system' }] } }),
    answer: (...tickets: Ticket[]) => say({ kind: 'answered', answer: { tickets, missing: [] } }), pass: (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000),
  }
}

describe('watching for a call from another page', () => {
  beforeEach(() => { jest.useFakeTimers() })
  afterEach(() => { jest.useRealTimers() })

  it('asks at once, then at the pace of the soonest ticket', async () => {
    const { asked, answer, pass, heard } = setUp([aTicket()])
    expect(asked()).toBe(1)
    answer(aTicket({ nextPollSeconds: 25 }), aTicket({ ticketId: 'tianhe.2', nextPollSeconds: 3 }))
    await pass(2.9)
    expect(asked()).toBe(1)
    await pass(0.5)
    expect(asked()).toBe(2)
    answer(aCall())
    expect(heard.at(-1)).toEqual([aCall()])
  })

  it('goes on asking when the hall of the ticket could not be asked', async () => {
    const { asked, answer, answerInPart, pass } = setUp([aTicket({ nextPollSeconds: 5 })])
    answer(aTicket({ nextPollSeconds: 5 }))
    await pass(5.5)
    answerInPart()
    await pass(5.5)
    expect(asked()).toBe(3)
    answer()
    await pass(600)
    expect(asked()).toBe(3)
  })

  it('asks nothing while no ticket may be called', async () => {
    const none = setUp([])
    await none.pass(600)
    expect(none.asked()).toBe(0)
    const over = setUp([aTicket()])
    over.answer(aTicket({ state: 'finished' }), aTicket({ state: 'missed' }))
    await over.pass(600)
    expect(over.asked()).toBe(1)
  })

  it('leaves the asking to a part of the page that asks anyway', async () => {
    const { asked, othersAsk, answer, pass, heard } = setUp([aTicket()], { underWay: true })
    for (let turn = 0; turn < 5; turn += 1) {
      answer(aTicket({ nextPollSeconds: 3 }))
      await pass(3.1)
      othersAsk()
      await pass(0.4)
    }
    expect(asked()).toBe(0)
    expect(heard).toHaveLength(5)
  })

  it('learns of a first ticket from what others ask', async () => {
    const { asked, answer, pass } = setUp([])
    answer(aTicket({ nextPollSeconds: 3 }))
    await pass(3.5)
    expect(asked()).toBe(1)
  })

  it('keeps asking through an outage, no less often than half the pace', async () => {
    const { asked, answer, fail, pass } = setUp([aTicket()])
    answer(aTicket({ nextPollSeconds: 3 }))
    for (const seconds of [3.3, 2, 4, 6, 6]) {
      await pass(seconds)
      fail()
    }
    expect(asked()).toBe(6)
  })

  it('does not follow the ticket that the page follows itself', async () => {
    const { asked, pass } = setUp([aTicket()], { except: aTicket().ticketId })
    await pass(600)
    expect(asked()).toBe(0)
  })

  it('ends with its page', async () => {
    const { end, asked, answer, heard, pass } = setUp([aTicket()])
    end()
    answer(aCall())
    await pass(600)
    expect([asked(), heard.length]).toEqual([1, 0])
  })
})
