import { bookVisit } from '../screens/visits'
import { newKey, type Citizen } from '../support/people'
import type { Stack } from '../support/stack'

const HALL = { hallId: 'demo', lineId: 'A' }
/** So many came before the citizen, and so many more between their number and now. */
const CALLS = 60

/**
 * A citizen who has something on every page: a number before which many were called, an appointment, a case, a rating and
 * messages. Gives what each page is asked for to show it.
 */
export const aFullDay = async (stack: Stack, citizen: Citizen): Promise<Readonly<Record<string, string>>> => {
  const { client } = stack
  const clerk = await stack.people.staff('clerk', [HALL.hallId])
  await stack.openWindow(clerk, HALL.hallId, '1')
  const come = () => client.call('takeAtDesk', { params: { hallId: HALL.hallId }, body: { lineId: HALL.lineId } }, { token: clerk.token, key: newKey() })
  const serveOne = async (): Promise<void> => {
    const { ticketId } = await stack.callNext(clerk, HALL.hallId, '1')
    for (const move of ['start', 'finish'] as const) await stack.move(clerk, ticketId, { move })
  }
  const visit = await stack.take(citizen, HALL)
  await serveOne()
  await client.call('rateVisit', { params: { ticketId: visit.ticketId }, body: { level: 5, tags: ['510', '517'], text: '' } }, { token: citizen.token, key: newKey() })
  const unrated = await stack.take(citizen, HALL)
  await serveOne()
  for (let n = 0; n < CALLS; n += 1) await come()
  const { ticketId, number } = await stack.take(citizen, HALL)
  for (let n = 0; n < CALLS; n += 1) await serveOne()
  const { appointmentId } = await bookVisit(stack, citizen)
  const { cases: [first] } = await client.call('listCases', { query: { personId: 'self' } }, { token: citizen.token })
  return {
    ticket: `id=${ticketId}`, appointment: `id=${appointmentId}`, 'cases/case': `no=${first?.caseNo ?? ''}`, 'ratings/rating': `id=${visit.ticketId}`, rate: `id=${unrated.ticketId}`,
    calls: `hall=${HALL.hallId}&number=${number}`,
  }
}
