import { officerActs } from '../../../mock/dossiers/testing/officer'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { jointCases } from '../../../mock/world/joint'
import { demoEnterprises } from '../../../mock/world/people'
import { askSpoiled, demoPerson, openSource, valueOf } from '../../../tests/support/caseSystem'
import type { CaseSource } from '../../capabilities/cases/port'
import type { System } from '../systems'
import { createTransport } from './transport'

const NOW = Date.UTC(2026, 0, 5, 2)
const simulators = useSimulators(() => NOW)
const [science] = demoEnterprises
const opening = () => ({ base: simulators.url(), clock: () => NOW })
const open = (system: Partial<System> = {}): CaseSource => openSource(createTransport, 'transport', { ...opening(), system })
const many = (source: CaseSource) => source.listOf(demoPerson(7))
const unreadable = { kind: 'unreadable' } as const

interface Page { total: number; pageNo: number; pageSize: number; nextPage: number | null; rows: { caseNumber: string }[] }
/** Spoils one page of the list, or every one. */
const spoiled = (pageNo: number | 'each', spoil: (page: Page) => object, ask = many) => askSpoiled(createTransport, 'transport', opening(), (bytes) => {
  const page = JSON.parse(bytes.toString('utf8')) as Page
  return Buffer.from(JSON.stringify(pageNo === 'each' || page.pageNo === pageNo ? spoil(page) : page), 'utf8')
}, ask)

describe('a case of the transport office', () => {
  it('is delivered', async () => {
    expect(valueOf(await open().listOf(demoPerson(1)))).toMatchObject({ tracks: [], cases: [{
      itemName: '道路运输从业资格证', applicant: '演*', state: 'delivered', stage: 'deliver', department: { creditCode: '11990000DEPT00004U', name: '交通运输局' }, acceptedOn: '20251206',
      limit: { promisedDays: 5, statutoryDays: 20 }, result: { outcome: 'granted', on: '20251208', collectedOn: '20251210', ways: [{ way: 'window' }, { way: 'post' }] },
    }] })
  })

  it('is an enterprise’s, named in full', async () => {
    const { cases } = valueOf(await open().listOf({ kind: 'enterprise', creditCode: science.creditCode, agentIdNumber: science.agents[0] }))
    expect(cases).toMatchObject([{ itemName: '道路运输证核发', applicant: '演示科技有限公司', state: 'in-progress', acceptedOn: '20260103' }])
  })

  it('bears a number of the office’s own: others are not asked about here', async () => {
    const [one] = valueOf(await open().listOf(demoPerson(1))).cases
    const source = open({ departments: ['11990000DEPT00004U'] })
    expect([source.mayHold(one?.caseNo ?? ''), source.mayHold(jointCases(NOW).publicHousing.caseNo)]).toEqual([true, false])
  })

  it('is not to be had by a wrong key', async () => {
    expect(await open({ key: 'another-key' }).listOf(demoPerson(1))).toEqual({ kind: 'unavailable' })
  })
})

describe('a list in pages', () => {
  it('is read whole, each case once', async () => {
    const { cases } = valueOf(await many(open()))
    expect([cases.length, new Set(cases.map(({ caseNo }) => caseNo)).size]).toEqual([23, 23])
  })

  it('is read within its budget, for later pages are asked for together', async () => {
    // One after the other, five pages would take 7.5 seconds.
    await simulators.fault({ system: 'transport', kind: 'slow', ms: 1_500 })
    expect(valueOf(await many(open({ budgetMs: 6_000 }))).cases).toHaveLength(23)
    expect(await many(open({ budgetMs: 1_000 }))).toEqual({ kind: 'unavailable' })
  })

  it('is not to be had as a whole when one page is not', async () => {
    await simulators.fault({ system: 'transport', kind: 'slow', ms: 1, times: 3 })
    await simulators.fault({ system: 'transport', kind: 'error', times: 1 })
    expect(await many(open())).toEqual({ kind: 'unavailable' })
  })

  it.each<[string, number | 'each', (page: Page) => object, string[]]>([
    ['a page lacks a row', 3, (page) => ({ ...page, rows: page.rows.slice(1) }), ['rows']],
    ['a page is empty', 4, (page) => ({ ...page, rows: [] }), ['rows']],
    ['the last page holds more than there are', 5, (page) => ({ ...page, rows: [...page.rows, page.rows[0]] }), ['rows.3.caseNo']],
    ['a page is another’s', 2, (page) => ({ ...page, pageNo: 3 }), ['pageNo']],
    ['there is a page after the last', 5, (page) => ({ ...page, nextPage: 6 }), ['nextPage']],
    ['there is none after the first', 1, (page) => ({ ...page, nextPage: null }), ['nextPage']],
    ['a later page counts otherwise', 4, (page) => ({ ...page, total: 24 }), ['total']],
    ['a later page is of another size', 5, (page) => ({ ...page, pageSize: 6, total: 23 }), ['pageSize']],
    ['there are more pages than anybody has', 1, (page) => ({ ...page, total: 201 }), ['total']],
    ['a page has no size', 1, (page) => ({ ...page, pageSize: 0 }), ['pageSize']],
    ['it did not succeed', 2, (page) => ({ ...page, success: false }), ['success']],
  ])('is unreadable as a whole, and the log names the field: %s', async (_, pageNo, spoil, fields) => {
    expect(await spoiled(pageNo, spoil)).toEqual({ answer: unreadable, fields })
  })

  it('is unreadable when a page comes again under another’s number', async () => {
    const { cases } = valueOf(await many(open()))
    const again = cases[0]?.caseNo
    const { answer } = await spoiled(3, (page) => ({ ...page, rows: page.rows.map((row, index) => (index === 0 ? { ...row, caseNumber: again } : row)) }))
    expect(answer).toEqual(unreadable)
  })

  it('may be empty, and is then of one page', async () => {
    expect(await open().listOf(demoPerson(12))).toEqual({ kind: 'answered', value: { cases: [], tracks: [] } })
  })
})

