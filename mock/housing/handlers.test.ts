import { officerActs } from '../dossiers/testing/officer'
import { useSimulators } from '../testing/useSimulators'
import { demoEnterprises, demoPeople } from '../world/people'
import { housingSecret } from './state'

let now = Date.UTC(2026, 0, 5, 2)
const simulators = useSimulators(() => now)
const [first] = demoPeople
const [science] = demoEnterprises

interface Answer { readonly code: number; readonly data: { readonly token?: string; readonly yxq?: number; readonly list?: { readonly slbh: string; readonly sxmc: string }[]; readonly [more: string]: unknown } | null }
const post = async (path: string, body: unknown, token = ''): Promise<Answer & { readonly status: number }> => {
  const response = await fetch(`${simulators.url()}/housing/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Token': token } })
  return { status: response.status, ...await response.json() as Answer }
}
const signIn = async (): Promise<string> => (await post('token', { appid: 'yichuang', secret: 'demo-key' })).data?.token ?? ''
const mine = { xm: first?.name, zjhm: first?.idNumber }
const itemsOf = ({ data }: Answer) => data?.list?.map(({ sxmc }) => sxmc)

describe('the simulated housing system', () => {
  it('answers who signed in, for ten minutes', async () => {
    expect(await post('bj/gr', mine)).toMatchObject({ status: 401, code: 40101, data: null })
    expect(await post('token', { appid: 'yichuang', secret: 'guess' })).toMatchObject({ status: 403, code: 40301 })
    const token = await signIn()
    now += 599_000
    expect(itemsOf(await post('bj/gr', mine, token))).toEqual(['住房租赁补贴申请', '公租房申请住房核查'])
    now += 1_000
    expect((await post('bj/gr', mine, token)).status).toBe(401)
    expect((await post('bj/gr', mine, await signIn())).status).toBe(200)
  })

  it('tells of cases only who asks rightly', async () => {
    const token = await signIn()
    const [{ slbh } = { slbh: '' }] = (await post('bj/gr', mine, token)).data?.list ?? []
    expect(itemsOf(await post('bj/cx', { slbh, sqrmc: mine.xm }, token))).toHaveLength(1)
    expect(itemsOf(await post('bj/cx', { slbh, cxmm: housingSecret(slbh) }, token))).toHaveLength(1)
    expect(itemsOf(await post('bj/qy', { xydm: science.creditCode, jbrzjhm: science.agents[1] }, token))).toEqual(['食品经营许可房屋使用安全核查'])
    for (const answer of [
      await post('bj/cx', { slbh, sqrmc: '演示用户二' }, token), await post('bj/cx', { slbh, cxmm: 'AAAAAAAA' }, token),
      await post('bj/gr', { ...mine, xm: '演示用户二' }, token), await post('bj/qy', { xydm: science.creditCode, jbrzjhm: demoPeople[11]?.idNumber }, token),
    ]) expect(answer.data).toEqual({ count: 0, list: [] })
    expect(await post('bj/gr', { xm: mine.xm }, token)).toMatchObject({ status: 400, code: 40001 })
  })

  it('tells what changed after a second and an id', async () => {
    const token = await signIn()
    expect((await post('bj/bd', { sj: null, id: null }, token)).data).toEqual({ bd: [], sj: 0, id: 0 })
    const slbh = await officerActs(simulators.url(), 'housing', { holder: '演示用户三', item: '公租房申请' }, { act: 'resume' })
    await officerActs(simulators.url(), 'housing', { caseNo: slbh }, { act: 'note', note: '' })
    const sj = now / 1000
    expect((await post('bj/bd', { sj: 0, id: 0 }, token)).data).toEqual({ bd: [{ id: 1, sj, slbh, lx: 'HF' }, { id: 2, sj, slbh, lx: 'QT' }], sj, id: 2 })
    expect((await post('bj/bd', { sj, id: 1 }, token)).data).toMatchObject({ bd: [{ id: 2 }] })
  })
})
