import { endpoints } from '@shared/endpoints'
import { isLost, waysOn } from './refusal'

const codes = [...new Set([endpoints.holdSlot, endpoints.moveAppointment, endpoints.joinWaitingList].flatMap(({ errors }) => [...errors]))]

test('every refusal of a booking leaves a way on', () => {
  for (const code of codes) expect([code, waysOn(code).length > 0]).toEqual([code, true])
  expect(waysOn('OFFLINE')).toEqual(['retry'])
})

test('who has booked already is shown what, and whose place is gone is offered others', () => {
  expect(['ONE_A_DAY', 'TOO_MANY_BOOKINGS', 'RESTRICTED'].map((code) => waysOn(code as 'RESTRICTED')[0])).toEqual(['mine', 'mine', 'mine'])
  expect(['SLOT_FULL', 'SLOT_PAST', 'SLOT_CLOSED', 'NOT_RELEASED'].map((code) => isLost(code as 'SLOT_FULL'))).toEqual([true, true, true, false])
})
