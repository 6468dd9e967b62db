import { maskName, maskNumber } from '@shared/masks'
import type { ContractError } from '@shared/errors'
import { newPerson, type NewPerson } from '@shared/persons'
import { startOfDay } from '@shared/time'
import { createPersonIds } from '../../personIds'
import type { Authorisation, PersonRecord, PersonStore } from './port'
import { PersonService } from './service'

const ID = '11010519491231002X'
const CODE = '91350100M000100Y43'
const NOON_MS = 12 * 3_600_000
let today = '20260105'
let kept: PersonRecord[]
const store: PersonStore = {
  list: async () => kept,
  read: async (_, personId) => kept.find((one) => one.personId === personId) ?? null,
  add: async (_, record) => {
    kept = [...kept.filter((one) => one.personId !== record.personId), record]
    return record
  },
  remove: async (_, personId) => kept.some((one) => one.personId === personId),
  erase: async () => { kept = [] },
  idsOf: async () => kept.map(({ personId }) => personId),
}
/** What the identity service says, and who asks. */
let world: { together: boolean; authorisation: Authorisation | null; realName: { idNumber: string } | null }
const create = (secret = 'one') => new PersonService({
  store, clock: () => startOfDay(today) + NOON_MS, ids: createPersonIds(Buffer.from(secret)), actKey: Buffer.from('acts'),
  nameCheck: { belongTogether: async () => world.together }, authorisations: { of: async () => world.authorisation }, realNameOf: async () => world.realName,
})
const family = (given: Partial<NewPerson & { kind: 'family' }> = {}): NewPerson =>
  ({ kind: 'family', name: '欧阳修', idNumber: ID, relation: 'parent', consent: true, consentBy: 'given', ...given })
const enterprise = (authorisedUntil = '20261231'): NewPerson => ({ kind: 'enterprise', name: '演示科技有限公司', creditCode: CODE, authorisedUntil, consent: true })
/** An ID number of somebody born on a day. */
const bornOn = (day: string): string => {
  const found = Array.from('0123456789X', (check) => `440106${day}001${check}`).find((idNumber) => newPerson.safeParse(family({ idNumber })).success)
  if (!found) throw new Error(`nobody is born on ${day}`)
  return found
}
const add = (wish: NewPerson) => create().add('c1', 'key', wish)

beforeEach(() => {
  kept = []
  today = '20260105'
  world = { together: true, authorisation: { name: '演示科技有限公司', grants: ['book', 'cases'], until: '20270630' }, realName: { idNumber: '990000190001010016' } }
})

describe('what is kept and shown', () => {
  it('of a family member: first character, masked number, relation', async () => {
    const shown = await add(family())
    expect(shown).toEqual({ personId: expect.stringMatching(/^p[0-9a-z]{24}$/) as string, kind: 'family', name: '欧*', idMasked: '1****************X', relation: 'parent', until: null, expired: false, grants: ['book', 'cases'] })
    expect(JSON.stringify(kept)).not.toMatch(/110105|19491231|阳修/)
    expect(kept[0]).toMatchObject({ consentBy: 'given', consentAt: startOfDay(today) + NOON_MS })
  })

  it('of an enterprise: its name, masked code, and until when', async () => {
    expect(await add(enterprise())).toMatchObject({ kind: 'enterprise', name: '演示科技有限公司', idMasked: '9****************3', relation: null, until: '20261231', expired: false })
    expect(kept[0]).toMatchObject({ creditCode: CODE })
  })

  it.each([['张三', '张*'], ['Maria Lopez', 'M*'], ['𠮷野', '𠮷*']])('%s is shown as %s', (name, masked) => { expect(maskName(name)).toBe(masked) })
  it('a mask keeps the length and nothing else', () => { expect(maskNumber(ID)).toHaveLength(18) })
})

