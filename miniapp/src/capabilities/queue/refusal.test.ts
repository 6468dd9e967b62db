import { commonErrors } from '@shared/errors'
import { takeTicket } from '@shared/queue'
import { presenceSpent, waysOn } from './refusal'

describe('the way on after a refusal', () => {
  it('exists for every error that taking a number can meet, and for no answer at all', () => {
    for (const code of [...takeTicket.errors, ...commonErrors]) expect([code, waysOn(code).length > 0]).toEqual([code, true])
    expect(waysOn(null)).toEqual(['checkAgain'])
  })

  it('is the scanner for every trouble with the scan, and only then is the proof thrown away', () => {
    for (const code of takeTicket.errors) expect([code, presenceSpent(code)]).toEqual([code, waysOn(code)[0] === 'rescan'])
  })

  it('is my own number when I already hold one', () => {
    expect(waysOn('LIMIT_LINE')[0]).toBe('myTicket')
    expect(waysOn('LIMIT_HALL')[0]).toBe('myTicket')
  })
})
