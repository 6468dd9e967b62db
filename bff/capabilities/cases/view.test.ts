import { caseDetail, caseSummary } from '@shared/cases'
import { createWorkCalendar } from '../../platform/workCalendar'
import { mergeHoldings } from './merge'
import type { CaseRecord, TrackRecord } from './port'
import { aRecord, aTrack, holdings, HOUSING, LAND, numberOf, SOCIAL } from './testing/records'
import { detailOf, inOrder, summaryOf, type Viewing } from './view'

const isWorkingDay = createWorkCalendar()
const on = (today: string): Viewing => ({ today, isWorkingDay, itemOf: () => 'residence-permit' })
const merged = (given: Partial<CaseRecord>) => {
  const [one] = mergeHoldings([{ sourceId: 'one-window', holdings: holdings([aRecord(given)]), asOf: 1_767_600_000_000 }])
  if (!one) throw new Error('nothing came of it')
  return one
}
const summary = (given: Partial<CaseRecord> = {}, today = '20260107') => summaryOf(merged(given), on(today))
const detail = (given: Partial<CaseRecord> = {}, today = '20260107') => detailOf(merged(given), on(today))
const joint = (today: string, ...tracks: readonly Partial<TrackRecord>[]) => detail({ limit: { promisedDays: 30, statutoryDays: 45 }, tracks: tracks.map(aTrack) }, today)
const result = { outcome: 'granted', on: '20260107', document: '居住证', reason: '', ways: [{ way: 'window', place: '综合出件窗口', note: '', hallId: null }], collectedOn: null } as const
const supplement = { asks: [{ name: '房屋产权证明', note: '' }], until: '20260115' }

describe('a case as it is shown', () => {
  it('is exactly what the contract says', () => {
    expect(caseSummary.parse(summary())).toEqual(summary())
    const whole = { ...detail({ tracks: [aTrack()], stops: [{ reason: 'hearing', from: '20260106', until: null, note: '' }], result, supplement }), visit: null }
    expect(caseDetail.parse(whole)).toEqual(whole)
  })

  it('has its day from its number, its guide from its item, and its promise counted', () => {
    expect(summary()).toMatchObject({ filedOn: '20260105', itemId: 'residence-permit', promise: { by: '20260119', daysLeft: 8 }, joint: 0, waitsForMe: false, bringBy: null })
  })

  it('promises nothing more once it is decided', () => {
    for (const state of ['granted', 'delivered', 'refused', 'withdrawn'] as const) expect(summary({ state })).toMatchObject({ promise: null })
  })

  it('waits for the applicant while something must be brought, and says until when', () => {
    expect(summary({ state: 'supplement', supplement })).toMatchObject({ waitsForMe: true, bringBy: '20260115' })
    // What was brought is no longer asked for.
    expect(summary({ supplement })).toMatchObject({ waitsForMe: false, bringBy: null })
    expect(detail({ supplement }).supplement).toBeNull()
  })

  it('waits for the applicant while a result is there to fetch, not before and not after', () => {
    expect(summary({ state: 'granted', stage: 'deliver', result }).waitsForMe).toBe(true)
    expect(summary({ state: 'granted', stage: 'issue', result: { ...result, ways: [] } }).waitsForMe).toBe(false)
    expect(summary({ state: 'delivered', stage: 'deliver', result: { ...result, collectedOn: '20260108' } }).waitsForMe).toBe(false)
  })
})

describe('who holds a joint case up', () => {
  const three = [{ department: SOCIAL, state: 'granted', stage: 'decide' }, { department: HOUSING }, { department: LAND, limit: { promisedDays: 8, statutoryDays: null } }] as const

  it('is the one promised last, while all are in time; every part has a promise of its own', () => {
    const { tracks, heldUpBy, promise } = joint('20260107', ...three)
    expect(heldUpBy).toEqual([LAND.name])
    expect(tracks.map((track) => [track.holdsUp, track.promise?.by ?? null])).toEqual([[false, null], [false, '20260112'], [true, '20260115']])
    expect(promise).toMatchObject({ by: '20260214' })
  })

  it('is everyone who is late, before one promised later', () => {
    expect(joint('20260113', ...three).heldUpBy).toEqual([HOUSING.name])
    expect(joint('20260116', ...three).heldUpBy).toEqual([HOUSING.name, LAND.name])
  })

  it('is one whose clock stands, for nobody knows when it ends', () => {
    expect(joint('20260107', { department: HOUSING, state: 'special', stops: [{ reason: 'inspection', from: '20260106', until: null, note: '' }] }, three[2]).heldUpBy).toEqual([HOUSING.name])
  })

  it('is not one that has not begun while others are at work, and everyone where nothing was promised', () => {
    expect(joint('20260107', { department: HOUSING }, { department: LAND, state: 'applied', stage: 'apply', startedOn: null }).heldUpBy).toEqual([HOUSING.name])
    expect(joint('20260107', { department: HOUSING, limit: null }, { department: LAND, limit: null }).heldUpBy).toEqual([HOUSING.name, LAND.name])
  })

  it('is nobody when all have decided, when the case is over, and while it waits for the applicant', () => {
    expect(joint('20260107', three[0]).heldUpBy).toEqual([])
    expect(detail({ state: 'withdrawn', tracks: [aTrack()] }).heldUpBy).toEqual([])
    expect(detail({ state: 'supplement', supplement, tracks: [aTrack()] }).heldUpBy).toEqual([])
  })
})

describe('a list', () => {
  it('begins with what waits for the applicant, then what is under way, the newest first', () => {
    const filed = (n: number, given: Partial<CaseRecord>) => summary({ caseNo: numberOf(n), ...given })
    const cases = [filed(1, { state: 'delivered' }), filed(2, {}), filed(3, { state: 'supplement', supplement }), filed(4, { caseNo: numberOf(4).replace('20260105', '20260106') })]
    expect(inOrder(cases).map(({ caseNo }) => caseNo.slice(-12))).toEqual(['202601050003', '202601060004', '202601050002', '202601050001'])
  })
})
