import { officerActs } from '../../../mock/dossiers/testing/officer'
import { xmlInGbk } from '../../../mock/socialsecurity/gbk'
import { socialSecuritySecret } from '../../../mock/socialsecurity/state'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { jointCases } from '../../../mock/world/joint'
import { askSpoiled, demoPerson, openSource, valueOf } from '../../../tests/support/caseSystem'
import type { CaseSource } from '../../capabilities/cases/port'
import { createSocialSecurity } from './socialSecurity'

const NOW = Date.UTC(2026, 0, 5, 2)
const simulators = useSimulators(() => NOW)
const SYSTEM = 'socialsecurity'
const opening = () => ({ base: simulators.url(), clock: () => NOW })
const open = (key = 'demo-key'): CaseSource => openSource(createSocialSecurity, SYSTEM, { ...opening(), system: { key } })
const holdingsOf = async (person: number) => valueOf(await open().listOf(demoPerson(person)))
const spoiled = <T>(spoil: (text: string) => string, ask: (source: CaseSource) => Promise<T>) =>
  askSpoiled(createSocialSecurity, SYSTEM, opening(), (bytes) => Buffer.from(xmlInGbk(spoil(new TextDecoder('gb18030').decode(bytes)))), ask)
const listOf = (person: number) => (source: CaseSource) => source.listOf(demoPerson(person))
const unreadable = { kind: 'unreadable' } as const

describe('a case of the social security office', () => {
  it('is told in our words, under the office’s name', async () => {
    const { cases: [transfer], tracks } = await holdingsOf(1)
    expect(transfer).toMatchObject({
      itemName: '社保关系转移接续', applicant: '演*', state: 'in-progress', stage: 'examine', department: { creditCode: '11990000DEPT00002M', name: '人力资源和社会保障局' },
      acceptedOn: '20251230', limit: { promisedDays: 20, statutoryDays: 45 }, stops: [], supplement: null, result: null, tracks: [], ticketId: null,
    })
    expect(transfer?.steps.map(({ stage, at }) => [stage, at])).toEqual([['apply', Date.UTC(2025, 11, 29, 2, 20)], ['accept', Date.UTC(2025, 11, 30, 2, 20)]])
    expect(tracks).toMatchObject([{ caseNo: jointCases(NOW).publicHousing.caseNo, state: 'granted', stage: 'decide', startedOn: '20251224', endedOn: '20251227', limit: { promisedDays: 5, statutoryDays: 10 } }])
  })

  it('is late by far, or with the experts', async () => {
    expect((await holdingsOf(2)).cases).toMatchObject([{ itemName: '养老金申领', state: 'in-progress', acceptedOn: '20251126', limit: { promisedDays: 15 } }])
    expect((await holdingsOf(6)).cases).toMatchObject([{ itemName: '劳动能力复查鉴定申请', state: 'special', stops: [{ reason: 'expert-review', from: '20251228', until: null }] }])
  })

  it('led elsewhere is found by number and name, under any department’s number; its receipt’s secret is not known here', async () => {
    const { caseNo } = jointCases(NOW).publicHousing
    expect(open().mayHold(caseNo)).toBe(true)
    expect(valueOf(await open().find({ by: 'name', caseNo, name: demoPerson(1).name })).tracks).toHaveLength(1)
    expect(valueOf(await open().find({ by: 'barcode', caseNo, secret: socialSecuritySecret(caseNo) }))).toEqual({ cases: [], tracks: [] })
  })

  it('is not to be had by a wrong key', async () => {
    expect(await open('another-key').listOf(demoPerson(1))).toEqual({ kind: 'unavailable' })
  })
})

