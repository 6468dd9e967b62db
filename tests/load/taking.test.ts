import { faultsIn, type Taken, type Wish } from './taking'

const wishes: Wish[] = ['A', 'A', 'A', 'B', 'B'].map((line) => ({ line: `hall ${line}`, headers: '', body: '' }))
const taken = (numbers: readonly string[]): Taken[] => numbers.map((number, i) => ({ number, ticketId: `hall.${i}` }))

describe('what is wrong with numbers', () => {
  it('is nothing when each line goes from 1 without a gap, in any order', () => {
    expect(faultsIn(wishes, taken(['A002', 'A003', 'A001', 'B001', 'B002']))).toEqual([])
  })

  it('is a number given twice', () => {
    expect(faultsIn(wishes, taken(['A001', 'A002', 'A002', 'B001', 'B002']))).toEqual(['line hall A holds 2 where 3 should be'])
  })

  it('is a number left out', () => {
    expect(faultsIn(wishes, taken(['A001', 'A002', 'A004', 'B002', 'B003']))).toEqual(['line hall A holds 4 where 3 should be', 'line hall B holds 2 where 1 should be'])
  })

  it('is a ticket that two wishes got', () => {
    const twice = taken(['A001', 'A002', 'A003', 'B001', 'B002']).map((one, i) => (i === 4 ? { ...one, ticketId: 'hall.3' } : one))
    expect(faultsIn(wishes, twice)).toEqual(['1 tickets were given twice'])
  })
})
