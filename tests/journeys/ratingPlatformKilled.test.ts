import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../bff/platform/clock'
import { ratingHandlers } from '../../mock/rating/handlers'
import { createRatingState } from '../../mock/rating/state'
import { serveSimulators, type Simulators } from '../../mock/serve'
import { freePort } from '../../scripts/port.mjs'
import { crowd } from '../support/crowd'
import { grantVisits, type FinishedVisit } from '../support/finishedVisits'
import { newKey } from '../support/people'
import { grantCitizens } from '../support/sessions'
import { startStack, type Stack } from '../support/stack'

const RATINGS = 400
const CITIZENS = 20
/** Of every ten ratings one is changed and one deleted, at any moment. */
const CHANGED = 3
const DELETED = 7

describe('the rating platform, killed and started again while people rate, change and delete', () => {
  const database = createRatingState(systemClock)
  let [platform, stack]: [Simulators | undefined, Stack | undefined] = [undefined, undefined]
  let [folder, port] = ['', 0]
  const startPlatform = async (): Promise<void> => { platform = await serveSimulators(ratingHandlers(systemClock, database), { host: '127.0.0.1', port }) }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'yichuang-rating-'))
    port = await freePort()
    const systems = JSON.parse(await readFile(path.resolve(__dirname, '../../config/systems.json'), 'utf8')) as { systemId: string }[]
    const file = path.join(folder, 'systems.json')
    // Its breaker is tried again after a moment, so that the test need not wait long.
    await writeFile(file, JSON.stringify(systems.map((system) => (system.systemId === 'rating-platform' ? { ...system, url: `http://127.0.0.1:${port}/rating`, openMs: 1_000 } : system))))
    await startPlatform()
    stack = await startStack({ processes: 2, settings: { SYSTEMS_FILE: file, RATING_DELIVERY_SECONDS: '1', RATE_LIMITS: 'false' } })
  }, 90_000)
  afterAll(async () => {
    await stack?.stop()
    await platform?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('has in the end every rating that was acknowledged exactly once, as it was said last, and nothing is parked', async () => {
    const { redis, client } = stack as Stack
    const visits = await grantVisits(redis, await grantCitizens(redis, CITIZENS), ['test', 'other'], RATINGS)
    const acts = crowd(8, visits.length, async (i) => {
      const { ticketId, token } = visits[i] as FinishedVisit
      await client.call('rateVisit', { params: { ticketId }, body: { level: 1 + i % 5, text: `演示 ${i}` } }, { token, key: newKey() })
      if (i % 10 === CHANGED) await client.call('changeRating', { params: { ratingId: ticketId }, body: { level: 5 } }, { token, key: newKey() })
      if (i % 10 === DELETED) await client.call('deleteRating', { params: { ratingId: ticketId } }, { token })
      await pause(20)
    })
    for (let times = 0; times < 3; times += 1) {
      await pause(700)
      await platform?.close()
      await pause(700)
      await startPlatform()
    }
    await acts
    const left = async (): Promise<number> => await redis.xlen('{hall:test}:outbox:ratings') + await redis.xlen('{hall:other}:outbox:ratings')
    for (let tries = 0; tries < 900 && await left() > 0; tries += 1) await pause(100)
    const { last } = database.received(1_000)
    const standing = last.map(({ projectno, satisfaction, revision }) => `${projectno} ${satisfaction} ${revision}`).sort()
    expect(standing).toEqual(visits.flatMap(({ ticketId }, i) => {
      if (i % 10 === DELETED) return []
      return [i % 10 === CHANGED ? `${ticketId} 5 2` : `${ticketId} ${1 + i % 5} 1`]
    }).sort())
    expect(await Promise.all(['test', 'other'].map((hallId) => redis.xlen(`{hall:${hallId}}:outbox:ratings:parked`)))).toEqual([0, 0])
  }, 180_000)
})
