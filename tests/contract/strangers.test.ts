import { requestOf, failureIn, type Parts } from '../support/client'
import type { EndpointName } from '@shared/endpoints'
import { newKey } from '../support/people'
import { useStack } from '../support/stack'
import { buildWorld, type World } from './world'

const moves = [{ move: 'cancel' }, { move: 'return' }, { move: 'defer', places: 1 }]
const asks: [string, EndpointName, Omit<Parts, 'params'>][] = [
  ['read', 'readTicket', {}], ['read since', 'readTicket', { query: { seen: 1 } }],
  ...moves.map((body): [string, EndpointName, Omit<Parts, 'params'>] => [body.move, 'moveTicket', { body }]),
  ['rate', 'rateVisit', { body: { level: 5 } }], ['read the rating of', 'readRating', {}], ['read the case of', 'readCaseOfTicket', {}],
]

describe('another citizen’s ticket', () => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  let world: World
  beforeAll(async () => { world = await buildWorld(stack()) })

  const told = async (name: EndpointName, parts: Omit<Parts, 'params'>, ticketId: string) => {
    const answer = await stack().http.ask(stack().url, requestOf(name, { ...parts, params: { ticketId } }, { token: world.stranger.token, key: newKey() }))
    const { requestId: _, ...failure } = failureIn(answer)
    const { 'x-request-id': __, date: ___, ...headers } = answer.headers
    return { failure, headers }
  }

  it.each(asks)('to %s it is answered as for one that does not exist', async (_, name, parts) => {
    for (const theirs of [world.waiting, world.served, world.rated, world.called]) {
      const nobodys = theirs.replace(/.{20}$/, '0'.repeat(20))
      const answer = await told(name, parts, theirs)
      expect(answer.failure.code).toBe('TICKET_NOT_FOUND')
      expect(answer).toEqual(await told(name, parts, nobodys))
      expect(answer).toEqual(await told(name, parts, `nohall.${'0'.repeat(20)}`))
    }
  })

  it('is not in the list, and stays as it was', async () => {
    expect((await stack().client.call('listTickets', {}, world.stranger)).tickets).toEqual([])
    expect(await stack().client.call('readTicket', { params: { ticketId: world.waiting }, query: {} }, world.citizen)).toMatchObject({ state: 'waiting', ahead: 0 })
  })
})
