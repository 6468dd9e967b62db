import { newPerson } from '@shared/persons'
import { bodyOf, chooseConsentBy, chooseKind, consentByIn, dayIn, emptyForm, faultOf, writeNumber, type PersonForm } from './personForm'

const TODAY = '20260105'
const ADULT = '11010519491231002X'
const bornOn = (day: string): string => Array.from('0123456789X', (check) => `440106${day}001${check}`)
  .find((idNumber) => newPerson.safeParse({ kind: 'family', name: '演示', idNumber, relation: 'child', consent: true, consentBy: 'given' }).success) ?? ''
const family: PersonForm = { kind: 'family', name: ' 张三 ', number: '110105 19491231 002x', relation: 'parent', consentBy: null, until: '', consent: true }
const enterprise: PersonForm = { ...emptyForm, kind: 'enterprise', name: '演示科技有限公司', number: '91350100m000100y43', until: '2026-12-31', consent: true }

describe('a person being filled in', () => {
  it('is sent tidied, and the contract takes it', () => {
    expect(bodyOf(family, TODAY)).toEqual({ kind: 'family', name: '张三', idNumber: ADULT, relation: 'parent', consent: true, consentBy: 'given' })
    expect(bodyOf(enterprise, TODAY)).toEqual({ kind: 'enterprise', name: '演示科技有限公司', creditCode: '91350100M000100Y43', authorisedUntil: '20261231', consent: true })
    for (const form of [family, enterprise]) expect(newPerson.safeParse(bodyOf(form, TODAY)).success).toBe(true)
  })

  it.each<[Partial<PersonForm>, string]>([
    [{ name: ' ' }, 'lacksName'], [{ name: '<b>' }, 'badName'], [{ name: '张\u202e三' }, 'badName'], [{ number: ' ' }, 'lacksNumber'], [{ number: '11010519491231002' }, 'badIdNumber'], [{ number: '110105194912310021' }, 'badIdNumber'],
    [{ number: bornOn('20260105') }, 'notBorn'], [{ relation: null }, 'lacksRelation'], [{ consent: false }, 'lacksConsent'],
  ])('family with %j: %s', (wrong, fault) => {
    expect(faultOf({ ...family, ...wrong }, TODAY)).toBe(fault)
    expect(bodyOf({ ...family, ...wrong }, TODAY)).toBeNull()
  })

  it.each<[Partial<PersonForm>, string]>([
    [{ number: ADULT }, 'badCreditCode'], [{ until: '' }, 'lacksUntil'], [{ until: '2026-02-30' }, 'badUntil'], [{ until: '2026-01-05' }, 'badUntil'], [{ until: '2027-01-06' }, 'badUntil'], [{ consent: false }, 'lacksConsent'],
  ])('enterprise with %j: %s', (wrong, fault) => { expect(faultOf({ ...enterprise, ...wrong }, TODAY)).toBe(fault) })

  it('needs the consent that the age asks for', () => {
    const minor = (day: string) => consentByIn({ ...family, number: bornOn(day), consentBy: 'given' }, TODAY)
    expect([minor('20130105'), minor('20100105'), minor('20000105')]).toEqual(['guardian', 'given', 'given'])
    expect(consentByIn({ ...family, number: bornOn('20100105') }, TODAY)).toBe('guardian')
    expect(consentByIn({ ...family, consentBy: 'guardian' }, TODAY)).toBe('given')
  })

  it('a consent is given to what stood beside it', () => {
    expect(chooseKind(family, 'enterprise')).toEqual({ ...emptyForm, kind: 'enterprise' })
    expect(chooseConsentBy({ ...family, consentBy: 'guardian' }, 'given').consent).toBe(false)
    expect(writeNumber(family, bornOn('20200105'), TODAY).consent).toBe(false)
    expect(writeNumber(family, bornOn('19800105'), TODAY).consent).toBe(true)
  })

  it.each([['2026-12-31', '20261231'], ['2026年1月5日', '20260105'], ['2026/1/5', '20260105'], ['20261231', '20261231'], [' 2026.12.31 ', '20261231'], ['2026-13-01', null], ['tomorrow', null], ['202611', null], ['', null]])('%j is the day %p', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })
})
