import { isCaseNo, isHandlingCode, readReceiptBarcode } from '../../shared/caseNumbers'
import { useSimulators } from '../testing/useSimulators'
import { departments } from '../world/departments'
import { caseItems } from '../world/items'
import { jointCases } from '../world/joint'
import { demoEnterprises, demoPeople, type DemoPerson } from '../world/people'
import type { WireCase } from './record'
import { receiptBarcode, receiptSecret } from './receipts'
import { actOn, fileCase, tell } from './testing/clerk'

const START = Date.UTC(2026, 0, 5, 1, 30)
const simulators = useSimulators(() => START)
const person = (number: number): DemoPerson => demoPeople[number - 1]!
const [science] = demoEnterprises

const raw = (path: string, body: string, key = 'demo-key') => fetch(`${simulators.url()}/onewindow/${path}`, { method: 'POST', headers: { accessKey: key }, body })
const said = async (path: string, data: object, head?: object): Promise<{ readonly code: string; readonly data: Record<string, unknown> | null }> =>
  await (await raw(path, JSON.stringify({ ...(head && { head }), data }))).json() as { code: string; data: Record<string, unknown> | null }
const casesOf = async (number: number): Promise<WireCase[]> => (await tell(simulators.url(), 'case/listByPerson', { xm: person(number).name, zjhm: person(number).idNumber })).bjlb as WireCase[]
const handledBy = async (agent: string): Promise<WireCase[]> => (await tell(simulators.url(), 'case/listByEnterprise', { tyxydm: science.creditCode, jbrzjhm: agent })).bjlb as WireCase[]
const act = async (caseNo: string, what: object): Promise<WireCase> => await actOn(simulators.url(), caseNo, what) as unknown as WireCase
const refusal = async (bjbh: string, what: object): Promise<string> => (await said('act', { bjbh, ...what })).code

