import { itemGuide } from '@shared/guides'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { caseItems } from '../../../mock/world/items'
import { aHall } from '../../../tests/support/halls'
import { useRedis } from '../../../tests/support/redis'
import { testUpstream } from '../../../tests/support/upstream'
import { createCatalogue } from '../../backends/catalogue/catalogue'
import { readConfig } from '../../config'
import { createEditionStore } from '../../engine/catalogue/store'
import type { Redis } from '../../platform/redis'
import { systemClock } from '../../platform/clock'
import { loadItems } from './config'
import { Follower } from './following'
import type { EditionStore } from './port'
import { CatalogueService } from './service'

const { ITEMS_FILE } = readConfig({ REDIS_URL: 'redis://localhost', APP_SECRET: 'x'.repeat(32) })
const own = loadItems(ITEMS_FILE)
const hall = aHall({ lines: [{ lineId: 'A', name: { zh: '综合', en: 'General' }, itemIds: ['residence-permit', 'food-licence', 'pension-claim'], capacity: 10, booking: {} }] })
const halls = { find: () => hall, halls: [hall] }
const simulators = useSimulators()
const redis = useRedis()

/** One process: its items, and how it follows the catalogue. */
const aProcess = (store: EditionStore = createEditionStore(redis as unknown as Redis)) => {
  const service = new CatalogueService(own, halls)
  const problems: string[] = []
  const source = createCatalogue(testUpstream('catalogue'), { url: `${simulators.url()}/catalogue`, key: 'demo-key' }, systemClock)
  const follower = new Follower({ source, store, adopt: (edition) => service.shelf.adopt(edition), everyMs: 3_600_000 }, (problem) => problems.push(problem))
  return { service, follower, problems }
}
const change = async (body: object): Promise<void> => {
  const { status } = await fetch(`${simulators.url()}/catalogue/change`, { method: 'POST', body: JSON.stringify(body) })
  expect(status).toBe(201)
}
const down = (): Promise<void> => simulators.fault({ system: 'catalogue', kind: 'drop' })
const guide = async (service: CatalogueService, itemId: string) => itemGuide.parse(JSON.parse((await service.guideText(itemId)).json))
const ids = async (service: CatalogueService): Promise<string[]> => (await service.all()).map(({ itemId }) => itemId)

describe('the guide', () => {
  it('stands by our own words while the catalogue was never reached, and says so', async () => {
    await redis.flushdb()
    await down()
    const { service, follower, problems } = aProcess()
    expect(await follower.check()).toBe(false)
    expect(problems).toEqual(['the catalogue is unavailable'])
    const told = await guide(service, 'residence-permit')
    expect(told).toMatchObject({ version: null, asOf: null, code: null, level: null, time: { promised: null, lawful: null, minutes: 12 }, withdrawn: null })
    expect(told.materials.map(({ heldByCity }) => heldByCity)).toEqual([false, false, true, false])
    expect(told.conditions.length).toBeGreaterThan(0)
    await expect(service.guideText('nothing-at-all')).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
  })

  it('answers who may, what to bring, where, how long and how much', async () => {
    const { service, follower } = aProcess()
    expect(await follower.check()).toBe(true)
    const told = await guide(service, 'food-licence')
    expect(told).toMatchObject({
      code: caseItems.foodLicence.code, level: 'city', department: '市场监督管理局', audience: 'both', name: { zh: '食品经营许可', en: 'Food business licence' },
      conditions: [{ zh: '有与经营相适应的场所和设备', en: 'Premises and equipment fit for it' }],
      where: { hallCount: 1, halls: [{ hallId: 'test', lineId: 'A', bookable: true }], place: { zh: '市、区政务服务中心', en: 'City and district service centres' } },
      time: { onTheSpot: false, promised: { days: 8, unit: 'working' }, lawful: { days: 20, unit: 'working' }, minutes: 20 }, fee: { free: true, text: null }, online: { possible: true, visits: 1 },
    })
    expect(told.materials.find(({ name }) => name.zh === '营业执照')).toEqual({ name: { zh: '营业执照', en: 'Business licence' }, heldByCity: true, heldBy: '市场监督管理局', form: 'electronic', copies: 0 })
    expect(told.materials.find(({ name }) => name.en === 'Identity card')).toMatchObject({ heldByCity: false, heldBy: null, form: 'original' })
    expect((await guide(service, 'passport')).fee).toEqual({ free: false, text: { zh: '工本费120元', en: '120 yuan' } })
    expect(service.shelf.itemOf(caseItems.foodLicence.code)).toBe('food-licence')
    expect(service.shelf.itemOf(`${caseItems.foodLicence.code.slice(0, 30)}9`)).toBeNull()
  })

  it('of what was withdrawn says since when and what replaced it; it is found, and not offered', async () => {
    const { service, follower } = aProcess()
    await follower.check()
    const [found] = await service.search('暂住证办理', 5)
    expect(found).toMatchObject({ name: { zh: '暂住证办理', en: '暂住证办理' }, withdrawn: { since: '20250901', replacedBy: [{ itemId: 'residence-permit', name: { en: 'Residence permit' } }] } })
    expect(await guide(service, found?.itemId ?? '')).toMatchObject({ withdrawn: { reason: '由居住证替代' }, where: { halls: [], hallCount: 0 } })
    expect((await service.search('流动人口婚育证明', 5))[0]?.withdrawn).toMatchObject({ replacedBy: [] })
  })
})

