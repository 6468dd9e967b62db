import { officerActs } from '../../../mock/dossiers/testing/officer'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { jointCases } from '../../../mock/world/joint'
import { demoEnterprises } from '../../../mock/world/people'
import { askSpoiled, demoPerson, openSource, valueOf } from '../../../tests/support/caseSystem'
import type { CaseSource } from '../../capabilities/cases/port'
import { createHousing } from './housing'

const START = Date.UTC(2026, 0, 5, 2)
let now = START
const simulators = useSimulators(() => now)
const [science] = demoEnterprises
const opening = () => ({ base: simulators.url(), clock: () => now })
const open = (key = 'demo-key'): CaseSource => openSource(createHousing, 'housing', { ...opening(), system: { key } })
const holdingsOf = async (person: number) => valueOf(await open().listOf(demoPerson(person)))
const listOf = (person: number) => (source: CaseSource) => source.listOf(demoPerson(person))
const unreadable = { kind: 'unreadable' } as const
const unavailable = { kind: 'unavailable' } as const
const spoiled = <T>(spoil: (text: string) => string, ask: (source: CaseSource) => Promise<T>) =>
  askSpoiled(createHousing, 'housing', opening(), (bytes) => Buffer.from(spoil(bytes.toString('utf8')), 'utf8'), ask)
const list = (source: CaseSource) => listOf(1)(source)

/** How often somebody signs in while `act` runs: a fault that changes nothing counts it. */
const signIns = async (act: () => Promise<unknown>): Promise<number> => {
  await simulators.fault({ system: 'housing', kind: 'slow', ms: 1, path: '/token' })
  await act()
  const { faults } = await (await fetch(`${simulators.url()}/faults`)).json() as { faults: { path?: string; struck: number }[] }
  await fetch(`${simulators.url()}/faults?system=housing`, { method: 'DELETE' })
  return faults.find(({ path }) => path === '/token')?.struck ?? 0
}

describe('a case of the housing office', () => {
  it('is granted and to be fetched, with the amount', async () => {
    const { cases, tracks } = await holdingsOf(1)
    expect(cases).toMatchObject([{
      itemName: '住房租赁补贴申请', applicant: '演*', state: 'granted', stage: 'deliver', department: { name: '住房和城乡建设局' }, acceptedOn: '20251212', limit: { promisedDays: 20, statutoryDays: 40 },
      result: { outcome: 'granted', on: '20251231', document: '住房租赁补贴申请结果通知书（每月 1200.00 元）', collectedOn: null, ways: [{ way: 'window' }, { way: 'electronic' }] },
    }])
    expect(tracks).toMatchObject([{ caseNo: jointCases(START).publicHousing.caseNo, state: 'in-progress', stage: 'examine', startedOn: '20251227', endedOn: null }])
  })

  it('waits for what is missing: what, until when, and the clock stands', async () => {
    expect((await holdingsOf(3)).cases).toMatchObject([{
      itemName: '公租房申请', state: 'supplement', stops: [{ reason: 'supplement', from: '20260102', until: null }],
      supplement: { asks: [{ name: '家庭收入证明', note: '近十二个月，原件一份' }, { name: '现住房租赁合同', note: '复印件一份' }], until: '20260110' },
    }])
  })

  it('is a late part of an enterprise’s case, for each agent who handles it', async () => {
    for (const agentIdNumber of science.agents) {
      const { cases, tracks } = valueOf(await open().listOf({ kind: 'enterprise', creditCode: science.creditCode, agentIdNumber }))
      expect(cases).toEqual([])
      expect(tracks).toMatchObject([{ caseNo: jointCases(START).foodLicence.caseNo, state: 'in-progress', startedOn: '20251128', limit: { promisedDays: 5 }, note: '正在核查房屋使用安全' }])
    }
    expect(open().mayHold(jointCases(START).foodLicence.caseNo)).toBe(true)
  })
})

