import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serviceDay } from '@shared/time'
import { demoEnterprises, demoPeople, type DemoPerson } from '../../../mock/world/people'
import { acceptCase, actOnCase } from '../../../tests/support/cases'
import { newKey, type Citizen } from '../../../tests/support/people'
import { useStack } from '../../../tests/support/stack'
import { systemClock } from '../../platform/clock'

const ANSWER_MS = 800
const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-cases-'))
const file = path.join(folder, 'systems.json')
/** The one-window system, left alone only for a moment when it fails; and the transport office's, which is never there. */
writeFileSync(file, JSON.stringify([
  { systemId: 'one-window', adapter: 'one-window', name: { zh: '一窗综合受理系统', en: 'One-window acceptance' }, url: '{systems}/onewindow', budgetMs: 4_000, attemptMs: 3_500, attempts: 1, openMs: 100 },
  { systemId: 'gone', adapter: 'one-window', name: { zh: '已停用的系统', en: 'A system that is gone' }, url: 'http://127.0.0.1:1', departments: ['11990000DEPT00004U'] },
]))
afterAll(() => rmSync(folder, { recursive: true }))

/** How far the system's clock is put forward. */
let shift = 0
const stack = useStack({ clock: () => systemClock() + shift, settings: { SYSTEMS_FILE: file, CASE_ANSWER_MS: String(ANSWER_MS), CASE_POLL_SECONDS: '1', CASE_TRIES: '3', RATE_LIMITS: 'false' } })

const person = (n: number): DemoPerson => demoPeople[n - 1] as DemoPerson
const list = async (citizen: Citizen, personId = 'self') => {
  const found = await stack().client.call('listCases', { query: { personId } }, citizen)
  return { ...found, names: found.cases.map(({ itemName }) => itemName).sort(), window: found.sources.find(({ sourceId }) => sourceId === 'one-window') }
}
/** Longer than an answer is fresh, or a failure remembered. */
const passTime = () => { shift += 11_000 }
const everything = async (pattern: string): Promise<string> => {
  const keys = await stack().redis.keys(pattern)
  const values = await Promise.all(keys.map(async (key) => (await stack().redis.type(key) === 'zset' ? stack().redis.zrange(key, '0', '-1') : stack().redis.get(key))))
  return JSON.stringify([keys, values])
}

describe('my cases over HTTP', () => {
  afterEach(() => stack().clearFaults())

  it('come with what is missing named; the systems that answered are not held up by it', async () => {
    const found = await list(await stack().people.citizen(1, 'web'))
    expect(found.names).toEqual(['公租房申请', '居住证办理', '户口迁入'])
    expect(found.cases[0]).toMatchObject({ itemName: '户口迁入', waitsForMe: true, bringBy: expect.stringMatching(/^20\d{6}$/) as string, promise: { by: null, stopped: { reason: 'supplement' } } })
    expect(found.sources.map(({ sourceId, state, asOf }) => [sourceId, state, asOf === null])).toEqual([['one-window', 'answered', false], ['gone', 'unavailable', true]])
    expect(found.complete).toBe(false)
  })

  it('late is said as late, and a refusal as one', async () => {
    const late = await list(await stack().people.citizen(2, 'web'))
    expect(late.cases.find(({ itemName }) => itemName === '养老金申领')?.promise?.daysLeft).toBeLessThan(0)
    const [refused] = (await list(await stack().people.citizen(4, 'web'))).cases
    const { case: whole } = await stack().client.call('readCase', { params: { caseNo: refused?.caseNo ?? '' }, query: {} }, await stack().people.citizen(4, 'web'))
    expect(whole).toMatchObject({ state: 'refused', promise: null, result: { outcome: 'refused', reason: expect.stringContaining('居住登记') as string } })
    expect(whole.steps.map(({ stage, status }) => `${stage} ${status}`)).toEqual(['apply done', 'accept done', 'examine done', 'decide done'])
  })

  it('of a system that is slow arrive at the next look: within the time one hears that it is late', async () => {
    const citizen = await stack().people.citizen(5, 'web')
    stack().fault({ system: 'onewindow', kind: 'slow', ms: ANSWER_MS * 2, path: 'listByPerson' })
    const begun = performance.now()
    const first = await list(citizen)
    expect(performance.now() - begun).toBeLessThan(ANSWER_MS * 2 - 100)
    expect(first).toMatchObject({ cases: [], window: { state: 'late', asOf: null }, askAgainMs: 1_500 })
    await pause(1_500)
    expect(await list(citizen)).toMatchObject({ names: ['户口迁入'], window: { state: 'answered' }, askAgainMs: null })
  })

  it.each([['error', 'unavailable'], ['drop', 'unavailable'], ['hang', 'late'], ['malformed', 'unreadable'], ['answer', 'unreadable']] as const)('of a system with the fault “%s” are shown as they were, and come back by themselves', async (kind, state) => {
    const citizen = await stack().people.citizen(6, 'web')
    const before = await list(citizen)
    expect(before).toMatchObject({ names: ['食品经营许可'], window: { state: 'answered' } })
    passTime()
    stack().fault({ system: 'onewindow', kind, path: 'listByPerson' })
    const during = await list(citizen)
    expect(during).toMatchObject({ names: before.names, complete: false, window: { state, asOf: before.window?.asOf } })
    stack().clearFaults()
    // Until what hangs was given up, and the system is asked again.
    await pause(kind === 'hang' ? 4_000 : 300)
    passTime()
    const back = await list(citizen)
    expect(back).toMatchObject({ names: before.names, window: { state: 'answered' } })
    expect(back.window?.asOf ?? 0).toBeGreaterThan(before.window?.asOf ?? 0)
  }, 60_000)

  it('are never an empty list where the system failed and nothing is known of it', async () => {
    stack().fault({ system: 'onewindow', kind: 'malformed', path: 'listByPerson' })
    expect(await list(await stack().people.citizen(7, 'web'))).toMatchObject({ cases: [], complete: false, window: { state: 'unreadable', asOf: null } })
  })

  it('need a real name, which a mini-program’s visitor has not', async () => {
    expect(await stack().client.refusal('listCases', { query: {} }, await stack().people.citizen(1))).toMatchObject({ code: 'REAL_NAME_NEEDED' })
  })

  it('of an enterprise are those its agent handles and was granted to see, and nobody else’s', async () => {
    const [enterprise, other] = demoEnterprises
    const until = serviceDay(systemClock() + 30 * 86_400_000)
    const bodyOf = ({ name, creditCode }: { readonly name: string; readonly creditCode: string }) => ({ kind: 'enterprise', name, creditCode, authorisedUntil: until, consent: true } as const)
    const agency = async (n: number, of: (typeof demoEnterprises)[number]) => {
      const citizen = await stack().people.citizen(n, 'web')
      const { personId } = await stack().client.call('addPerson', { body: bodyOf(of) }, { ...citizen, key: newKey() })
      return { citizen, personId }
    }
    const first = await agency(1, enterprise)
    const mine = await list(first.citizen, first.personId)
    expect(mine.names).toEqual(['企业设立登记', '食品经营许可'])
    expect(mine.cases.find(({ itemName }) => itemName === '食品经营许可')).toMatchObject({ joint: 3, applicant: enterprise.name })
    // Who may book for it alone sees nothing; of the other enterprise they were granted both.
    const booksOnly = await agency(2, enterprise)
    expect(await stack().client.refusal('listCases', { query: { personId: booksOnly.personId } }, booksOnly.citizen)).toMatchObject({ code: 'NOT_GRANTED' })
    const both = await agency(2, other)
    expect((await list(both.citizen, both.personId)).cases.every(({ applicant }) => applicant === other.name)).toBe(true)
    const stranger = await stack().people.citizen(3, 'web')
    expect(await stack().client.refusal('addPerson', { body: bodyOf(enterprise) }, { ...stranger, key: newKey() })).toMatchObject({ code: 'NOT_AUTHORISED' })
    const citizen = await stack().people.citizen(1, 'web')
    expect(await stack().client.refusal('listCases', { query: { personId: `p${'0'.repeat(24)}` } }, citizen)).toMatchObject({ code: 'PERSON_NOT_FOUND' })
  })

  it('leave nothing readable in Redis: names, numbers, items, what was said', async () => {
    await list(await stack().people.citizen(1, 'web'))
    await pause(100)
    const all = await everything('{case-copies:*')
    expect(all.length).toBeGreaterThan(1_000)
    for (const { name, idNumber } of demoPeople) expect([all.includes(name), all.includes(idNumber)]).toEqual([false, false])
    expect(all).not.toMatch(/居住证|公租房|one-window|11990000DEPT|caseNo/)
  })
})

