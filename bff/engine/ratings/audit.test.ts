import { aSubmission, newVisit } from '../../capabilities/ratings/testing/builders'
import { useRedis } from '../../../tests/support/redis'
import { createSealing } from '../../platform/sealing'
import { createAuditLog } from './audit'
import { createRatingStore } from './store'

const redis = useRedis()
const store = createRatingStore(redis, createSealing([{ id: 't', key: Buffer.alloc(32, 1) }]))
const log = createAuditLog(redis, Buffer.alloc(32, 3))
const EVENTS = '{hall:test}:ratings'
const CHAIN = '{hall:test}:audit'

/** So many bad ratings: each is two events, itself and its order. */
const happen = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await store.submit(aSubmission({ ratingId: newVisit(), level: 1, tags: ['115'] }))
}
const entries = () => redis.xrange(EVENTS, '-', '+')
beforeEach(async () => { await redis.flushdb() })

describe('the audit log', () => {
  it('takes every event under its chain, once, whoever seals', async () => {
    expect(await log.seal('test')).toBe(0)
    await happen(10)
    const sealed = await Promise.all(Array.from({ length: 8 }, () => createAuditLog(redis, Buffer.alloc(32, 3)).seal('test')))
    expect(sealed.reduce((a, b) => a + b)).toBe(20)
    expect(await log.verify('test')).toMatchObject({ sealed: 20, unsealed: 0, fault: null, head: expect.stringMatching(/^[\w-]{43}$/) })
  })

  it('goes on where it ended, and says what has not been sealed yet', async () => {
    await happen(400)
    await log.seal('test')
    await happen(300)
    expect(await log.verify('test')).toMatchObject({ sealed: 800, unsealed: 600, fault: null })
    await log.seal('test')
    expect(await log.verify('test')).toMatchObject({ sealed: 1400, unsealed: 0, fault: null })
  })

  it('of nothing is right', async () => {
    expect(await log.verify('test')).toEqual({ hallId: 'test', sealed: 0, unsealed: 0, head: '', fault: null, at: null })
  })

  describe('shows', () => {
    beforeEach(async () => {
      await happen(5)
      await log.seal('test')
    })
    const rewrite = async (change: (all: [string, string[]][]) => [string, string[]][]): Promise<void> => {
      const all = change(structuredClone(await entries()))
      await redis.del(EVENTS)
      for (const [id, fields] of all) await redis.xadd(EVENTS, id, ...fields)
    }

    it('an entry that was changed', async () => {
      await rewrite((all) => all.map(([id, fields], i) => [id, i === 3 ? fields.map((text) => (text === 'citizen' ? 'clerk1' : text)) : fields]))
      expect(await log.verify('test')).toMatchObject({ fault: 'entry-changed', at: 4 })
    })

    it('an entry that was taken out, in the middle, at the beginning and at the end', async () => {
      const all = await entries()
      for (const i of [4, 0, 9]) {
        await rewrite((now) => now.filter(([id]) => id !== all[i]?.[0]))
        expect(await log.verify('test')).toMatchObject({ fault: 'entry-missing' })
        await rewrite(() => all)
        expect(await log.verify('test')).toMatchObject({ fault: null })
      }
    })

    it('an entry that was put in', async () => {
      await rewrite((all) => {
        const [ms, seq] = (all[4]?.[0] ?? '').split('-')
        return [...all.slice(0, 5), [`${ms}-${Number(seq) + 500}`, ['type', 'step', 'at', '1', 'rating', 'x', 'by', 'wang']], ...all.slice(5)]
          .sort(([a], [b]) => Number(a?.toString().split('-')[0]) - Number(b?.toString().split('-')[0]) || Number(a?.toString().split('-')[1]) - Number(b?.toString().split('-')[1])) as [string, string[]][]
      })
      expect((await log.verify('test')).fault).not.toBeNull()
    })

    it('two entries whose contents were exchanged', async () => {
      await rewrite((all) => all.map(([id], i) => [id, all[i === 2 ? 4 : i === 4 ? 2 : i]?.[1] ?? []]))
      expect(await log.verify('test')).toMatchObject({ fault: 'entry-changed', at: 3 })
    })

    it('a link of the chain that was changed, and a chain made without the key', async () => {
      await redis.lset(CHAIN, 6, `${(await entries())[6]?.[0]} ${'x'.repeat(43)}`)
      expect(await log.verify('test')).toMatchObject({ fault: 'entry-changed', at: 7 })
      await redis.del(CHAIN)
      await createAuditLog(redis, Buffer.alloc(32, 9)).seal('test')
      expect(await log.verify('test')).toMatchObject({ fault: 'entry-changed', at: 1 })
    })
  })
})