describe('signing in at the housing office', () => {
  it('is done once for all who ask at that time, and again when the token is worn out', async () => {
    const source = open()
    const together = async () => {
      for (const answer of await Promise.all(Array.from({ length: 8 }, () => list(source)))) expect(answer.kind).toBe('answered')
    }
    expect(await signIns(together)).toBe(1)
    expect(await signIns(together)).toBe(0)
    now += 600_000
    expect(await signIns(together)).toBe(1)
  })

  it('that failed is tried anew by the next question', async () => {
    const source = open()
    await simulators.fault({ system: 'housing', kind: 'error', path: '/token', times: 1 })
    expect(await list(source)).toEqual(unavailable)
    expect((await list(source)).kind).toBe('answered')
  })

  it('is tried once more, not for ever, where they take no token', async () => {
    await simulators.fault({ system: 'housing', kind: 'answer', status: 401, body: { code: 40101, msg: '', data: null }, path: '/bj/' })
    const source = open()
    expect(await signIns(async () => { expect(await list(source)).toEqual(unavailable) })).toBe(2)
  })

  it('with a wrong secret, they are not to be had', async () => {
    expect(await open('another-key').listOf(demoPerson(1))).toEqual(unavailable)
  })

  it('and asking take no longer together than one question may', async () => {
    await simulators.fault({ system: 'housing', kind: 'slow', ms: 700 })
    const source = openSource(createHousing, 'housing', { ...opening(), system: { budgetMs: 1_000 } })
    expect(await list(source)).toEqual(unavailable)
  })
})

describe('an answer of the housing office against its contract', () => {
  const field = (name: string) => `data.list.0.${name}`
  it.each([
    ['a status we do not know', (json: string) => json.replace('"blzt":"06"', '"blzt":"10"'), field('blzt')],
    ['a number with a wrong check character', (json: string) => json.replace('"slbh":"11990000DEPT00003Q', '"slbh":"11990000DEPT00003R'), field('slbh')],
    ['milliseconds for seconds', (json: string) => json.replace(/"slsj":(\d+)/, '"slsj":$1000'), field('slsj')],
    ['a day and a half ahead', (json: string) => json.replace(/"slsj":\d+/, `"slsj":${START / 1000 + 3_600 * 36 + 3_600}`), field('slsj')],
    ['an amount that is a number', (json: string) => json.replace('"je":"1200.00"', '"je":1200'), field('jd.je')],
    ['days that are no number', (json: string) => json.replace('"cn":"20"', '"cn":"二十"'), field('sx.cn')],
    ['a result that contradicts the status', (json: string) => json.replace('"jl":"Y"', '"jl":"N"'), field('result')],
    ['a clock that stands where none does', (json: string) => json.replace('"gq":[]', '"gq":[{"yy":"TZ","kssj":1767000000,"jssj":null,"sm":""}]'), field('stops')],
    ['somebody else’s name', (json: string) => json.replace('"mc":"演示用户一"', '"mc":"演示用户二"'), field('owner')],
    ['fewer than it counts', (json: string) => json.replace('"count":2', '"count":3'), 'data.count'],
    ['no list', (json: string) => json.replace('"list":[', '"liste":['), 'data.list'],
    ['a failure with status 200', (json: string) => (json.includes('"list"') ? '{"code":500,"msg":"","data":null}' : json), 'code'],
    ['a token that would break a header', (json: string) => json.replace('"token":"', '"token":"a\\r\\nX-Other: b'), 'data.token'],
  ])('is unreadable, and the log names the field: %s', async (_, spoil, named) => {
    expect(await spoiled(spoil, list)).toEqual({ answer: unreadable, fields: [named] })
  })
})

describe('changes at the housing office', () => {
  const note = () => officerActs(simulators.url(), 'housing', { holder: demoPerson(1).name, item: '公租房申请住房核查' }, { act: 'note', note: '' })

  it('of one second are told apart by their ids', async () => {
    const { cursor } = valueOf(await open().changes(null))
    await note()
    const one = valueOf(await open().changes(cursor))
    await note()
    await note()
    const later = valueOf(await open().changes(one.cursor))
    expect([one.changes.length, later.changes.length]).toEqual([1, 2])
    expect(new Set([...one.changes, ...later.changes].map(({ eventId }) => eventId)).size).toBe(3)
  })

  it('are read on after the system was started anew, when ids begin again', async () => {
    await note()
    expect(valueOf(await open().changes(`${START / 1000 - 100}-5000`)).changes.length).toBeGreaterThan(0)
  })

  it.each([
    ['go back', (json: string) => json.replace(/"bd":\[(\{.*?\}),(\{.*\})\]/, '"bd":[$2,$1]'), 'data.bd'],
    ['repeat', (json: string) => json.replace(/"bd":\[(\{.*?\})/, '"bd":[$1,$1'), 'data.bd'],
    ['say they are further than they told', (json: string) => json.replace(/"id":\d+\}\}$/, '"id":900}}'), 'data.id'],
    ['are of a kind we do not know', (json: string) => json.replace('"lx":"QT"', '"lx":"XX"'), 'data.bd.0.lx'],
  ])('are unreadable when they %s', async (_, spoil, named) => {
    await note()
    await note()
    expect(await spoiled(spoil, (source) => source.changes('0-0'))).toEqual({ answer: unreadable, fields: [named] })
  })
})
