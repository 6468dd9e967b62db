import { caseItems } from '../world/items'
import { perform, type Act } from './acts'
import { accepted, createFiling, granted, holderOf } from './demo'
import { stepOf, type Dossier } from './dossier'
import { createJournal } from './journal'

const NOW = Date.UTC(2026, 0, 5, 2)
const { own, part } = createFiling(NOW)
const filed = own(holderOf(1), caseItems.rentSubsidy, 3, [])
const run = (one: Dossier, ...acts: readonly Act[]): Dossier => acts.reduce((before, what) => {
  const acted = perform(before, what, NOW)
  if (!acted) throw new Error(`cannot ${what.act}`)
  return acted.dossier
}, one)
const plain = (act: 'accept' | 'note' | 'resume' | 'grant' | 'refuse' | 'deliver' | 'withdraw'): Act => ({ act, note: '' })
const supplement: Act = { act: 'supplement', things: [{ name: '证明', note: '' }], until: NOW }
const stop: Act = { act: 'stop', procedure: 'hearing', note: '' }
const issue: Act = { act: 'issue', ways: ['window'] }

describe('a case in a department’s files', () => {
  it('goes from application to delivery, and every clock that stood runs again', () => {
    const over = run(filed, plain('accept'), supplement, plain('resume'), stop, plain('resume'), plain('grant'), issue, plain('deliver'))
    expect(over).toMatchObject({ standing: 'delivered', decision: { granted: true, ways: ['window'], collectedAt: NOW } })
    expect(over.done.map(({ step }) => step)).toEqual(['apply', 'accept', 'examine', 'decide', 'issue', 'deliver'])
    expect(over.stops.map(({ until }) => until)).toEqual([NOW, NOW])
  })

  it('does nothing out of turn', () => {
    const cannot = (one: Dossier, ...acts: readonly Act[]) => acts.map((what) => perform(one, what, NOW))
    expect(cannot(filed, plain('note'), stop, plain('resume'), plain('grant'), issue, plain('deliver')).filter(Boolean)).toEqual([])
    const asked = run(filed, supplement, plain('resume'))
    expect([asked.standing, stepOf(asked), perform(asked, supplement, NOW)]).toEqual(['applied', 'accept', null])
    const refused = run(filed, plain('accept'), plain('refuse'))
    expect(cannot(refused, plain('withdraw'), plain('grant'), issue, plain('note')).filter(Boolean)).toEqual([])
  })

  it('when it is a part of a joint one, ends with the decision', () => {
    const one = part(holderOf(1), filed.caseNo, filed.item, 3, [accepted(3), granted(1)])
    expect([stepOf(one), perform(one, issue, NOW)]).toEqual(['decide', null])
  })
})

describe('the journal of changes', () => {
  it('never goes back in time, and forgets the oldest past ten thousand', () => {
    const journal = createJournal()
    journal.add('a', 'other', 2_000)
    journal.add('b', 'other', 1_000)
    expect(journal.where(() => true, 9).map(({ serial, at }) => [serial, at])).toEqual([[1, 2_000], [2, 2_000]])
    for (let n = 0; n < 9_999; n += 1) journal.add('c', 'other', 3_000)
    expect([journal.last().serial, journal.forgotten(), journal.where(() => true, 1)[0]?.serial]).toEqual([10_001, 1, 2])
  })
})
