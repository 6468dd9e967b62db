import { mergeHoldings } from './merge'
import { aRecord, aTrack, holdings, HOUSING, LAND, numberOf, SOCIAL } from './testing/records'

const NOW = 1_767_600_000_000
const HOUR = 3_600_000
const known = (sourceId: string, of: ReturnType<typeof holdings>, asOf = NOW) => ({ sourceId, holdings: of, asOf })
const coarse = aRecord({ tracks: [aTrack({ limit: null, note: '粗' }), aTrack({ department: SOCIAL, state: 'granted', stage: 'decide', limit: null }), aTrack({ department: LAND, state: 'applied', stage: 'apply', startedOn: null })] })
const trackOf = (merged: ReturnType<typeof mergeHoldings>, creditCode: string) => merged[0]?.tracks.find(({ department }) => department.creditCode === creditCode)

describe('cases from many systems', () => {
  it('are one for each number, with every system that told of it, as of the oldest', () => {
    const merged = mergeHoldings([known('a', holdings([aRecord(), aRecord({ caseNo: numberOf(2) })])), known('b', holdings([aRecord()]), NOW - HOUR)])
    expect(merged.map(({ record, sources, asOf }) => [record.caseNo, sources, asOf])).toEqual([[numberOf(1), ['a', 'b'], NOW - HOUR], [numberOf(2), ['a'], NOW]])
  })

  it('told by two: who knows a later step is believed, in whatever order, and the other fills what it leaves open', () => {
    const early = aRecord({ steps: [{ stage: 'apply', at: 1, department: 'x', note: '' }], ticketId: 'test.00000000000000000000', limit: { promisedDays: 10, statutoryDays: 15 } })
    const late = aRecord({ state: 'granted', stage: 'issue', acceptedOn: null, limit: null, steps: [{ stage: 'decide', at: 2, department: 'y', note: '' }] })
    for (const pair of [[early, late], [late, early]] as const) {
      const [one] = mergeHoldings(pair.map((record, i) => known(`s${i}`, holdings([record]))))
      expect(one?.record).toMatchObject({ state: 'granted', stage: 'issue', acceptedOn: '20260105', limit: { promisedDays: 10 }, ticketId: 'test.00000000000000000000' })
      expect(one?.record.steps.map(({ stage }) => stage).sort()).toEqual(['apply', 'decide'])
    }
  })

  it('told by two at the same step: the later word is believed, and of the same age the first in the configuration', () => {
    const stopped = aRecord({ state: 'supplement' })
    expect(mergeHoldings([known('a', holdings([aRecord()]), NOW - HOUR), known('b', holdings([stopped]))])[0]?.record.state).toBe('supplement')
    expect(mergeHoldings([known('a', holdings([aRecord()])), known('b', holdings([stopped]), NOW - HOUR)])[0]?.record.state).toBe('in-progress')
    expect(mergeHoldings([known('a', holdings([aRecord()])), known('b', holdings([stopped]), NOW + 500)])[0]?.record.state).toBe('in-progress')
  })

  it('handled jointly: a department’s own word lies over what the leading system has heard, in whatever order they are told', () => {
    const lead = known('lead', holdings([coarse]))
    const own = known('housing', holdings([], [aTrack({ note: '细' })]))
    for (const order of [[lead, own], [own, lead]]) {
      const merged = mergeHoldings(order)
      expect(trackOf(merged, HOUSING.creditCode)).toMatchObject({ note: '细', limit: { promisedDays: 5 }, sourceId: 'housing' })
      expect(merged[0]?.tracks).toHaveLength(3)
      expect(merged[0]?.sources).toEqual(['lead', 'housing'])
    }
  })

  it('handled jointly: the leading system is believed where it has heard of more, or the own word is old and says otherwise', () => {
    const decided = aRecord({ tracks: [aTrack({ state: 'granted', stage: 'decide', note: '粗' })] })
    expect(trackOf(mergeHoldings([known('lead', holdings([decided])), known('housing', holdings([], [aTrack()]))]), HOUSING.creditCode)).toMatchObject({ note: '粗', sourceId: 'lead' })
    const own = aTrack({ state: 'special', note: '旧' })
    expect(trackOf(mergeHoldings([known('lead', holdings([coarse])), known('housing', holdings([], [own]), NOW - HOUR)]), HOUSING.creditCode)).toMatchObject({ note: '粗' })
    expect(trackOf(mergeHoldings([known('lead', holdings([coarse])), known('housing', holdings([], [own]))]), HOUSING.creditCode)).toMatchObject({ note: '旧' })
  })

  it('a part of a case that nobody leads is no case', () => { expect(mergeHoldings([known('housing', holdings([], [aTrack()]))])).toEqual([]) })
})
