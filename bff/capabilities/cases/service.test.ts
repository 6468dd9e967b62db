import { ContractError } from '@shared/errors'
import { createWorkCalendar } from '../../platform/workCalendar'
import type { CaseSource, ReceiptProof, Subject } from './port'
import { CaseService, type CaseServiceParts } from './service'
import { answered, aRecord, aSource, aTrack, copiesInMemory, holdings, HOUSING, LAND, numberOf } from './testing/records'

const ME = { name: '演示用户一', idNumber: '990000190001010016' }
const ENTERPRISE = `p${'1'.repeat(24)}`
const TICKET = 'test.00000000000000000001'
const NOW = Date.UTC(2026, 0, 7, 2)
const caseNo = numberOf(1)
const visit = { number: 'A001', hallId: 'test', finishedAt: NOW - 3_600_000, rated: true }
let tried: string[]

const create = (sources: readonly CaseSource[], given: Partial<CaseServiceParts> = {}) => new CaseService({
  sources, copies: copiesInMemory(), clock: () => NOW, answerMs: 200, askAgainMs: 1_500, subjectKey: Buffer.from('key of tests'), isWorkingDay: createWorkCalendar(),
  names: { of: async (citizenId) => (citizenId === 'me' ? ME : null) },
  enterprises: {
    find: async (_, personId) => {
      if (personId !== ENTERPRISE) throw new ContractError('PERSON_NOT_FOUND')
      return { creditCode: '91990000DEM000001T' }
    },
  },
  visits: {
    find: async (citizenId, ticketId) => {
      if (citizenId !== 'me' || ticketId !== TICKET) throw new ContractError('TICKET_NOT_FOUND')
      return visit
    },
  },
  guides: { itemOf: (code) => (code === caseNo.slice(0, 31) ? 'residence-permit' : null) },
  tries: { count: async (no) => { tried.push(`count ${no}`) }, forgive: async (no) => { tried.push(`forgive ${no}`) } },
  report: () => undefined, ...given,
})
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'ok', (error: { code?: string }) => error.code)
const gone = aSource('gone', { listOf: async () => ({ kind: 'unavailable' }), find: async () => ({ kind: 'unavailable' }), ofTicket: async () => ({ kind: 'unavailable' }) })
const silent = aSource('silent', { listOf: () => new Promise(() => undefined) })
const ofWindow = aSource('one-window', { holds: holdings([aRecord({ ticketId: TICKET, tracks: [aTrack({ limit: null }), aTrack({ department: LAND, limit: null })] })]) })
const proof: ReceiptProof = { by: 'name', caseNo, name: '演示用户一' }

beforeEach(() => { tried = [] })

describe('my cases', () => {
  it('are put together from every system, with what is missing named and when to ask again', async () => {
    const housing = aSource('housing', { holds: holdings([aRecord({ caseNo: numberOf(2) })], [aTrack()]) })
    const found = await create([ofWindow, housing, gone, silent]).list('me', 'self')
    expect(found.cases.map((one) => [one.caseNo, one.joint, one.itemId, one.sources])).toEqual([[caseNo, 2, 'residence-permit', ['one-window', 'housing']], [numberOf(2), 0, 'residence-permit', ['housing']]])
    expect(found.sources.map(({ sourceId, state }) => [sourceId, state])).toEqual([['one-window', 'answered'], ['housing', 'answered'], ['gone', 'unavailable'], ['silent', 'late']])
    expect(found).toMatchObject({ complete: false, askAgainMs: 1_500 })
  })

  it('are said to be complete only when every system answered', async () => {
    expect(await create([ofWindow]).list('me', 'self')).toMatchObject({ complete: true, askAgainMs: null })
    expect(await create([gone]).list('me', 'self')).toMatchObject({ cases: [], complete: false, askAgainMs: null, sources: [{ state: 'unavailable' }] })
  })

  it('are asked for by the real name, an enterprise’s by its code and my number', async () => {
    const asked: Subject[] = []
    const source = aSource('one', {
      listOf: async (subject) => {
        asked.push(subject)
        return answered(holdings())
      },
    })
    const service = create([source])
    await service.list('me', 'self')
    await service.list('me', ENTERPRISE)
    expect(asked).toEqual([{ kind: 'person', ...ME }, { kind: 'enterprise', creditCode: '91990000DEM000001T', agentIdNumber: ME.idNumber }])
  })

  it('need a real name, and an enterprise I act for', async () => {
    expect(await codeOf(create([ofWindow]).list('nameless', 'self'))).toBe('REAL_NAME_NEEDED')
    expect(await codeOf(create([ofWindow]).list('me', `p${'2'.repeat(24)}`))).toBe('PERSON_NOT_FOUND')
  })
})

