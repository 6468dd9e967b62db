import { pino } from 'pino'
import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { caseItems } from '../../../mock/world/items'
import { demoPeople } from '../../../mock/world/people'
import { testUpstream } from '../../../tests/support/upstream'
import type { RatingToSend } from '../../capabilities/ratings/port'
import { aRated, aRating as theRating, newVisit } from '../../capabilities/ratings/testing/builders'
import { createRatingPlatform } from './ratingPlatform'

/** Monday 2026-01-05, 10:00:07 in Asia/Shanghai. */
const NOW = Date.UTC(2026, 0, 5, 2, 0, 7)
const simulators = useSimulators(() => NOW)
let logged = ''

const open = ({ key = 'demo-key', clock = () => NOW, fault }: { key?: string; clock?: () => number; fault?: FaultKind } = {}) => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => { logged += line } })
  return createRatingPlatform(testUpstream('rating', fault), { systemId: 'rating-platform', url: `${simulators.url()}/rating`, key }, clock, logger, { appId: 'yichuang', channel: '2' })
}
const aRating = (rating: Partial<RatingToSend['rating']> = {}, rated: Partial<RatingToSend['rated']> = {}): RatingToSend => {
  const ratingId = newVisit()
  return {
    rating: theRating({ ratingId, tags: ['510', '517'], ratedAt: NOW, ...rating }),
    rated: aRated({ projectNo: ratingId, item: { code: caseItems.residencePermit.code, name: '居住证办理', onTheSpot: false }, ...rated }),
    rater: null, revision: 1, deleted: false,
  }
}
const received = async () => await (await fetch(`${simulators.url()}/rating/received?last=1000`)).json() as { count: number; last: Record<string, unknown>[] }
const copiesOf = async ({ rated }: RatingToSend) => (await received()).last.filter(({ projectno }) => projectno === rated.projectNo)
const delivered = { kind: 'delivered' }
const later = { kind: 'later' }

beforeEach(() => { logged = '' })