describe('an answer of the social security office against its contract', () => {
  const field = (name: string) => `message.body.bjlb.bj.0.${name}`
  it.each([
    ['a status we do not know', (xml: string) => xml.replace('<zt>审核中', '<zt>审理中'), field('zt')],
    ['a status called like what every object has', (xml: string) => xml.replace('<zt>审核中', '<zt>toString'), field('zt')],
    ['a number with a wrong check character', (xml: string) => xml.replace('<bjbh>11990000DEPT00002M', '<bjbh>11990000DEPT00002N'), field('bjbh')],
    ['a day that is none', (xml: string) => xml.replace('<slrq>20251230', '<slrq>20251232'), field('slrq')],
    ['a day after tomorrow', (xml: string) => xml.replace('<slrq>20251230', '<slrq>20260107'), field('slrq')],
    ['a step in a day and a half', (xml: string) => xml.replace('<aae036>20251229102000', '<aae036>20260106220001'), field('gclb.gc.0.aae036')],
    ['no day of acceptance', (xml: string) => xml.replace('<slrq>20251230</slrq>', '<slrq/>'), field('acceptedOn')],
    ['somebody else’s name', (xml: string) => xml.replace('<aac003>演示用户一', '<aac003>演示用户二'), field('owner')],
    ['the same case twice', (xml: string) => xml.replace(/<bj>.*?<\/bj>/, '$&$&'), 'message.body.bjlb.bj.1.caseNo'],
    ['two states', (xml: string) => xml.replace('<zt>审核中</zt>', '$&$&'), field('zt')],
    ['no list', (xml: string) => xml.replace(/<bjlb>.*<\/bjlb>/, ''), 'message.body'],
    ['another transaction', (xml: string) => xml.replace('<jydm>SI1001', '<jydm>SI1002'), 'message.head.jydm'],
    ['another encoding in its declaration', (xml: string) => xml.replace('"GBK"', '"UTF-8"'), 'its root'],
    ['no XML to the end', (xml: string) => xml.slice(0, -3), 'its root'],
    ['a tag that would reach into every object', (xml: string) => xml.replace('<bjlb>', '<__proto__><polluted>1</polluted></__proto__><bjlb>'), 'its root'],
    ['elements in elements without end', (xml: string) => xml.replace('<bjlb>', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}<bjlb>`), 'its root'],
  ])('is unreadable, and the log names the field: %s', async (_, spoil, named) => {
    expect(await spoiled(spoil, listOf(1))).toEqual({ answer: unreadable, fields: [named] })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('is unreadable when it is UTF-8 under another name, even if it holds no case', async () => {
    const { answer } = await askSpoiled(createSocialSecurity, SYSTEM, opening(), (bytes) => Buffer.from(new TextDecoder('gb18030').decode(bytes), 'utf8'), listOf(12))
    expect(answer).toEqual(unreadable)
    expect(await open().listOf(demoPerson(12))).toEqual({ kind: 'answered', value: { cases: [], tracks: [] } })
  })

  it('is harmless when it defines entities that grow, or that are to be fetched', async () => {
    const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const heapBefore = process.memoryUsage().heapUsed
    for (const definitions of [`<!DOCTYPE m [<!ENTITY l0 "ha">${laughs}]>`, '<!DOCTYPE m SYSTEM "file:///etc/passwd">', '<!doctype m [<!ENTITY l30 SYSTEM "file:///etc/passwd">]>']) {
      const bomb = (xml: string) => xml.replace('?>', `?>${definitions}`).replace('<zt>审核中', '<zt>&l30;')
      expect(await spoiled(bomb, listOf(1))).toEqual({ answer: unreadable, fields: ['its root'] })
    }
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(100_000_000)
  })

  it('is read with hours of difference between the clocks, and then nothing lies ahead', async () => {
    const ahead = (xml: string) => xml.replace('<aae036>20251230102000', '<aae036>20260106090000').replace('<slrq>20251230', '<slrq>20260106')
    const { answer } = await spoiled(ahead, listOf(1))
    const [one] = valueOf(answer).cases
    expect([one?.acceptedOn, one?.steps.at(-1)?.at]).toEqual(['20260105', NOW])
  })

  it('is read with letters that GBK has not, and with marks that XML has not', async () => {
    const rare = (xml: string) => xml.replace('<sxmc>社保关系转移接续', '<sxmc>𠮷&amp;#60;&lt;b&gt;<![CDATA[&amp;]]>')
    const { answer } = await spoiled(rare, listOf(1))
    expect(valueOf(answer).cases[0]?.itemName).toBe('𠮷&#60;<b>&amp;')
  })
})

describe('the journal of the social security office', () => {
  const note = () => officerActs(simulators.url(), SYSTEM, { holder: demoPerson(2).name, item: '养老金申领' }, { act: 'note', note: '已核对' })

  it('begun anew is read from its beginning', async () => {
    await note()
    expect(valueOf(await open().changes('999999')).changes).toEqual(valueOf(await open().changes('0')).changes)
    expect(valueOf(await open().changes('999999')).changes.length).toBeGreaterThan(0)
  })

  it.each([
    ['goes back', (xml: string) => xml.replace(/(<bd>.*?<\/bd>)(<bd>.*<\/bd>)/, '$2$1'), 'message.body.bdlb'],
    ['repeats', (xml: string) => xml.replace(/<bd>.*?<\/bd>/, '$&$&'), 'message.body.bdlb'],
    ['says it is further than it told', (xml: string) => xml.replace(/<zdxh>\d+/, '<zdxh>900'), 'message.body.zdxh'],
  ])('is unreadable when it %s', async (_, spoil, named) => {
    await note()
    await note()
    expect(await spoiled(spoil, (source) => source.changes('0'))).toEqual({ answer: unreadable, fields: [named] })
  })
})

// Last, for it moves a case that others look at.
describe('a case that is moved', () => {
  it('goes its way to the end, each step told', async () => {
    const source = open()
    const { cursor } = valueOf(await source.changes(null))
    const states: unknown[] = []
    const steps = [
      { act: 'supplement', things: [{ name: '参保凭证', note: '原件' }], days: 5 }, { act: 'resume' }, { act: 'stop', procedure: 'hearing' }, { act: 'resume' },
      { act: 'grant', note: '' }, { act: 'issue' }, { act: 'deliver' },
    ]
    for (const step of steps) {
      await officerActs(simulators.url(), SYSTEM, { holder: demoPerson(1).name, item: '社保关系转移接续' }, step)
      const [one] = (await holdingsOf(1)).cases
      states.push([one?.state, one?.stage, one?.supplement?.until ?? null, one?.result?.ways.length ?? null])
    }
    expect(states).toEqual([
      ['supplement', 'examine', '20260110', null], ['in-progress', 'examine', null, null], ['special', 'examine', null, null], ['in-progress', 'examine', null, null],
      ['granted', 'issue', null, 0], ['granted', 'deliver', null, 4], ['delivered', 'deliver', null, 4],
    ])
    expect(valueOf(await source.changes(cursor)).changes.map(({ kind }) => kind)).toEqual(['supplement', 'resumed', 'stopped', 'resumed', 'decided', 'issued', 'delivered'])
  })
})