describe('the simulated one-window system', () => {
  it('begins with the demo city’s cases, in every state there is', async () => {
    const all = (await Promise.all([1, 2, 3, 4, 5, 6, 12].map(casesOf))).map((cases) => cases.map(({ sxmc, blzt }) => `${sxmc} ${blzt}`).sort())
    expect(all).toEqual([
      ['公租房申请 30', '居住证办理 30', '户口迁入 31'].sort(), ['不动产转移登记（二手房） 50', '养老金申领 30'].sort(), [], ['居住证办理 41'], ['户口迁入 90'], ['食品经营许可 32'], [],
    ])
    expect((await handledBy(science.agents[0])).map(({ sxmc, blzt }) => `${sxmc} ${blzt}`).sort()).toEqual(['企业设立登记 60', '食品经营许可 30'].sort())
    expect((await handledBy(science.agents[1])).map(({ sxmc }) => sxmc)).toEqual(['企业设立登记'])
  })

  it('numbers them rightly, dates nothing later than its start, and asks for what is missing within days', async () => {
    const cases = [...(await Promise.all([1, 2, 4, 5, 6].map(casesOf))).flat(), ...await handledBy(science.agents[0])]
    expect(cases.filter(({ bjbh, ywbm }) => !isCaseNo(bjbh) || !isHandlingCode(ywbm))).toEqual([])
    expect(new Set(cases.map(({ bjbh }) => bjbh)).size).toBe(10)
    const stamps = JSON.stringify(cases).match(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/g) ?? []
    expect(stamps.length).toBeGreaterThan(30)
    expect(stamps.filter((stamp) => stamp >= '2026-01-05 09:30:00')).toEqual([])
    expect(cases.flatMap(({ bzxx }) => bzxx?.bzqx ?? [])).toEqual(['2026-01-09'])
  })

  it('leads the joint cases under the numbers the departments know them by, each part with its own clock', async () => {
    const { publicHousing, foodLicence } = jointCases(START)
    const ofPerson = (await casesOf(1)).find(({ bjbh }) => bjbh === publicHousing.caseNo)
    expect(ofPerson?.lhbl.map(({ bmbm, blzt, jssj }) => [bmbm, blzt, jssj !== ''])).toEqual([
      [departments.socialsecurity.creditCode, '70', true], [departments.housing.creditCode, '30', false], [departments.land.creditCode, '70', true],
    ])
    const ofEnterprise = (await handledBy(science.agents[0])).find(({ bjbh }) => bjbh === foodLicence.caseNo)
    expect(ofEnterprise?.lhbl.map(({ bmmc, blzt, kssj, cnqx }) => `${bmmc} ${blzt} ${kssj.slice(0, 10)} ${cnqx ?? ''}`)).toEqual([
      '市场监督管理局 70 2025-11-26 8', '消防救援支队 70 2025-11-26 5', '住房和城乡建设局 30 2025-11-28 5',
    ])
  })

  it('accepts a case for a visit, finds it by the ticket and by its receipt, and moves it to its end', async () => {
    const queueNo = 'tianhe.0123456789abcdefghij'
    const accepted = await tell(simulators.url(), 'accept', { sxbm: caseItems.fundRent.code, queueNo, sqr: { sqrlx: '1', xm: person(3).name, zjhm: person(3).idNumber } })
    const bjbh = String(accepted.bjbh)
    expect(readReceiptBarcode(String(accepted.txm))).toEqual({ caseNo: bjbh, secret: receiptSecret(bjbh) })
    expect(accepted).toEqual({ bjbh, hzm: receiptSecret(bjbh), txm: receiptBarcode(bjbh), slsj: '2026-01-05 09:30:00' })
    for (const [path, data] of [['case/getByQueueNo', { queueNo }], ['case/get', { bjbh, hzm: receiptSecret(bjbh) }], ['case/get', { bjbh, sqrxm: person(3).name }]] as const) {
      expect(await tell(simulators.url(), path, data)).toMatchObject({ zs: 1, bjlb: [{ bjbh, blzt: '30', hjdm: '03', queueNo }] })
    }
    const seen: string[] = []
    for (let n = 0; n < 4; n += 1) {
      const { blzt, hjdm } = await act(bjbh, { cz: 'advance' })
      seen.push(`${blzt} ${hjdm}`)
    }
    expect(seen).toEqual(['30 04', '40 05', '50 06', '60 06'])
    const [whole] = await casesOf(3)
    expect(whole?.gclb.map(({ hjdm }) => hjdm)).toEqual(['01', '02', '03', '04', '05', '06'])
    expect(whole?.jgxx?.lqfs.map(({ lqfs, dtbm }) => [lqfs, dtbm])).toEqual([['1', 'tianhe'], ['2', ''], ['3', 'tianhe'], ['4', '']])
    expect(await refusal(bjbh, { cz: 'advance' })).toBe('2003')
  })

  it('asks for what is missing once, and stops the clock for that and for a special procedure', async () => {
    const bjbh = await fileCase(simulators.url(), person(7), 'moveIn')
    const ask = { cz: 'supplement', bzcl: [{ clmc: '户口簿', clsm: '原件' }], bzqx: '2026-01-12' }
    expect(await act(bjbh, ask)).toMatchObject({ blzt: '31', bzxx: { bzqx: '2026-01-12', bqsj: '' }, zdjl: [{ zdlx: '0', jssj: '' }] })
    expect(await refusal(bjbh, { cz: 'decide', jglx: '1' })).toBe('2003')
    expect(await act(bjbh, { cz: 'resume' })).toMatchObject({ blzt: '30', bzxx: { bqsj: '2026-01-05 09:30:00' }, zdjl: [{ zdlx: '0', jssj: '2026-01-05 09:30:00' }] })
    expect(await refusal(bjbh, ask)).toBe('2004')
    for (const zdlx of ['1', '2', '3', '4']) {
      expect(await act(bjbh, { cz: 'stop', zdlx, sm: '' })).toMatchObject({ blzt: '32' })
      expect(await act(bjbh, { cz: 'resume' })).toMatchObject({ blzt: '30' })
    }
    expect(await act(bjbh, { cz: 'decide', jglx: '2', jdly: '不符合条件' })).toMatchObject({ blzt: '41', hjdm: '04', jgxx: { jglx: '2', jdly: '不符合条件' } })
    for (const cz of ['resume', 'deliver', 'withdraw', 'issue']) expect(await refusal(bjbh, { cz })).toBe('2003')
  })

  it('decides a joint case only when every department has', async () => {
    const { caseNo } = jointCases(START).foodLicence
    const bmbm = departments.housing.creditCode
    expect(await refusal(caseNo, { cz: 'decide', jglx: '1' })).toBe('2006')
    expect(await refusal(caseNo, { cz: 'decide', jglx: '1', bmbm: departments.police.creditCode })).toBe('2005')
    expect((await act(caseNo, { cz: 'stop', zdlx: '4', bmbm })).lhbl[2]).toMatchObject({ blzt: '32', zdjl: [{ zdlx: '4' }] })
    await act(caseNo, { cz: 'resume', bmbm })
    expect((await act(caseNo, { cz: 'decide', jglx: '1', jdly: '符合要求', bmbm })).lhbl[2]).toMatchObject({ blzt: '70', sm: '符合要求', jssj: '2026-01-05 09:30:00' })
    expect(await act(caseNo, { cz: 'decide', jglx: '1' })).toMatchObject({ blzt: '40' })
  })

  it('does what was asked once, however often it is delivered', async () => {
    await simulators.fault({ system: 'onewindow', kind: 'duplicate' })
    const sqr = { sqrlx: '1', xm: person(8).name, zjhm: person(8).idNumber }
    const { data } = await said('accept', { sxbm: caseItems.moveIn.code, sqr }, { lsh: 'accept-1' })
    await said('act', { bjbh: data?.bjbh, cz: 'advance' }, { lsh: 'act-1' })
    expect((await casesOf(8)).map(({ hjdm }) => hjdm)).toEqual(['04'])
  })

  it('accepts any item of the demo city’s departments that is named, for persons and enterprises, and no other', async () => {
    const sqr = { sqrlx: '2', mc: demoEnterprises[1].name, tyxydm: demoEnterprises[1].creditCode, jbrzjhm: demoEnterprises[1].agents[0] }
    const sxbm = `${departments.fire.creditCode}3442099001000`
    expect(await said('accept', { sxbm, sqr })).toMatchObject({ code: '2002' })
    const { bjbh } = await tell(simulators.url(), 'accept', { sxbm, sxmc: '演示检查', cnqx: 7, sqr })
    expect(await tell(simulators.url(), 'case/get', { bjbh, sqrxm: demoEnterprises[1].name })).toMatchObject({ bjlb: [{ sxmc: '演示检查', cnqx: 7, tyxydm: demoEnterprises[1].creditCode }] })
    expect(await said('accept', { sxbm: `11990000DEPT99999X3${'442099001000'}`, sxmc: '无', sqr })).toMatchObject({ code: '2002' })
  })

  it('knows its callers, and refuses what is no request', async () => {
    expect((await raw('case/listByPerson', '{}', 'guess')).status).toBe(401)
    const bad: readonly (readonly [string, string])[] = [
      ['case/listByPerson', 'no json'], ['case/listByPerson', '{}'], ['case/listByPerson', '{"data":{"xm":"","zjhm":"1"}}'], ['case/get', '{"data":{"bjbh":"1","hzm":"AAAAAAAA"}}'],
      ['case/changes', '{"data":{"yb":"","ts":0}}'], ['accept', '{"data":{"sxbm":"short"}}'], ['act', '{"data":{"bjbh":"short","cz":"advance"}}'],
    ]
    for (const [path, body] of bad) expect((await raw(path, body)).status).toBe(400)
    expect(await refusal('0'.repeat(43), { cz: 'advance' })).toBe('2001')
  })
})
