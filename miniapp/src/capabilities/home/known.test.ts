import { aTicket } from './builders'
import { withKnown } from './known'

const ours = aTicket({ ticketId: 'tianhe.1' })
const vendors = aTicket({ ticketId: 'yuexiu.1' })
const vendor = { zh: '大厅自有排队系统', en: 'A hall’s own queue system' }
const first = withKnown(null, { tickets: [ours, vendors], missing: [] })

test('a number whose system is silent stays as last heard, and is marked so', () => {
  const known = withKnown(first, { tickets: [{ ...ours, ahead: 3 }], missing: [vendor] })
  expect(known).toMatchObject({ tickets: [{ ticketId: 'tianhe.1', ahead: 3 }, { ticketId: 'yuexiu.1' }], silent: ['yuexiu.1'] })
  // However long it lasts, and gone when it speaks again and names it no more.
  expect(withKnown(known, { tickets: [ours], missing: [vendor] }).silent).toEqual(['yuexiu.1'])
  expect(withKnown(known, { tickets: [ours], missing: [] })).toMatchObject({ tickets: [ours], silent: [] })
})

test('a list that is whole names every number there is', () => {
  expect(withKnown(first, { tickets: [ours], missing: [] })).toMatchObject({ tickets: [ours], silent: [] })
})
