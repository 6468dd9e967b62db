import { aLog, type Short } from './builders'
import { calledBefore } from './order'

const whys = (number: string, ...log: readonly Short[]) => calledBefore(aLog(...log), number).before.map((one) => `${one.number} ${one.why}`)

describe('who was called before me, and why', () => {
  test('those who took a number before, those with priority or an appointment; not those of another line, and nobody after my call', () => {
    expect(whys('A002', ['take', 'A001'], ['take', 'A002'], ['take', 'A003', { class: 'priority' }], ['take', 'A004', { class: 'appointment' }], ['take', 'B001'], ['take', 'A005'],
      ['call', 'A001'], ['call', 'A003', { class: 'priority' }], ['call', 'B001'], ['call', 'A004', { class: 'appointment' }], ['call', 'A002'], ['call', 'A005'])).toEqual(['A001 earlier', 'A003 priority', 'A004 appointment'])
  })

  test('those who came back after being missed or were moved over', () => {
    expect(whys('A003', ['take', 'A001'], ['call', 'A001'], ['take', 'B001'], ['take', 'A003'], ['miss', 'A001'], ['return', 'A001'], ['transfer', 'B001', { lineId: 'A' }], ['call', 'A001'], ['call', 'B001', { lineId: 'A' }]))
      .toEqual(['A001 returned', 'B001 transferred'])
  })

  test('those I let go first, and those called while I was missed', () => {
    expect(whys('A001', ['take', 'A001'], ['take', 'A002'], ['defer', 'A001'], ['call', 'A002'], ['call', 'A001'])).toEqual(['A002 deferred'])
    expect(whys('A001', ['take', 'A001'], ['take', 'A002'], ['call', 'A001'], ['miss', 'A001'], ['return', 'A001'], ['call', 'A002'])).toEqual(['A002 away'])
  })

  test('somebody whom no rule explains', () => {
    expect(whys('A001', ['take', 'A001'], ['take', 'A002'], ['call', 'A002'])).toEqual(['A002 unexplained'])
  })

  test('ordinary ones who take turns with me when I have priority; but nobody of my own class who came later', () => {
    const priority = { class: 'priority' } as const
    expect(whys('A001', ['take', 'A001', priority], ['take', 'A002'], ['take', 'A003', { class: 'appointment' }], ['call', 'A002'], ['call', 'A003', { class: 'appointment' }])).toEqual(['A002 turns', 'A003 appointment'])
    expect(whys('A001', ['take', 'A001', priority], ['take', 'A002', priority], ['call', 'A002', priority])).toEqual(['A002 unexplained'])
  })

  test('somebody who never took a number', () => {
    expect(whys('A001', ['take', 'A001'], ['call', 'A002'])).toEqual(['A002 unexplained'])
  })

  test('follows my number into the line it was moved to', () => {
    expect(whys('A001', ['take', 'A001'], ['take', 'B001'], ['call', 'A001'], ['transfer', 'A001', { lineId: 'B' }], ['call', 'B001'], ['call', 'A001', { lineId: 'B' }])).toEqual(['B001 away'])
  })

  test('says when I took the number and when I was called, and that the log does not hold it', () => {
    const turn = calledBefore(aLog(['take', 'A001'], ['take', 'A002'], ['call', 'A002']), 'A002')
    expect([turn.takenAt, turn.calledAt].every((at) => at !== null)).toBe(true)
    expect(calledBefore(aLog(['take', 'A001']), 'A001')).toMatchObject({ calledAt: null, before: [] })
    expect(calledBefore(aLog(['take', 'A001']), 'A099')).toEqual({ takenAt: null, calledAt: null, before: [] })
  })
})
