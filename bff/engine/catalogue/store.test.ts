import { useRedis } from '../../../tests/support/redis'
import type { CatalogueItem, Edition } from '../../capabilities/catalogue/port'
import type { Redis } from '../../platform/redis'
import { createEditionStore } from './store'

const redis = useRedis()
const KEY = '{catalogue}:edition'
beforeEach(async () => { await redis.del(KEY) })

const item = (name: string): CatalogueItem => ({
  code: '11990000DEPT00005Y3442009001000', formerCodes: [], name, about: '', level: 'city', department: '公安局', audience: 'person', conditions: [], materials: [], onTheSpot: true,
  promised: { days: 0, unit: 'working' }, lawful: { days: 1, unit: 'working' }, fee: { free: true, text: null }, place: null, online: { possible: false, visits: 1 }, withdrawn: null, history: [],
})
const edition = (asOf: number, version: number, name = '事项'): Edition => ({ asOf, version, items: [item(name)] })
const store = () => createEditionStore(redis as unknown as Redis)

describe('the kept edition of the catalogue', () => {
  it('is none at first, then the one that was kept, for every process', async () => {
    expect(await store().read()).toBeNull()
    await store().keep(edition(10, 4))
    expect(await store().read()).toEqual(edition(10, 4))
  })

  it('is never replaced by one that was confirmed earlier, whatever its version', async () => {
    await store().keep(edition(20, 4, '后'))
    await store().keep(edition(10, 9, '先'))
    expect(await store().read()).toEqual(edition(20, 4, '后'))
    await store().keep(edition(30, 2, '重建'))
    expect(await store().read()).toEqual(edition(30, 2, '重建'))
  })

  it('is written again only when its items differ', async () => {
    await store().keep(edition(10, 4))
    const packed = await redis.hget(KEY, 'items')
    await redis.hset(KEY, 'items', `${packed} `)
    await store().keep(edition(20, 4))
    expect(await redis.hmget(KEY, 'items', 'asOf')).toEqual([`${packed} `, '20'])
    await store().keep(edition(30, 4, '改'))
    expect((await store().read())?.items[0]?.name).toBe('改')
  })

  it('that cannot be read is none', async () => {
    await store().keep(edition(10, 4))
    await redis.hset(KEY, 'items', 'nonsense')
    expect(await store().read()).toBeNull()
    await store().keep({ ...edition(20, 5), items: [{ ...item('旧'), level: 'province' } as never] })
    expect(await store().read()).toBeNull()
  })
})
