import { isHandlingCode, isImplementationCode } from '../../shared/caseNumbers'
import { useSimulators } from '../testing/useSimulators'
import { departments } from '../world/departments'
import { caseItems } from '../world/items'
import type { CatalogueRecord } from './record'

const NOW = Date.UTC(2026, 0, 5, 1)
const simulators = useSimulators(() => NOW)

interface Envelope<T> { readonly code: string; readonly data: T }
interface Page { readonly BBH: number; readonly ZS: number; readonly YS: number; readonly LB: CatalogueRecord[] }
const ask = async <T>(path: string, key = 'demo-key'): Promise<Envelope<T>> => {
  const response = await fetch(`${simulators.url()}/catalogue/api/${path}`, { headers: { 'X-App-Key': key } })
  expect(response.status).toBe(200)
  return await response.json() as Envelope<T>
}
const change = async (body: object): Promise<{ readonly status: number; readonly data: CatalogueRecord }> => {
  const response = await fetch(`${simulators.url()}/catalogue/change`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, data: (await response.json() as Envelope<CatalogueRecord>).data }
}
const version = async (): Promise<number> => (await ask<{ BBH: number }>('version')).data.BBH
const all = async (): Promise<CatalogueRecord[]> => (await ask<Page>('changes?BBH=0&MYTS=200')).data.LB

describe('the simulated item directory', () => {
  it('holds 60 items and more of four levels, with right codes and the demo city’s departments', async () => {
    const records = await all()
    expect(records.length).toBeGreaterThanOrEqual(60)
    expect([...new Set(records.map(({ XSCJ }) => XSCJ))].sort()).toEqual(['3', '4', '5', '6'])
    expect(records.filter(({ SSBM, XSCJ, YWBLX }) => !isImplementationCode(SSBM) || SSBM[18] !== XSCJ || !YWBLX.every(({ YWBLXBM }) => isHandlingCode(YWBLXBM)))).toEqual([])
    const known = new Map<string, string>(Object.values(departments).map(({ creditCode, name }) => [creditCode, name]))
    expect(records.filter(({ SSBM, SSZT }) => known.get(SSBM.slice(0, 18)) !== SSZT)).toEqual([])
    expect(new Set(records.map(({ SSBM }) => SSBM)).size).toBe(records.length)
  })

  it('holds the items that have cases, with the same codes and limits', async () => {
    const records = new Map((await all()).map((one) => [one.SSBM, one]))
    for (const { code, name, promisedDays, statutoryDays } of Object.values(caseItems)) {
      expect(records.get(code)).toMatchObject({ SXMC: name, CNQX: promisedDays, FDQX: statutoryDays, BJLX: promisedDays === 0 ? '1' : '2', ZT: '1' })
    }
  })

  it('gives what changed since a version in pages, each item once', async () => {
    const records: CatalogueRecord[] = []
    const { data: first } = await ask<Page>('changes?BBH=0&DQY=1&MYTS=30')
    for (let page = 1; page <= first.YS; page += 1) records.push(...(await ask<Page>(`changes?BBH=0&DQY=${page}&MYTS=30`)).data.LB)
    expect(new Set(records.map(({ SSBM }) => SSBM)).size).toBe(first.ZS)
    expect((await ask<Page>(`changes?BBH=${first.BBH}`)).data).toMatchObject({ ZS: 0, LB: [] })
    expect((await ask(`changes?BBH=${first.BBH + 1}`)).code).toBe('410')
  })

  it('writes each change as a version of its own, with its history', async () => {
    const before = await version()
    const { code } = caseItems.foodLicence
    expect((await change({ BGLX: '2', SSBM: code, CNQX: 3, BGSM: '提速' })).data).toMatchObject({ BBH: before + 1, CNQX: 3, BGSJ: '2026-01-05 09:00:00' })
    const handed = await change({ BGLX: '3', SSBM: code, XSCJ: '4' })
    expect(handed.data).toMatchObject({ BBH: before + 2, XSCJ: '4', YSSBM: [code], SSBM: `${code.slice(0, 18)}4${code.slice(19)}` })
    expect(isHandlingCode(handed.data.YWBLX[0]?.YWBLXBM ?? '')).toBe(true)
    const gone = await change({ BGLX: '4', SSBM: handed.data.SSBM, TDSX: [caseItems.company.code], BGSM: '合并' })
    expect(gone.data).toMatchObject({ ZT: '0', TDSX: [caseItems.company.code] })
    expect(gone.data.LSBB.map(({ BGLX }) => BGLX)).toEqual(['1', '2', '3', '4'])
    expect((await ask<CatalogueRecord>(`items/${code}`)).data.SSBM).toBe(handed.data.SSBM)
    expect((await ask<Page>(`changes?BBH=${before}`)).data.LB).toHaveLength(1)
  })

  it('adds an item, and refuses a change that makes no sense', async () => {
    const SSBM = `${departments.fire.creditCode}4${'442034099000'}`
    expect((await change({ BGLX: '1', SSBM, SXMC: '演示新增事项' })).status).toBe(201)
    for (const body of [{ BGLX: '1', SSBM, SXMC: '演示新增事项' }, { BGLX: '3', SSBM, XSCJ: '3' }, { BGLX: '2', SSBM: SSBM.replace('099', '098') }, { BGLX: '1', SSBM: `11990000DEPT99999X4${'442034099000'}`, SXMC: '无' }]) {
      expect((await change(body)).status).toBe(409)
    }
    for (const body of [{}, { BGLX: '9', SSBM }, { BGLX: '2', SSBM, NONSENSE: 1 }, { BGLX: '1', SSBM: 'short' }, []]) expect((await change(body)).status).toBe(400)
  })

  it('knows its callers, and says what is wrong in its own words', async () => {
    expect((await ask('version', 'guess')).code).toBe('401')
    for (const query of ['BBH=-1', 'BBH=x', 'DQY=0', 'MYTS=201', 'MYTS=0']) expect((await ask(`changes?${query}`)).code).toBe('400')
    expect((await ask('items/none')).code).toBe('404')
  })
})
