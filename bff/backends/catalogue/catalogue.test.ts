import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { caseItems } from '../../../mock/world/items'
import { testUpstream } from '../../../tests/support/upstream'
import type { CatalogueItem, Changes } from '../../capabilities/catalogue/port'
import { systemClock } from '../../platform/clock'
import { createCatalogue } from './catalogue'

const simulators = useSimulators()
const create = (fault?: FaultKind, key = 'demo-key') => createCatalogue(testUpstream('catalogue', fault), { url: `${simulators.url()}/catalogue`, key }, systemClock)
const read = async (since = 0): Promise<Changes> => {
  const answer = await create().changesSince(since)
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer.value
}
const change = async (body: object): Promise<void> => {
  const { status } = await fetch(`${simulators.url()}/catalogue/change`, { method: 'POST', body: JSON.stringify(body) })
  expect(status).toBe(201)
}
/** A whole page of theirs, to be spoilt. */
const page = async (): Promise<{ code: string; data: { ZS: number; LB: Record<string, unknown>[] } }> =>
  await (await fetch(`${simulators.url()}/catalogue/api/changes?BBH=0&MYTS=100`, { headers: { 'X-App-Key': 'demo-key' } })).json() as never

describe('the item catalogue', () => {
  it('is read whole, in our words', async () => {
    const { items, whole, version, asOf } = await read()
    expect({ whole, old: asOf < systemClock() - 60_000 }).toEqual({ whole: true, old: false })
    expect(items.length).toBeGreaterThanOrEqual(60)
    expect(version).toBe(Math.max(...items.flatMap(({ history }) => history.map((one) => one.version))))
    const of = (name: string): CatalogueItem | undefined => items.find((item) => item.name === name)
    expect(of('户口迁入')).toMatchObject({
      code: caseItems.moveIn.code, level: 'city', department: '公安局', audience: 'person', onTheSpot: false, promised: { days: 10, unit: 'working' }, lawful: { days: 20, unit: 'working' },
      fee: { free: true, text: null }, online: { possible: true, visits: 1 }, withdrawn: null, history: [{ version: 1, change: 'added', on: '20250102' }],
    })
    expect(of('户口迁入')?.materials).toContainEqual({ name: '户口簿', form: 'electronic', copies: 0, heldBy: '公安局' })
    expect(of('户口迁入')?.materials).toContainEqual({ name: '居民身份证', form: 'original', copies: 0, heldBy: null })
    expect(of('不动产抵押登记')?.fee).toEqual({ free: false, text: '登记费80元' })
    expect(of('暂住证办理')?.withdrawn).toEqual({ since: '20250901', reason: '由居住证替代', replacedBy: [caseItems.residencePermit.code] })
    expect(of('居住证签注')).toMatchObject({ level: 'district', formerCodes: ['11990000DEPT00005Y3442009003000'] })
  })

  it('gives what changed since, and all anew when it was rebuilt', async () => {
    const { version } = await read()
    expect(await read(version)).toMatchObject({ whole: false, version, items: [] })
    await change({ BGLX: '2', SSBM: caseItems.pension.code, CNQX: 12 })
    expect(await read(version)).toMatchObject({ whole: false, version: version + 1, items: [{ code: caseItems.pension.code, promised: { days: 12 } }] })
    const later = await read(version + 1_000)
    expect(later.whole).toBe(true)
    expect(later.items.length).toBeGreaterThanOrEqual(60)
  })

  it('is read to its end over many pages', async () => {
    const before = await read()
    const wanted = 130 - before.items.length
    for (let i = 0; i < wanted; i += 1) await change({ BGLX: '1', SSBM: `11990000DEPT0000754${String(100_000_000_000 + i)}`, SXMC: `演示事项${i}` })
    const { items } = await read()
    expect(new Set(items.map(({ code }) => code)).size).toBe(130)
  })

  it.each(['error', 'malformed', 'half', 'drop', 'hang'] as const)('gets over one “%s”', async (kind) => {
    await simulators.fault({ system: 'catalogue', kind, times: 1 })
    expect((await create(kind).changesSince(0)).kind).toBe('answered')
  })

  it.each([['error', 'unavailable'], ['drop', 'unavailable'], ['half', 'unavailable'], ['malformed', 'unreadable']] as const)('that only gives “%s” is %s', async (kind, outcome) => {
    await simulators.fault({ system: 'catalogue', kind })
    expect(await create(kind).changesSince(0)).toEqual({ kind: outcome })
  })

  it('that does not know us is unavailable', async () => {
    expect(await create(undefined, 'guess').changesSince(0)).toEqual({ kind: 'unavailable' })
  })

  const spoilt: [string, (item: Record<string, unknown>) => Record<string, unknown>][] = [
    ['a wrong check character', (item) => ({ ...item, SSBM: String(item.SSBM).replace(/^(.{17})./, '$1A') })],
    ['a level that contradicts the code', (item) => ({ ...item, XSCJ: item.XSCJ === '3' ? '4' : '3' })],
    ['no name', (item) => ({ ...item, SXMC: '' })], ['a limit that is a text', (item) => ({ ...item, FDQX: '二十' })],
    ['days of an unknown kind', (item) => ({ ...item, CNQXDW: '小时' })], ['a day that is none', (item) => ({ ...item, BGSJ: '2025-02-30 09:00:00' })],
    ['an unknown kind of change', (item) => ({ ...item, LSBB: [{ BBH: 1, BGLX: '9', BGSJ: '2025-01-02 09:00:00', BGSM: '' }] })],
    ['a name longer than any', (item) => ({ ...item, SXMC: '长'.repeat(500) })], ['a later version than its own', (item) => ({ ...item, BBH: 1e6 })],
  ]
  it.each(spoilt)('is unreadable as a whole when one item has %s', async (_, spoil) => {
    const whole = await page()
    const body = { ...whole, data: { ...whole.data, YS: 1, ZS: whole.data.LB.length, LB: whole.data.LB.map((item, i) => (i === 3 ? spoil(item) : item)) } }
    await simulators.fault({ system: 'catalogue', kind: 'answer', body })
    expect(await create().changesSince(0)).toEqual({ kind: 'unreadable' })
  })

  it('is unreadable when an item comes twice, fewer come than announced, or another page than was asked for', async () => {
    const { code, data } = await page()
    const told = async (lie: object): Promise<string> => {
      await simulators.fault({ system: 'catalogue', kind: 'answer', body: { code, data: { ...data, YS: 1, ZS: data.LB.length, ...lie } }, times: 1 })
      return (await create().changesSince(0)).kind
    }
    expect(await told({})).toBe('answered')
    for (const lie of [{ LB: [...data.LB.slice(1), data.LB[1]] }, { ZS: data.ZS + 1 }, { DQY: 7 }, { YS: 1e9 }]) expect([lie, await told(lie)]).toEqual([lie, 'unreadable'])
  })

  it('is read anew when it changed while it was read', async () => {
    const { code, data } = await page()
    await simulators.fault({ system: 'catalogue', kind: 'answer', body: { code, data: { ...data, BBH: 1, ZS: 999, YS: 2 } }, times: 1 })
    expect((await create().changesSince(0)).kind).toBe('answered')
  })
})
