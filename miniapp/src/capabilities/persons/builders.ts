import type { Person } from '@shared/persons'

export const personOf = (given: Partial<Person> = {}): Person => ({
  personId: `p${'0'.repeat(24)}`, kind: 'family', name: '张*', idMasked: '1****************X', relation: 'parent', until: null, expired: false, grants: ['book', 'cases'], ...given,
})

export const enterpriseOf = (given: Partial<Person> = {}): Person => personOf({
  personId: `p${'1'.repeat(24)}`, kind: 'enterprise', name: '演示科技有限公司', idMasked: '9****************3', relation: null, until: '20261231', ...given,
})
