import { inLine, live, moves, ticketStates, type TicketState } from './ticketStates'

const table = Object.entries(moves).map(([move, steps]): [string, [string, TicketState][]] => [move, Object.entries(steps)])
const ended: readonly TicketState[] = ['finished', 'cancelled', 'expired']

describe('the table of legal moves', () => {
  test('leads only from known states to known states', () => {
    for (const [, steps] of table) for (const step of steps) for (const state of step) expect(ticketStates).toContain(state)
  })

  test('leads nowhere from what has ended', () => {
    for (const [, steps] of table) for (const [from] of steps) expect(ended).not.toContain(from)
  })

  test('reaches every state from a number just taken', () => {
    const reached = new Set<string>(['waiting'])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const [, steps] of table) for (const [from, to] of steps) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...ticketStates].sort())
  })

  test('closing time ends every ticket that has not ended', () => {
    const left = ticketStates.filter((state) => !ended.includes(state))
    expect(Object.keys(moves.expire).sort()).toEqual([...left].sort())
    for (const to of Object.values(moves.expire)) expect(ended).toContain(to)
  })

  test('whoever stands in line can be called, let others go first, and cancel', () => {
    for (const move of ['call', 'defer', 'cancel'] as const) expect(Object.keys(moves[move])).toEqual(expect.arrayContaining([...inLine]))
  })

  test('only who was called can be missed, and only who was missed comes back', () => {
    expect(moves.miss).toEqual({ called: 'missed' })
    expect(moves.return).toEqual({ missed: 'returned' })
  })
})

test('a ticket that has not ended needs attention, and no other', () => {
  expect([...live].sort()).toEqual(ticketStates.filter((state) => !ended.includes(state)).sort())
})