describe('an answer of the transport office against its contract', () => {
  const one = (source: CaseSource) => source.listOf(demoPerson(1))
  const row = (change: object) => (page: Page) => ({ ...page, rows: page.rows.map((given) => ({ ...given, ...change })) })
  it.each<[string, object, string]>([
    ['a status we do not know', { status: 'LOST' }, 'status'],
    ['a number with a wrong check character', { caseNumber: '11990000DEPT00004V3442018002000202512060001' }, 'caseNumber'],
    ['a time without its zone', { acceptedAt: '2025-12-06T10:20:00' }, 'acceptedAt'],
    ['a time that is none', { acceptedAt: '2025-12-36T10:20:00+08:00' }, 'acceptedAt'],
    ['a time after tomorrow', { acceptedAt: '2026-01-07T10:20:00+08:00' }, 'acceptedAt'],
    ['a state that contradicts the result', { status: 'READY' }, 'result'],
    ['somebody else’s name', { applicant: { type: 'PERSON', name: '演示用户二' } }, 'owner'],
    ['an enterprise without its code', { applicant: { type: 'ENTERPRISE', name: '演示科技有限公司' } }, 'applicant.creditCode'],
    ['a number of days below none', { commitment: { promised: -1, statutory: 20 } }, 'commitment.promised'],
  ])('is unreadable, and the log names the field: %s', async (_, change, field) => {
    expect(await spoiled('each', row(change), one)).toEqual({ answer: unreadable, fields: [`rows.0.${field}`] })
  })

  it('is unreadable when a receipt’s case is another', async () => {
    const caseNo = valueOf(await one(open())).cases[0]?.caseNo ?? ''
    const other = row({ caseNumber: `${caseNo.slice(0, -1)}2` })
    expect(await spoiled('each', other, (source) => source.find({ by: 'name', caseNo, name: demoPerson(1).name }))).toEqual({ answer: unreadable, fields: ['rows.0.caseNo'] })
  })
})

describe('changes at the transport office', () => {
  const note = () => officerActs(simulators.url(), 'transport', { holder: demoPerson(7).name, item: '道路运输证核发' }, { act: 'note', note: '' })

  it('are read from their beginning when the token is of another start', async () => {
    await note()
    const { changes } = valueOf(await open().changes('WyJvdGhlciIsMV0'))
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.map(({ eventId }) => eventId)).toEqual([...new Set(changes.map(({ eventId }) => eventId))])
  })

  it.each<[string, (answer: { changes: object[]; cursor: string }) => object, string]>([
    ['are told twice', (answer) => ({ ...answer, changes: [...answer.changes, ...answer.changes] }), 'changes'],
    ['are of a kind we do not know', (answer) => ({ ...answer, changes: answer.changes.map((change) => ({ ...change, type: 'LOST' })) }), 'changes.0.type'],
    ['lead nowhere', (answer) => ({ ...answer, cursor: '' }), 'cursor'],
  ])('are unreadable when they %s', async (_, spoil, field) => {
    const { cursor } = valueOf(await open().changes(null))
    await note()
    expect(await askSpoiled(createTransport, 'transport', opening(), (bytes) => Buffer.from(JSON.stringify(spoil(JSON.parse(bytes.toString('utf8')) as Parameters<typeof spoil>[0]))), (source) => source.changes(cursor)))
      .toEqual({ answer: unreadable, fields: [field] })
  })
})
