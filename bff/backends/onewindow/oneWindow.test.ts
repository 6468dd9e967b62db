import { pino } from 'pino'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { receiptSecret } from '../../../mock/onewindow/receipts'
import { actOn, fileCase, tell } from '../../../mock/onewindow/testing/clerk'
import { departments } from '../../../mock/world/departments'
import { demoPeople, type DemoPerson } from '../../../mock/world/people'
import { patient } from '../../../tests/support/upstream'
import type { CaseRecord, CaseSource } from '../../capabilities/cases/port'
import { systemClock } from '../../platform/clock'
import { createMetrics } from '../../platform/metrics'
import { createUpstream } from '../upstream'
import { createOneWindow } from './oneWindow'

const NOW = Date.UTC(2026, 0, 5, 1, 30)
const simulators = useSimulators(() => NOW)
const person = (number: number): DemoPerson => demoPeople[number - 1]!
const self = (number: number) => ({ kind: 'person', name: person(number).name, idNumber: person(number).idNumber } as const)

const open = ({ key = 'demo-key', departments: held, lines = [] }: { key?: string; departments?: string[]; lines?: string[] } = {}): CaseSource => {
  const logger = pino({ level: 'warn' }, { write: (line: string) => { lines.push(line) } })
  const upstream = createUpstream({ system: 'one-window', logger, metrics: createMetrics(), clock: systemClock, settings: { ...patient, attempts: 2 } })
  return createOneWindow(upstream, { systemId: 'one-window', name: { zh: '一窗', en: 'One window' }, url: `${simulators.url()}/onewindow`, key, ...(held && { departments: held }) }, () => NOW)
}
const casesOf = async (number: number): Promise<readonly CaseRecord[]> => {
  const answer = await open().listOf(self(number))
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer.value.cases
}
const the = async (number: number, itemName: string): Promise<CaseRecord> => (await casesOf(number)).find((one) => one.itemName === itemName)!

describe('a case of the one-window system', () => {
  it('waits for what is missing: what, until when, and the clock stands', async () => {
    expect(await the(1, '户口迁入')).toMatchObject({
      state: 'supplement', stage: 'examine', applicant: '演*', department: { creditCode: departments.police.creditCode, name: '公安局' }, acceptedOn: '20251231',
      limit: { promisedDays: 10, statutoryDays: 20 }, stops: [{ reason: 'supplement', from: '20260103', until: null }],
      supplement: { asks: [{ name: '房屋产权证明', note: '原件和复印件各一份' }, { name: '户主同意迁入的声明', note: '户主本人签名' }], until: '20260109' },
    })
  })

  it('is granted, and to be fetched in four ways', async () => {
    const { state, stage, steps, result } = await the(2, '不动产转移登记（二手房）')
    expect([state, stage, steps.map((one) => one.stage)]).toEqual(['granted', 'deliver', ['apply', 'accept', 'examine', 'decide', 'issue']])
    expect(result).toMatchObject({ outcome: 'granted', on: '20260101', collectedOn: null, ways: [{ way: 'window', hallId: 'demo' }, { way: 'post', hallId: null }, { way: 'locker' }, { way: 'electronic' }] })
  })

  it('is refused with a reason, withdrawn, or in a special procedure', async () => {
    expect(await the(4, '居住证办理')).toMatchObject({ state: 'refused', stage: 'decide', result: { outcome: 'refused', reason: expect.stringContaining('未满半年') as string } })
    expect(await the(5, '户口迁入')).toMatchObject({ state: 'withdrawn', result: null, supplement: null })
    expect(await the(6, '食品经营许可')).toMatchObject({ state: 'special', stops: [{ reason: 'inspection', from: '20260101', until: null }] })
  })

  it('is handled jointly, each department by its own clock as far as that is known', async () => {
    const { tracks, caseNo } = await the(1, '公租房申请')
    expect(tracks.map(({ department, state, startedOn, endedOn, limit }) => [department.name, state, startedOn, endedOn, limit])).toEqual([
      ['人力资源和社会保障局', 'granted', '20251224', '20251227', null], ['住房和城乡建设局', 'in-progress', '20251227', null, null], ['规划和自然资源局', 'granted', '20251224', '20251226', null],
    ])
    expect(tracks.filter((track) => track.caseNo !== caseNo)).toEqual([])
  })

  it('is found by the ticket at which it was filed, and goes its way to the end, each step told', async () => {
    const source = open()
    const began = await source.changes(null)
    const ticketId = 'demo.abcdefghij0123456789'
    const caseNo = await fileCase(simulators.url(), person(9), 'moveIn', ticketId)
    const states: string[] = []
    const acts = [
      { cz: 'supplement', bzcl: [{ clmc: '户口簿', clsm: '' }], bzqx: '2026-01-12' }, { cz: 'resume' }, { cz: 'stop', zdlx: '1' }, { cz: 'resume' }, { cz: 'decide', jglx: '1' }, { cz: 'issue', lqfs: ['4'] }, { cz: 'deliver' },
    ]
    for (const what of acts) {
      await actOn(simulators.url(), caseNo, what)
      const found = await source.ofTicket(ticketId)
      if (found.kind !== 'answered') throw new Error(found.kind)
      const [one] = found.value.cases
      expect(one).toMatchObject({ caseNo, ticketId })
      states.push(`${one?.state} ${one?.stage} ${one?.supplement ? 'asks' : ''}`.trim())
    }
    expect(states).toEqual(['supplement examine asks', 'in-progress examine', 'special examine', 'in-progress examine', 'granted issue', 'granted deliver', 'delivered deliver'])
    const told = began.kind === 'answered' ? await source.changes(began.value.cursor) : began
    expect(told).toMatchObject({ kind: 'answered' })
    expect(told.kind === 'answered' && told.value.changes.map((change) => change.kind)).toEqual(['accepted', 'supplement', 'resumed', 'stopped', 'resumed', 'decided', 'issued', 'delivered'])
  })

  it('may be any department’s, or only those’s that the configuration names', () => {
    const caseNo = '11990000DEPT00005Y3442009001000202601050001'
    expect(open().mayHold(caseNo)).toBe(true)
    expect(open({ departments: [departments.police.creditCode] }).mayHold(caseNo)).toBe(true)
    expect(open({ departments: [departments.fund.creditCode] }).mayHold(caseNo)).toBe(false)
  })
})