describe('one of my cases', () => {
  it('comes with its tracks, who holds it up, and the visit it was filed at', async () => {
    const housing = aSource('housing', { holds: holdings([], [aTrack()]) })
    const found = await create([ofWindow, housing]).read('me', 'self', caseNo)
    expect(found.case).toMatchObject({ caseNo, heldUpBy: [HOUSING.name], visit: { ticketId: TICKET, ...visit } })
    expect(found.case.tracks.map(({ department, sourceId }) => [department, sourceId])).toEqual([[HOUSING.name, 'housing'], [LAND.name, 'one-window']])
  })

  it('comes without the visit when that was somebody else’s, or cannot be read', async () => {
    const visits = { find: async () => { throw new ContractError('UNAVAILABLE') } }
    expect((await create([ofWindow], { visits }).read('me', 'self', caseNo)).case.visit).toBeNull()
  })

  it('is not there when all have answered, and not known to be there while one that may hold it is silent', async () => {
    expect(await codeOf(create([ofWindow]).read('me', 'self', numberOf(9)))).toBe('CASE_NOT_FOUND')
    expect(await codeOf(create([ofWindow, gone]).read('me', 'self', numberOf(9)))).toBe('CASE_SYSTEMS_SILENT')
    expect(await codeOf(create([ofWindow, { ...gone, mayHold: () => false }]).read('me', 'self', numberOf(9)))).toBe('CASE_NOT_FOUND')
  })
})

describe('by receipt', () => {
  it('is found without signing in, is no wrong guess, and shows no visit', async () => {
    expect((await create([ofWindow]).find(proof)).case).toMatchObject({ caseNo, visit: null })
    expect(tried).toEqual([`count ${caseNo}`, `forgive ${caseNo}`])
  })

  it('a wrong name and an unknown number answer alike, and are counted', async () => {
    expect(await codeOf(create([aSource('one-window')]).find(proof))).toBe('CASE_NOT_FOUND')
    expect(tried).toEqual([`count ${caseNo}`])
  })

  it('is not counted where nobody could say: the system that may hold it was silent', async () => {
    expect(await codeOf(create([aSource('one-window'), gone]).find(proof))).toBe('CASE_SYSTEMS_SILENT')
    expect(tried).toEqual([`count ${caseNo}`, `forgive ${caseNo}`])
  })

  it('asks only systems that may hold it, and none when there were too many tries', async () => {
    const asked: string[] = []
    const noting = (sourceId: string, mayHold: boolean) => aSource(sourceId, {
      mayHold: () => mayHold,
      find: async () => {
        asked.push(sourceId)
        return answered(holdings([aRecord()]))
      },
    })
    await create([noting('a', true), noting('b', false)]).find(proof)
    expect(asked).toEqual(['a'])
    const tries = { count: async () => { throw new ContractError('TOO_MANY_TRIES', { minutes: 5 }) }, forgive: async () => undefined }
    expect(await codeOf(create([noting('c', true)], { tries }).find(proof))).toBe('TOO_MANY_TRIES')
    expect(asked).toEqual(['a'])
  })

  it('an answer about another case than the one asked for is none', async () => {
    expect(await codeOf(create([aSource('lying', { holds: holdings([aRecord({ caseNo: numberOf(7) })]) })]).find(proof))).toBe('CASE_NOT_FOUND')
  })

  it('keeps a copy only of what was found, so that guesses push nothing out', async () => {
    const copies = copiesInMemory()
    await codeOf(create([aSource('one-window')], { copies }).find(proof))
    expect(copies.kept.size).toBe(0)
    await create([ofWindow], { copies }).find(proof)
    expect(copies.kept.size).toBe(1)
    expect([...copies.kept.keys()].join()).not.toMatch(/演示|11990000DEPT/)
  })
})

describe('the case of a visit', () => {
  it('is shown to who was there, with the visit and whether it was rated', async () => {
    expect((await create([ofWindow]).ofTicket('me', TICKET)).case).toMatchObject({ caseNo, visit: { ticketId: TICKET, rated: true } })
  })

  it('is nobody else’s, and none when nothing was filed there', async () => {
    expect(await codeOf(create([ofWindow]).ofTicket('other', TICKET))).toBe('TICKET_NOT_FOUND')
    expect(await codeOf(create([aSource('one-window')]).ofTicket('me', TICKET))).toBe('CASE_NOT_FOUND')
    expect(await codeOf(create([gone]).ofTicket('me', TICKET))).toBe('CASE_SYSTEMS_SILENT')
    expect(await codeOf(create([aSource('lying', { holds: holdings([aRecord({ ticketId: 'test.00000000000000000002' })]) })]).ofTicket('me', TICKET))).toBe('CASE_NOT_FOUND')
  })
})