describe('the rating platform', () => {
  it('is told of a rating in its own fields, anonymously', async () => {
    const one = aRating()
    expect(await open().deliver(one)).toEqual(delivered)
    expect(await copiesOf(one)).toEqual([{
      projectno: one.rated.projectNo, taskCode: caseItems.residencePermit.code, taskName: '居住证办理', pf: '2', satisfaction: '5', assessTime: '2026-01-05 10:00:07', assessNumber: '1',
      evalDetail: '510,517', writingEvaluation: '', areacode: '440106000000', windowNo: '5', workNo: 'clerk1', hallCode: 'test', departmentCode: '11990000DEPT00005Y',
      userType: '0', projectType: '2', named: false, revision: 1,
    }])
  })

  it('is told of a case by its number', async () => {
    const caseNo = `${caseItems.residencePermit.code}202601050001`
    const one = aRating({}, { kind: 'case', projectNo: caseNo, hallId: 'online', district: '440100', windowId: null, clerk: null })
    expect(await open().deliver(one)).toEqual(delivered)
    expect(await copiesOf(one)).toMatchObject([{ projectno: caseNo, hallCode: 'online', areacode: '440100000000' }])
  })

  it.each([[[0, 1]], [[1, 0]]])('has a changed rating as it was said last, told in the order %j', async (order) => {
    const first = aRating()
    const changed: RatingToSend = { ...first, rating: { ...first.rating, level: 2, tags: ['209'], changedAt: NOW }, revision: 2 }
    for (const i of order) expect(await open().deliver([first, changed][i] as RatingToSend)).toEqual(delivered)
    expect(await copiesOf(first)).toMatchObject([{ satisfaction: '2', evalDetail: '209', revision: 2 }])
  })

  it.each([[[0, 1]], [[1, 0]], [[0, 1, 1, 0]]])('has a deleted rating no more, told in the order %j', async (order) => {
    const first = aRating()
    const gone: RatingToSend = { ...first, rating: { ...first.rating, tags: [], text: '' }, deleted: true }
    for (const i of order) expect(await open().deliver([first, gone][i] as RatingToSend)).toEqual(delivered)
    expect(await copiesOf(first)).toEqual([])
  })

  it('is told who rated where a name is given', async () => {
    const [person] = demoPeople
    const one = { ...aRating(), rater: { name: person?.name ?? '', idNumber: person?.idNumber ?? '' } }
    expect(await open().deliver(one)).toEqual(delivered)
    expect(await copiesOf(one)).toMatchObject([{ named: true }])
  })

  it('takes a visit of which neither item nor window nor clerk is known, and an item of no catalogue', async () => {
    const bare = aRating({ text: '“引号”\n换行 & 😀' }, { item: null, windowId: null, clerk: null })
    expect(await open().deliver(bare)).toEqual(delivered)
    expect(await copiesOf(bare)).toMatchObject([{ taskCode: '', departmentCode: '', taskName: '综合业务', windowNo: '', workNo: '', projectType: '1', writingEvaluation: '“引号”\n换行 & 😀' }])
    expect(await open().deliver(aRating({}, { item: { code: null, name: '办不成事', onTheSpot: true } }))).toEqual(delivered)
  })

  it('says of a repetition that it is delivered', async () => {
    const one = aRating()
    for (let time = 0; time < 3; time += 1) expect(await open().deliver(one)).toEqual(delivered)
    expect(await copiesOf(one)).toHaveLength(1)
  })

  it('refuses for good what is wrong with the rating itself, by the platform’s code', async () => {
    for (const [one, code] of [
      [aRating({ level: 1, tags: [] }), '20007'], [aRating({ level: 4 }), '20006'], [aRating({}, { district: '440199' }), '20005'],
      [aRating({ ratedAt: NOW - 31 * 86_400_000 }), '20004'], [aRating({}, { windowId: '五' }), '20001'],
    ] as const) expect(await open().deliver(one)).toEqual({ kind: 'refused', code })
  })

  it('holds nothing against a rating that is wrong with us or with them: a key, a clock, a code nobody knows', async () => {
    const one = aRating()
    expect(await open({ key: 'guess' }).deliver(one)).toEqual(later)
    expect(await open({ clock: () => NOW + 3_600_000 }).deliver(one)).toEqual(later)
    expect(await open().deliver({ ...one, rating: { ...one.rating, ratedAt: NOW + 3_600_000 } })).toEqual(later)
    for (const fault of [{ status: 403, body: { code: '20001' } }, { body: { code: '90001', msg: '系统维护中', data: null } }]) {
      await simulators.fault({ system: 'rating', kind: 'answer', times: 1, ...fault })
      expect(await open().deliver(one)).toEqual(later)
    }
    expect(logged).toContain('"said":"10003"')
    expect(logged).toContain('"said":"90001"')
    expect(logged).toContain('"status":403')
    expect(logged).not.toContain(one.rating.ratingId)
  })

  it.each([{ code: '0', msg: '', data: null }, [], { code: 20001, data: null }, { code: '很长的一句话', data: null }])('is not believed when it answers %j', async (body) => {
    const one = aRating()
    await simulators.fault({ system: 'rating', kind: 'answer', body, path: 'assess' })
    expect(await open().deliver(one)).toEqual(later)
  })

  it.each(['slow', 'hang', 'error', 'malformed', 'half', 'drop', 'commit-then-drop', 'duplicate'] as const)('has a rating once after “%s”', async (kind) => {
    const one = aRating()
    await simulators.fault({ system: 'rating', kind, times: 1, ms: 200 })
    expect(await open({ fault: kind }).deliver(one)).toEqual(delivered)
    expect(await copiesOf(one)).toHaveLength(1)
  })

  it('is tried later while it is away', async () => {
    const one = aRating()
    await simulators.fault({ system: 'rating', kind: 'error', path: 'assess' })
    expect(await open().deliver(one)).toEqual(later)
    expect(await copiesOf(one)).toHaveLength(0)
  })

  it.each([-3_600_000, 3_600_000])('is tried later while its clock is %s ms off', async (ms) => {
    const one = aRating()
    await simulators.fault({ system: 'rating', kind: 'wrong-clock', ms })
    expect(await open().deliver(one)).toEqual(later)
    await fetch(`${simulators.url()}/faults`, { method: 'DELETE' })
    expect(await open().deliver(one)).toEqual(delivered)
  })
})