describe('the feed', () => {
  it('is read over several pages to its end', async () => {
    const source = open()
    const began = await source.changes(null)
    for (let n = 0; n < 225; n += 1) await fileCase(simulators.url(), person(10))
    const all = began.kind === 'answered' ? await source.changes(began.value.cursor) : began
    if (all.kind !== 'answered') throw new Error(all.kind)
    expect(all.value.changes).toHaveLength(225)
    expect(new Set(all.value.changes.map(({ eventId }) => eventId)).size).toBe(225)
    expect(await source.changes(all.value.cursor)).toEqual({ kind: 'answered', value: { changes: [], cursor: all.value.cursor } })
  })

  it('is read anew from the oldest when theirs was begun anew', async () => {
    const caseNo = await fileCase(simulators.url(), person(11))
    const found = await open().changes('earlier-7')
    if (found.kind !== 'answered') throw new Error(found.kind)
    expect(found.value.changes.at(-1)).toMatchObject({ caseNo, kind: 'accepted' })
    expect(await open().changes(found.value.cursor)).toMatchObject({ value: { changes: [] } })
  })
})

describe('what the one-window system says wrongly', () => {
  const head = { xtmc: '', fssj: '2026-01-05 09:30:00' }
  const lie = async (change: (cases: Record<string, unknown>[]) => unknown, more: object = {}): Promise<{ readonly kind: string; readonly problem: unknown }> => {
    const data = await tell(simulators.url(), 'case/listByPerson', { xm: person(1).name, zjhm: person(1).idNumber })
    const cases = data.bjlb as Record<string, unknown>[]
    change(cases)
    await simulators.fault({ system: 'onewindow', kind: 'answer', body: { head, code: '0', msg: '', data: { zs: cases.length, bjlb: cases, ...more } } })
    const lines: string[] = []
    const { kind } = await open({ lines }).listOf(self(1))
    return { kind, problem: lines[0] && (JSON.parse(lines[0]) as { problem: unknown }).problem }
  }
  const at = (field: string) => ({ kind: 'unreadable', problem: `malformed answer at data.bjlb.0.${field}` })
  const set = (path: string, value: unknown) => lie(([first]) => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const target = names.reduce<Record<string, unknown>>((one, name) => one[name] as Record<string, unknown>, first!)
    target[last] = value
  })

  it('is told apart from what it says rightly', async () => {
    expect(await lie(() => undefined)).toEqual({ kind: 'answered', problem: undefined })
  })

  it.each([
    ['bjbh', '11990000DEPT00005X3442009001000202601020101'], ['bjbh', '11990000DEPT00005Y3442009001000202602300101'], ['bjbh', '11990000DEPT00005Y3442009001000190001020101'],
    ['sxbm', '11990000DEPT00005Y3442009002000'], ['ywbm', '11990000DEPT00005Y344200900200001'], ['bmbm', '11990000DEPT00005X'],
    ['blzt', '35'], ['blzt', '70'], ['blzt', 30], ['hjdm', '07'], ['sqsj', '2026-02-30 10:00:00'], ['sqsj', '2026-01-02T10:00:00'], ['sqsj', ''], ['sqsj', '2026-01-07 10:00:00'],
    ['slsj', '2026-01-07 10:00:00'], ['slsj', ''], ['cnqx', '10'], ['cnqx', -1], ['cnqx', 1.5], ['sqrlx', '3'], ['sqrxm', '演示用户二'], ['sqrxm', ''], ['tyxydm', '91990000DEM000001T'],
    ['queueNo', 'Nonsense'], ['gclb.0.blsj', '2026-01-07 10:00:00'], ['gclb.0.hjdm', '99'], ['zdjl', [{ zdlx: '0', kssj: '2026-01-03 10:00:00', jssj: '', sm: '' }]],
    ['zdjl', [{ zdlx: '1', kssj: '2026-01-03 10:00:00', jssj: '2026-01-02 10:00:00', sm: '' }]],
    ['jgxx', { jglx: '1', jdsj: '2026-01-03 10:00:00', jgmc: '', jdly: '', lqfs: [], lqsj: '' }], ['lhbl', null],
  ])('“%s” of %j spoils the whole, and is named in the log', async (path, value) => {
    const answer = await set(path, value)
    expect(answer).toEqual(at(path))
  })

  it.each([
    ['31', 'zdjl'], ['32', 'zdjl'], ['40', 'jgxx'], ['41', 'jgxx'], ['50', 'jgxx'], ['60', 'jgxx'],
  ])('a status %s without what belongs to it', async (blzt, field) => {
    expect(await set('blzt', blzt)).toEqual(at(field))
  })

  it.each([['blzt', '70', 'jssj'], ['kssj', '', 'kssj'], ['bmbm', 'none', 'bmbm'], ['zdjl', [{ zdlx: '4', kssj: '2026-01-03 10:00:00', jssj: '', sm: '' }], 'zdjl']])('a part with “%s” of %j', async (field, value, faulty) => {
    const answer = await lie((cases) => {
      const joint = cases.find(({ lhbl }) => (lhbl as unknown[]).length > 0)!
      const part = (joint.lhbl as Record<string, unknown>[])[1]!
      part[field] = value
    })
    expect(answer).toEqual({ kind: 'unreadable', problem: expect.stringMatching(new RegExp(`^malformed answer at data\\.bjlb\\.\\d\\.lhbl\\.1\\.${faulty}$`)) as string })
  })

  it('a case twice', async () => {
    expect(await lie((cases) => { cases.push(cases[0]!) })).toEqual({ kind: 'unreadable', problem: 'malformed answer at data.bjlb.3.bjbh' })
  })

  it('fewer cases than it says', async () => {
    expect(await lie(() => undefined, { zs: 4 })).toEqual({ kind: 'unreadable', problem: 'malformed answer at data.zs' })
  })

  it('another case than that of the receipt or the visit, or another’s', async () => {
    const [mine] = await casesOf(1)
    const caseNo = mine?.caseNo ?? ''
    const others = await tell(simulators.url(), 'case/listByPerson', { xm: person(2).name, zjhm: person(2).idNumber })
    await simulators.fault({ system: 'onewindow', kind: 'answer', body: { head, code: '0', msg: '', data: others } })
    for (const answer of [
      await open().find({ by: 'barcode', caseNo, secret: receiptSecret(caseNo) }), await open().find({ by: 'name', caseNo, name: person(1).name }),
      await open().listOf(self(1)), await open().ofTicket('demo.abcdefghij0123456789'),
      await open().listOf({ kind: 'enterprise', creditCode: '91990000DEM000001T', agentIdNumber: person(1).idNumber }),
    ]) expect(answer).toEqual({ kind: 'unreadable' })
  })

  it.each([
    [{ head: { fssj: '2026-01-01 09:30:00' }, code: '0', data: { zs: 0, bjlb: [] } }, 'head.fssj'], [{ head, code: '7777', data: null }, 'code'], [{ head, code: '0', data: null }, 'data'],
    [{ head, code: '1410', data: { zs: 0, bjlb: [] } }, 'data'],
  ])('an envelope of %j', async (body, field) => {
    await simulators.fault({ system: 'onewindow', kind: 'answer', body })
    const lines: string[] = []
    expect(await open({ lines }).listOf(self(1))).toEqual({ kind: 'unreadable' })
    expect(lines[0]).toContain(`malformed answer at ${field}"`)
  })

  it('a feed that says there is more and does not move', async () => {
    await simulators.fault({ system: 'onewindow', kind: 'answer', body: { head, code: '0', data: { yb: 'x-1', sfjs: '0', bglb: [] } } })
    expect(await open().changes('x-1')).toEqual({ kind: 'unreadable' })
  })

  it('is not taken for nothing when it is busy or does not know us', async () => {
    expect(await open({ key: 'guess' }).listOf(self(1))).toEqual({ kind: 'unavailable' })
    await simulators.fault({ system: 'onewindow', kind: 'answer', body: { head, code: '9999', msg: '系统繁忙', data: null }, times: 1 })
    expect(await open().listOf(self(1))).toMatchObject({ kind: 'answered' })
    await simulators.fault({ system: 'onewindow', kind: 'answer', body: { head, code: '9999', msg: '系统繁忙', data: null } })
    expect(await open().listOf(self(1))).toEqual({ kind: 'unavailable' })
  })
})
