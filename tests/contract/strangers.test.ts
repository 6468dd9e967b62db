import { requestOf, failureIn, type Parts } from '../support/client'
import type { EndpointName } from '@shared/endpoints'
import { newKey } from '../support/people'
import { aPhoto } from '../support/pictures'
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
    for (const theirs of [world.waiting, world.served, world.rated, world.complained, world.called]) {
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

describe('another citizen’s rating', () => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  let world: World
  beforeAll(async () => { world = await buildWorld(stack()) })

  it.each([['changeRating', { body: { level: 5 } }], ['deleteRating', {}], ['answerRevisit', { body: { satisfied: true } }], ['readRatingPhoto', {}]] as const)('is to %s as one that does not exist', async (name, parts) => {
    for (const ratingId of [world.rated, world.complained, world.replied, `test.${'0'.repeat(20)}`]) {
      const params = { ratingId, ...(name === 'readRatingPhoto' && { photoId: world.photos.rated }) }
      const answer = await stack().http.ask(stack().url, requestOf(name, { ...parts, params }, { token: world.stranger.token, key: newKey() }))
      expect(failureIn(answer).code).toBe('RATING_NOT_FOUND')
    }
    expect((await stack().client.call('listRatings', {}, world.stranger)).ratings).toEqual([])
    expect((await stack().client.call('listRatings', {}, world.citizen)).ratings.map(({ ratingId }) => ratingId)).toEqual(expect.arrayContaining([world.rated, world.complained, world.replied]))
  })

  it('shows its photo to who rated and to who handles it, and to nobody else', async () => {
    const read = (ratingId: string, photoId: string, token: string) => stack().client.ask('readRatingPhoto', { params: { ratingId, photoId } }, { token })
    expect((await read(world.rated, world.photos.rated, world.citizen.token)).status).toBe(200)
    expect((await read(world.rated, world.photos.complained, world.citizen.token)).status).toBe(404)
    const order = { params: { ratingId: world.complained, photoId: world.photos.complained } }
    expect((await stack().client.ask('readOrderPhoto', order, world.supervisor)).status).toBe(200)
    expect(await stack().client.refusal('readOrderPhoto', order, world.foreignSupervisor)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('cannot have a photo that somebody else brought', async () => {
    const { photoId } = await stack().client.call('uploadPhoto', { body: await aPhoto('red') }, { token: world.stranger.token })
    expect(await stack().client.refusal('changeRating', { params: { ratingId: world.rated }, body: { level: 4, photos: [photoId] } }, { token: world.citizen.token, key: newKey() })).toMatchObject({ code: 'PHOTO_NOT_FOUND' })
  })
})
