import { createLine, type LineRules } from './line'
import type { CustomerType } from './setup'
import { states, type Ticket } from './ticket'

const line = (rules: Partial<LineRules> = {}) => {
  let inserts = 0
  let arrivals = 0
  const made = createLine({ weights: { 1: 3, 2: 2, 3: 2 }, passMost: 10, ...rules }, () => (inserts += 1))
  const ticket = (custType: CustomerType): Ticket => {
    arrivals += 1
    return {
      outerNo: '', ticketNum: String(arrivals), custType, priorityType: '', matterCode: '', userNo: '', takeAt: 0, arrival: arrivals, bizId: '', state: states.waiting, counterId: '', workNo: '',
      callAt: null, beginAt: null, endAt: null, callTimes: 0, isBack: false, giveTimes: 0, tag: 0, passed: 0, since: arrivals, inserts: [],
    }
  }
  const enter = (custType: CustomerType): Ticket => {
    const one = ticket(custType)
    made.enter(one)
    return one
  }
  return { ...made, enter, ticket, order: () => made.waiting.map(({ ticketNum }) => ticketNum).join(' ') }
}

describe('the order of a line', () => {
  it('interleaves the types by their weights', () => {
    const { enter, order } = line()
    for (const custType of ['1', '1', '1', '1', '1', '1', '2', '2', '2', '2'] as const) enter(custType)
    expect(order()).toBe('1 7 2 8 3 4 9 5 10 6')
  })

  it('lets nobody pass an ordinary customer whom as many as allowed have passed', () => {
    const { enter, order } = line({ passMost: 2 })
    for (const custType of ['1', '1', '1', '1', '2', '2', '2'] as const) enter(custType)
    expect(order()).toBe('1 5 2 6 3 4 7')
  })

  it('tells each behind, once, who was placed ahead', () => {
    const { enter } = line()
    const last = [enter('1'), enter('1'), enter('1')].at(-1)
    enter('2')
    enter('1')
    expect(last?.inserts).toEqual([{ no: 1, reason: '2' }])
  })

  it('puts one who comes from another business where its wait belongs', () => {
    const { ticket, enter, enterMoved, order } = line()
    enter('1')
    const moved = ticket('1')
    enter('1')
    enterMoved(moved)
    expect(order()).toBe('1 2 3')
  })

  it('puts those who come back behind the next few, each behind the one before', () => {
    const { ticket, enter, enterBack, order } = line()
    const back = [ticket('1'), ticket('1')]
    for (let i = 0; i < 4; i += 1) enter('1')
    for (const one of back) enterBack(one, 3)
    expect(order()).toBe('3 4 5 1 2 6')
  })
})
