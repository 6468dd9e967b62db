/** For how many others a citizen may book. */
export const MOST_PERSONS = 5

export const relations = ['child', 'parent', 'spouse', 'grandparent', 'sibling', 'other'] as const
export type Relation = (typeof relations)[number]

/** Below this age a guardian must consent (个人信息保护法 art. 31). */
export const GUARDIAN_MUST_BELOW = 14
/** From this age on nobody else can consent (民法典 art. 17). */
export const GUARDIAN_MAY_BELOW = 18

export type ConsentBy = 'guardian' | 'given'
/** Who may consent at an age. */
export const consentsAt = (age: number): readonly ConsentBy[] => {
  if (age < GUARDIAN_MUST_BELOW) return ['guardian']
  return age < GUARDIAN_MAY_BELOW ? ['guardian', 'given'] : ['given']
}

/** Whether an agent's authorisation may end on a day: after today, within a year. Both `yyyyMMdd`. */
export const isAuthorisationEnd = (until: string, today: string): boolean => until > today && Number(until) <= Number(today) + 10_000
