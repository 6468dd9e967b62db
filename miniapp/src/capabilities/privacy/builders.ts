import type { Consent, HeldPart, KeptByLaw } from '@shared/myData'

const GIVEN = Date.UTC(2026, 0, 1, 1)
export const consentOf = (given: Partial<Consent> = {}): Consent => ({ kind: 'privacy', version: 1, givenAt: GIVEN, withdrawnAt: null, ...given })
export const keptOf = (given: Partial<KeptByLaw> = {}): KeptByLaw => ({
  what: { zh: '评价的修改记录', en: 'The record of how ratings changed' }, why: { zh: '审计日志至少留存 6 个月', en: 'Audit logs stay six months' }, until: Date.UTC(2026, 5, 30, 1), ...given,
})
export const partOf = (given: Partial<HeldPart> = {}): HeldPart => ({ part: 'persons', title: { zh: '办理人', en: 'People I act for' }, records: [{ name: '演*', relation: 'parent' }], ...given })