describe('an enterprise one acts for', () => {
  it('is known by its credit code, which is public, until the authorisation ends', async () => {
    const { personId } = await add(enterprise('20260110'))
    expect(await create().findEnterprise('c1', personId)).toEqual({ creditCode: CODE })
    today = '20260111'
    await expect(create().findEnterprise('c1', personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
  })

  it('is no family member, nobody unknown, and none that was added before its code was kept', async () => {
    const parent = await add(family())
    for (const personId of [parent.personId, `p${'0'.repeat(24)}`]) await expect(create().findEnterprise('c1', personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
    const { personId } = await add(enterprise())
    kept = kept.map((one) => ({ ...one, creditCode: null }))
    await expect(create().findEnterprise('c1', personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
  })
})

describe('who is who', () => {
  it('one real person has one id whoever acts for them, and the id needs our key', async () => {
    const one = await create().add('c1', 'key-1', family())
    expect((await create().add('c2', 'key-2', family({ name: '欧 阳修', relation: 'other' }))).personId).toBe(one.personId)
    expect((await create('two').add('c1', 'key-1', family())).personId).not.toBe(one.personId)
    expect((await create().add('c1', 'key-1', family({ idNumber: bornOn('19800101') }))).personId).not.toBe(one.personId)
  })
})

describe('whose consent counts', () => {
  it.each([['20130105', 'given', 'CONSENT_NOT_VALID'], ['20130105', 'guardian', 'ok'], ['20120105', 'given', 'ok'], ['20080106', 'guardian', 'ok'],
    ['20080105', 'guardian', 'CONSENT_NOT_VALID'], ['20080105', 'given', 'ok']] as const)('born %s, consent %s: %s', async (day, consentBy, outcome) => {
    expect(await add(family({ idNumber: bornOn(day), consentBy })).then(() => 'ok', (error: ContractError) => error.code)).toBe(outcome)
  })

  it.each(['20260105', '20270101'])('nobody born on %s can be added yet, and the refusal names no number', async (day) => {
    const idNumber = bornOn(day)
    const refused = await add(family({ idNumber, consentBy: 'guardian' })).then(() => null, (error: ContractError) => error)
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'body.idNumber' }] })
    expect(JSON.stringify({ ...refused, message: refused?.message })).not.toContain(idNumber.slice(6, 14))
  })
})

describe('an agent’s authorisation', () => {
  it.each(['20260105', '20260104', '20270106'])('may not end on %s', async (until) => {
    await expect(add(enterprise(until))).rejects.toMatchObject({ code: 'AUTHORISATION_PERIOD' })
    expect(kept).toEqual([])
  })

  it('books to the end of its last day; then it is shown as expired and no longer found', async () => {
    const { personId } = await add(enterprise('20260131'))
    today = '20260131'
    expect(await create().find('c1', personId)).toEqual({ name: '演示科技有限公司' })
    today = '20260201'
    await expect(create().find('c1', personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
    expect((await create().list('c1')).persons).toMatchObject([{ personId, expired: true }])
    expect(await create().idsOf('c1')).toEqual([personId])
  })
})

describe('what the identity service says', () => {
  it('a name and a number that do not belong together are nobody', async () => {
    world.together = false
    const refused = await add(family()).then(() => null, (error: ContractError) => error)
    expect(refused).toMatchObject({ code: 'NAME_NOT_CONFIRMED' })
    expect([kept, JSON.stringify(refused)]).toEqual([[], expect.not.stringContaining('1101')])
  })

  it('nobody is an agent whom the enterprise has not authorised, or of whom we do not know who they are', async () => {
    world.realName = null
    await expect(add(enterprise())).rejects.toMatchObject({ code: 'REAL_NAME_NEEDED' })
    world = { ...world, realName: { idNumber: ID }, authorisation: null }
    await expect(add(enterprise())).rejects.toMatchObject({ code: 'NOT_AUTHORISED' })
    world.authorisation = { name: '演示科技有限公司', grants: ['book'], until: '20260104' }
    await expect(add(enterprise())).rejects.toMatchObject({ code: 'NOT_AUTHORISED' })
    expect(kept).toEqual([])
  })

  it('an agent does what was granted, and nothing else', async () => {
    world.authorisation = { name: '演示科技有限公司', grants: ['book'], until: '20270630' }
    const { personId, grants } = await add(enterprise())
    expect(grants).toEqual(['book'])
    expect(await create().find('c1', personId)).toEqual({ name: '演示科技有限公司' })
    await expect(create().findEnterprise('c1', personId)).rejects.toMatchObject({ code: 'NOT_GRANTED' })
    world.authorisation = { name: '演示科技有限公司', grants: ['cases'], until: '20270630' }
    await add(enterprise())
    await expect(create().find('c1', personId)).rejects.toMatchObject({ code: 'NOT_GRANTED' })
    expect(await create().findEnterprise('c1', personId)).toEqual({ creditCode: CODE })
  })

  it('no longer than the enterprise said, whatever the agent asked for, and under the name it is registered by', async () => {
    world.authorisation = { name: '演示科技（登记）有限公司', grants: ['book'], until: '20260301' }
    expect(await add(enterprise('20261231'))).toMatchObject({ until: '20260301', name: '演示科技（登记）有限公司' })
    expect(await add(enterprise('20260201'))).toMatchObject({ until: '20260201' })
  })

  it('an enterprise that was added before it was asked has granted nothing', async () => {
    const { personId } = await add(enterprise())
    kept = kept.map((one) => ({ ...one, grants: null }))
    expect((await create().list('c1')).persons).toMatchObject([{ grants: [] }])
    await expect(create().findEnterprise('c1', personId)).rejects.toMatchObject({ code: 'NOT_GRANTED' })
  })
})

describe('a guardian’s consent', () => {
  it('ends on the day the child comes of age, who is then asked themself; nothing tells the birthday', async () => {
    today = '20260227'
    const wish = family({ idNumber: bornOn('20080301'), relation: 'child', consentBy: 'guardian' })
    const { personId, until } = await add(wish)
    expect(until).toBeNull()
    today = '20260228'
    expect(await create().find('c1', personId)).toEqual({ name: '欧*' })
    today = '20260301'
    expect((await create().list('c1')).persons).toMatchObject([{ expired: true, until: null }])
    await expect(create().find('c1', personId)).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
    await add({ ...wish, consentBy: 'given' } as NewPerson)
    expect((await create().list('c1')).persons).toMatchObject([{ expired: false }])
  })
})

describe('two accounts of one person', () => {
  it('have the people of both, whoever is in both once', async () => {
    const byAccount = new Map<string, PersonRecord[]>()
    const shared: PersonStore = {
      ...store, list: async (citizenId) => byAccount.get(citizenId) ?? [],
      add: async (citizenId, record, { most }) => {
        if ((byAccount.get(citizenId) ?? []).length >= most) throw new Error('full')
        byAccount.set(citizenId, [...byAccount.get(citizenId) ?? [], record])
        return record
      },
      remove: async (citizenId, personId) => {
        byAccount.set(citizenId, (byAccount.get(citizenId) ?? []).filter((one) => one.personId !== personId))
        return true
      },
    }
    const record = (personId: string): PersonRecord => ({ personId, kind: 'family', name: '张*', idMasked: '1*X', creditCode: null, relation: 'child', grants: null, until: null, consentBy: 'given', consentAt: 0 })
    byAccount.set('c1', ['p1', 'p2', 'p3', 'p4', 'p5'].map(record))
    byAccount.set('c2', ['p5', 'p6'].map(record))
    const persons = new PersonService({ store: shared, clock: () => 0, ids: createPersonIds(Buffer.from('one')), actKey: Buffer.from('acts'), nameCheck: { belongTogether: async () => true }, authorisations: { of: async () => null }, realNameOf: async () => null })
    await persons.merge('c1', 'c2')
    await persons.merge('c1', 'c2')
    expect((await persons.list('c1')).persons.map(({ personId }) => personId)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6'])
    expect(byAccount.get('c2')).toEqual([])
  })
})

describe('what the contract takes', () => {
  it.each([
    ['15 digits', { idNumber: '110105491231002' }], ['a wrong check', { idNumber: '110105194912310021' }], ['a day that is none', { idNumber: '440106202302290010' }],
    ['no consent', { consent: false }], ['a script for a name', { name: '<script>' }], ['an empty name', { name: ' ' }], ['a name written backwards', { name: '张\u202e三' }], ['an unknown relation', { relation: 'boss' }],
  ])('not %s', (_, wrong) => {
    const result = newPerson.safeParse({ ...family(), ...wrong })
    expect(result.success).toBe(false)
    expect(result.error?.issues.map(({ path }) => path[0])).toContain(Object.keys(wrong)[0])
    expect(result.error?.message).not.toMatch(/1101051|440106/)
  })

  it('a number as people write it', () => {
    expect(newPerson.parse(family({ idNumber: ' 11010519491231002x ' }))).toMatchObject({ idNumber: ID })
    expect(newPerson.parse({ ...enterprise(), creditCode: CODE.toLowerCase() })).toMatchObject({ creditCode: CODE })
    expect(newPerson.safeParse(enterprise('20260230')).success).toBe(false)
  })
})
