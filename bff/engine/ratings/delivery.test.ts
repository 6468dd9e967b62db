import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { caseItems } from '../../../mock/world/items'
import { useRedis } from '../../../tests/support/redis'
import { testUpstream } from '../../../tests/support/upstream'
import { aSubmission, newVisit } from '../../capabilities/ratings/testing/builders'
import { createRatingPlatform } from '../../backends/rating/ratingPlatform'
import { systemClock } from '../../platform/clock'
import { createSealing } from '../../platform/sealing'
import { createOutbox } from '../outbox/outbox'
import { OutboxWorker } from '../outbox/worker'
import { RATINGS_OUTBOX } from './keys'
import { createRatingStore } from './store'

const redis = useRedis()
const simulators = useSimulators()
const store = createRatingStore(redis, createSealing([{ id: 't', key: Buffer.alloc(32, 1) }]))
const HALLS = ['alpha', 'beta']
const PAUSE_MS = 300
const RATINGS = 24
const logged: string[] = []

/** Rates so many visits, in turn in each hall; gives their tickets. */
const rate = async (count = RATINGS): Promise<string[]> => Promise.all(Array.from({ length: count }, async (_, i) => {
  const hallId = HALLS[i % HALLS.length] as string
  const ticketId = newVisit(hallId)
  await store.submit(aSubmission({ ratingId: ticketId, ratedAt: systemClock() }, { item: { code: caseItems.residencePermit.code, name: '居住证办理', onTheSpot: false } }))
  return ticketId
}))

/** A worker as a process of its own would have it. */
const aWorker = (fault?: FaultKind, outbox = createOutbox(redis, RATINGS_OUTBOX, { firstMs: PAUSE_MS, longestMs: PAUSE_MS })): OutboxWorker => {
  const logger = pino({ level: 'silent' })
  const platform = createRatingPlatform(testUpstream('rating', fault), { systemId: 'rating-platform', url: `${simulators.url()}/rating`, key: 'demo-key' }, systemClock, logger,
    { appId: 'yichuang', channel: '2' })
  return new OutboxWorker({
    outbox, halls: HALLS, everyMs: 60_000, release: false, show: () => undefined, count: () => undefined,
    deliver: async (ticketId) => {
      const rating = await store.toSend(ticketId)
      return rating ? platform.deliver(rating) : { kind: 'refused', code: 'MISSING' }
    },
  }, { parked: (...said) => { logged.push(said.join(' ')) }, failed: (hallId, error) => { logged.push(`${hallId} ${String(error)}`) } })
}

const received = async (): Promise<string[]> => {
  const { last } = await (await fetch(`${simulators.url()}/rating/received?last=1000`)).json() as { last: { projectno: string }[] }
  return last.map(({ projectno }) => projectno)
}
const waiting = async (): Promise<number> => (await Promise.all(HALLS.map((hallId) => redis.xlen(`{hall:${hallId}}:outbox:ratings`)))).reduce((sum, n) => sum + n, 0)
const clearFaults = () => fetch(`${simulators.url()}/faults`, { method: 'DELETE' })

/** Runs rounds until nothing waits any more. */
const drain = async (...workers: OutboxWorker[]): Promise<void> => {
  for (let round = 0; round < 40 && await waiting() > 0; round += 1) {
    await Promise.all(workers.map((worker) => worker.check()))
    if (await waiting() > 0) await wait(PAUSE_MS / 2)
  }
}
const expectOnce = async (tickets: readonly string[]): Promise<void> => {
  const [all, wanted] = [await received(), new Set(tickets)]
  expect(all.filter((id) => wanted.has(id)).sort()).toEqual([...tickets].sort())
  expect(await waiting()).toBe(0)
  expect(logged).toEqual([])
}
beforeEach(() => { logged.length = 0 })

describe('ratings on their way to the platform', () => {
  it('are kept in the same step as the duty to tell of them', async () => {
    const [ticketId = ''] = await rate(1)
    expect(await waiting()).toBe(1)
    expect(await store.read(ticketId)).toMatchObject({ rating: { ratingId: ticketId } })
    expect(await store.submit(aSubmission({ ratingId: ticketId, ratedAt: 1 }))).toBe('replay')
    await expect(store.submit(aSubmission({ ratingId: ticketId, level: 1, tags: ['115'] }, {}, { key: 'another-key-01234' }))).rejects.toMatchObject({ code: 'RATING_EXISTS' })
    expect(await waiting()).toBe(1)
    await drain(aWorker())
    await expectOnce([ticketId])
  })

  it.each(['slow', 'hang', 'error', 'malformed', 'half', 'drop', 'commit-then-drop', 'duplicate', 'wrong-clock'] as const)(
    'are all there exactly once after the platform was struck by “%s” for a while', async (kind) => {
      const tickets = await rate()
      const worker = aWorker(kind)
      await simulators.fault({ system: 'rating', kind, path: 'assess', ms: kind === 'wrong-clock' ? 3_600_000 : 100 })
      await worker.check()
      if (!['slow', 'duplicate'].includes(kind)) expect(await waiting()).toBe(RATINGS)
      await clearFaults()
      // Its breaker is open still: another process, or the same a while later.
      await drain(worker, aWorker())
      await expectOnce(tickets)
    }, 60_000)

  it('are each delivered once by two workers at once', async () => {
    const tickets = await rate(60)
    await drain(aWorker(), aWorker())
    await expectOnce(tickets)
  })

  it('are taken over from a worker that died with them in hand, before and after it told of them', async () => {
    const tickets = await rate()
    const outbox = createOutbox(redis, RATINGS_OUTBOX, { firstMs: PAUSE_MS, longestMs: PAUSE_MS })
    await outbox.take('alpha', 5)
    const neverDone = aWorker(undefined, { ...outbox, done: async () => { throw new Error('killed') } })
    await neverDone.check()
    expect(await waiting()).toBe(RATINGS)
    expect((await received()).filter((id) => tickets.includes(id)).length).toBeGreaterThan(0)
    logged.length = 0
    await drain(aWorker())
    await expectOnce(tickets)
  })

  it('that the platform refuses are put aside, and the others arrive', async () => {
    const [one = '', other = ''] = await rate(2)
    await redis.hset(`{hall:alpha}:r:${one}`, 'visit', JSON.stringify({ ...(await store.toSend(one))?.rated, district: '440199' }))
    await aWorker().check()
    expect(logged).toEqual([`alpha ${one} 20005`])
    expect(await received()).toContain(other)
    expect(await received()).not.toContain(one)
    expect(await waiting()).toBe(0)
  })

  it('that were changed or deleted meanwhile arrive as they stand, whoever brings what first', async () => {
    const [changed = '', deleted = '', both = ''] = await rate(3)
    const now = systemClock()
    const again = (ratingId: string) => store.change(aSubmission({ ratingId, level: 4, tags: ['406'], ratedAt: now, changedAt: now }, {}, { key: 'change-0123456789' }), 86_400_000)
    await aWorker().check()
    await again(changed)
    await store.remove(deleted, 'ann', now)
    await again(both)
    await store.remove(both, 'ann', now)
    await drain(aWorker(), aWorker())
    const { last } = await (await fetch(`${simulators.url()}/rating/received?last=1000`)).json() as { last: { projectno: string; satisfaction: string }[] }
    expect(last.filter(({ projectno }) => [changed, deleted, both].includes(projectno)).map(({ projectno, satisfaction }) => [projectno, satisfaction])).toEqual([[changed, '4']])
  })
})