describe('a case by its receipt', () => {
  it('opens by name and by barcode, is locked after wrong guesses, and other numbers are not', async () => {
    const { caseNo, secret } = await acceptCase(stack(), person(3), 'residencePermit', '')
    const { client } = stack()
    const byName = (name: string, no = caseNo) => client.refusal('findCase', { body: { by: 'name', caseNo: no, name } })
    expect((await client.call('findCase', { body: { by: 'name', caseNo, name: person(3).name } })).case).toMatchObject({ caseNo, applicant: '演*' })
    expect((await client.call('findCase', { body: { by: 'barcode', caseNo, secret } })).case).toMatchObject({ caseNo })
    for (const name of ['演示用户四', '演示用户五', '演示用户六']) expect((await byName(name)).code).toBe('CASE_NOT_FOUND')
    expect(await byName(person(3).name)).toMatchObject({ code: 'TOO_MANY_TRIES', details: { minutes: 60 } })
    expect((await byName(person(3).name, caseNo.replace(/.{4}$/, '9999'))).code).toBe('CASE_NOT_FOUND')
  })

  it('is not said to be unknown while the system that may hold it is silent', async () => {
    const caseNo = '11990000DEPT00004U3442018001000202601050001'
    for (let tries = 0; tries < 6; tries += 1) expect((await stack().client.refusal('findCase', { body: { by: 'name', caseNo, name: '演示用户一' } })).code).toBe('CASE_SYSTEMS_SILENT')
  })

  it('with a wrong check character is refused before any system is asked', async () => {
    const caseNo = '11990000DEPT00005Z3442009001000202601050001'
    expect(await stack().client.refusal('findCase', { body: { by: 'name', caseNo, name: '演示用户一' } })).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'body.caseNo' }] })
  })
})

describe('changes', () => {
  it('of a case become events by themselves, each once, and name nobody', async () => {
    await pause(2_000)
    const { caseNo } = await acceptCase(stack(), person(8), 'moveIn', '')
    for (const cz of ['advance', 'advance']) await actOnCase(stack(), caseNo, { cz })
    const events = async () => (await stack().redis.xrange('{cases}:events', '-', '+')).map(([, fields]) => fields).filter((fields) => fields.includes(caseNo))
    for (let tries = 0; tries < 100 && (await events()).length < 2; tries += 1) await pause(100)
    await pause(2_500)
    const found = await events()
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(new Set(found.map((fields) => fields[fields.indexOf('eventId') + 1])).size).toBe(found.length)
    expect(JSON.stringify(found)).not.toMatch(/演示|990000190001/)
  })
})