describe('a new version', () => {
  it('arrives without a restart: added, changed, handed down, withdrawn', async () => {
    const { service, follower } = aProcess()
    await follower.check()
    const before = await guide(service, 'pension-claim')
    const added = '11990000DEPT0000754442034088000'
    await change({ BGLX: '1', SSBM: added, SXMC: '露天烧烤登记', SXMS: '露天烧烤前登记', SLTJ: ['有固定摊位'] })
    await change({ BGLX: '2', SSBM: caseItems.pension.code, CNQX: 9, SQCL: [{ CLMC: '居民身份证', CLXS: '1', FYSL: 0, CYBM: '' }], BGSM: '减材料' })
    await change({ BGLX: '3', SSBM: caseItems.residencePermit.code, XSCJ: '4' })
    await change({ BGLX: '4', SSBM: caseItems.foodLicence.code, TDSX: [caseItems.company.code], BGSM: '合并办理' })
    expect((await guide(service, 'pension-claim')).version).toBe(before.version)
    expect(await follower.check()).toBe(true)

    expect((await service.search('露天烧烤', 5))[0]).toMatchObject({ itemId: `c-${added.toLowerCase()}`, name: { zh: '露天烧烤登记', en: '露天烧烤登记' } })
    expect(await guide(service, `c-${added.toLowerCase()}`)).toMatchObject({ time: { minutes: null }, conditions: [{ zh: '有固定摊位' }], where: { hallCount: 0 } })
    const pension = await guide(service, 'pension-claim')
    expect(pension).toMatchObject({ version: (before.version ?? 0) + 4, time: { promised: { days: 9 } }, history: [{ change: 'changed', note: '减材料' }, { change: 'added' }] })
    expect(pension.materials).toHaveLength(1)
    expect((await service.itemsOf('test')).find(({ itemId }) => itemId === 'pension-claim')?.materials).toHaveLength(1)
    // The same item, under its new code.
    expect(await guide(service, 'residence-permit')).toMatchObject({ level: 'district', code: expect.stringMatching(/^.{18}4/) as string, where: { hallCount: 1 } })
    expect(service.shelf.itemOf(caseItems.residencePermit.code)).toBe('residence-permit')
    expect(await guide(service, 'food-licence')).toMatchObject({ withdrawn: { reason: '合并办理', replacedBy: [{ itemId: 'company-registration' }] } })
    expect((await service.search('奶茶店', 5)).find(({ itemId }) => itemId === 'food-licence')?.withdrawn).not.toBeNull()
    expect(await ids(service)).not.toContain('food-licence')
    expect((await service.itemsOf('test')).map(({ itemId }) => itemId)).not.toContain('food-licence')
  })

  it('that withdraws what was handed down before ends it under both of its codes', async () => {
    const { service, follower } = aProcess()
    const { code } = caseItems.driverQualification
    const handedDown = `${code.slice(0, 18)}4${code.slice(19)}`
    await follower.check()
    for (const body of [{ BGLX: '3', SSBM: code, XSCJ: '4' }, { BGLX: '4', SSBM: handedDown, BGSM: '取消' }]) {
      await change(body)
      await follower.check()
    }
    expect(await guide(service, 'driver-qualification')).toMatchObject({ code: handedDown, withdrawn: { reason: '取消', replacedBy: [] }, history: [{ change: 'withdrawn' }, { change: 'handed-down' }, { change: 'added' }] })
    expect([code, handedDown].map((one) => service.shelf.itemOf(one))).toEqual(['driver-qualification', 'driver-qualification'])
  })

  it('that cannot be read to its end changes nothing', async () => {
    const { service, follower, problems } = aProcess()
    await follower.check()
    const before = await guide(service, 'pension-claim')
    await change({ BGLX: '2', SSBM: caseItems.pension.code, CNQX: 3 })
    await simulators.fault({ system: 'catalogue', kind: 'malformed' })
    expect(await follower.check()).toBe(false)
    expect(problems).toEqual(['the catalogue is unreadable'])
    expect(await guide(service, 'pension-claim')).toEqual(before)
  })

  it('is confirmed by asking again, as of now', async () => {
    const { service, follower } = aProcess()
    await follower.check()
    const before = await guide(service, 'pension-claim')
    await follower.check()
    const { asOf, ...after } = await guide(service, 'pension-claim')
    expect(after).toEqual({ ...before, asOf: undefined })
    expect(asOf).toBeGreaterThan(before.asOf ?? 0)
  })
})

describe('the last good edition', () => {
  it('outlives a restart while the catalogue is down', async () => {
    const first = aProcess()
    await first.follower.check()
    await down()
    const second = aProcess()
    expect(await second.follower.check()).toBe(false)
    expect(await guide(second.service, 'pension-claim')).toEqual(await guide(first.service, 'pension-claim'))
    expect((await guide(second.service, 'pension-claim')).version).not.toBeNull()
  })

  it('reaches a process that cannot ask itself', async () => {
    const [one, other] = [aProcess(), aProcess()]
    await one.follower.check()
    await other.follower.check()
    await change({ BGLX: '2', SSBM: caseItems.rentSubsidy.code, CNQX: 7 })
    await one.follower.check()
    await down()
    await other.follower.check()
    expect((await guide(other.service, 'rent-subsidy')).time.promised?.days).toBe(7)
  })

  it('is not needed: without the store the catalogue is followed all the same', async () => {
    const broken = () => Promise.reject(new Error('away'))
    const { service, follower, problems } = aProcess({ read: broken, keep: broken })
    expect(await follower.check()).toBe(true)
    expect((await guide(service, 'rent-subsidy')).version).not.toBeNull()
    expect(problems).toEqual(['Error: away', 'Error: away'])
  })
})
