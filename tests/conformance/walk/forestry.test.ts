import { officerActs } from '../../../mock/dossiers/testing/officer'
import { receiptSecret } from '../../../mock/dossiers/receipts'
import { demoEnterprises, demoPeople } from '../../../mock/world/people'
import { askSpoiled, demoPerson, openSource, valueOf } from '../../support/caseSystem'
import { caseSourceSuite, type SourceUnderTest } from '../caseSource'
import { createForestry } from './forestry'
import { asEdited, systemsBy } from './registered'
import { useForestry } from './useForestry'

const [first, , , , , , , , , , , last] = demoPeople
const [science] = demoEnterprises

const sources: readonly SourceUnderTest[] = [
  {
    systemId: 'forestry', create: createForestry, person: first!, nobody: last!, items: ['林木采伐许可证核发', '造林补贴申请', '森林植物检疫证书核发'], tracks: 0,
    enterprise: { creditCode: science.creditCode, agent: { idNumber: science.agents[0], items: ['使用林地审核'] }, otherAgent: { idNumber: science.agents[1], items: [] } },
    secretOf: (caseNo) => receiptSecret('forestry', caseNo),
    move: (base) => officerActs(base, 'forestry', { holder: first!.name, item: '林木采伐许可证核发' }, { act: 'note', note: '补充审查记录' }),
    elsewhere: {
      useSimulator: useForestry,
      systemAt: (base) => {
        const system = systemsBy(asEdited, base, new Map([['forestry', 'demo-key']])).get('forestry')
        if (!system) throw new Error('the page configures no forestry')
        return system
      },
    },
  },
]

describe.each(sources)('cases from $systemId, as docs/adding-a-backend.md adds it', caseSourceSuite)

const NOW = Date.UTC(2026, 0, 5, 2)
const simulator = useForestry(() => NOW)
const opening = () => ({ base: simulator.url(), clock: () => NOW })
const note = () => officerActs(simulator.url(), 'forestry', { holder: first!.name, item: '林木采伐许可证核发' }, { act: 'note', note: '' })

describe('an answer of the forestry office against its contract', () => {
  it.each([
    ['a step after the last', '"step":3', '"step":7', 'step'],
    ['a letter that every object knows', '"s":"E"', '"s":"constructor"', 's'],
    ['a letter we do not know', '"s":"E"', '"s":"Q"', 's'],
    ['another’s name', '"who":"演示用户一"', '"who":"演示用户二"', 'owner'],
    ['a status against its own decision', '"s":"E"', '"s":"N"', 'result'],
    ['a day long to come', /\[1,\d+,/, '[1,9999999999999,', 'log.0.1'],
  ])('is unreadable, and the log names the field: %s', async (_, theirs, spoiled, field) => {
    const spoil = (bytes: Buffer) => Buffer.from(bytes.toString('utf8').replace(theirs, spoiled))
    expect(await askSpoiled(createForestry, 'forestry', opening(), spoil, (source) => source.listOf(demoPerson(1)))).toEqual({ answer: { kind: 'unreadable' }, fields: [`d.0.${field}`] })
  })

  it('is unreadable when changes say they are further than they told', async () => {
    await note()
    const spoil = (bytes: Buffer) => Buffer.from(bytes.toString('utf8').replace(/"n":\d+/, '"n":900'))
    expect(await askSpoiled(createForestry, 'forestry', opening(), spoil, (source) => source.changes('0-0'))).toEqual({ answer: { kind: 'unreadable' }, fields: ['d.list'] })
  })
})

it('changes at the forestry office are read on after its system was started anew, when numbers begin again', async () => {
  await note()
  const { changes } = valueOf(await openSource(createForestry, 'forestry', opening()).changes(`${NOW - 1}-900`))
  expect(changes[0]?.eventId).toBe(`${NOW}-1`)
})
