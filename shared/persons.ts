import { z } from 'zod'
import { endpoint } from './endpoint'
import { day } from './ids'
import { isRealDay } from './identityNumbers'
import { creditCode, idNumber, nameOf } from './personFields'
import { relations } from './personRules'
import { grants } from './privacy'

/** Somebody the citizen may act for; never `self`. The same person has the same id whoever books for them. */
const otherPersonId = z.string().regex(/^p[0-9a-z]{24}$/).meta({ example: 'p0h3k9q2m7x5v8b1n4c6d0z9y' })
export const relation = z.enum(relations).meta({ id: 'Relation' })

/** Somebody for whom a citizen may book. */
export const person = z.object({
  personId: otherPersonId, kind: z.enum(['family', 'enterprise']),
  name: z.string().meta({ description: 'A family member’s is masked' }),
  idMasked: z.string().meta({ description: 'First and last character of the ID number or credit code' }),
  relation: relation.nullable().meta({ description: 'What a family member is to the citizen' }),
  until: day.nullable().meta({ description: 'Enterprise: the last day of the agent’s authorisation' }),
  expired: z.boolean().meta({ description: 'The authorisation has ended, or a guardian’s consent by the child coming of age: nothing can be done for them until it is renewed' }),
  grants: z.array(z.enum(grants)).meta({ description: 'Enterprise: what it granted its agent; nothing else is shown to them. Family: all' }),
}).meta({ id: 'Person' })
export type Person = z.output<typeof person>

export const newPerson = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('family'), name: nameOf(50), idNumber, relation,
    consent: z.literal(true), consentBy: z.enum(['guardian', 'given']).meta({ description: 'A guardian only for somebody under 18, and always for somebody under 14' }),
  }),
  z.strictObject({
    kind: z.literal('enterprise'), name: nameOf(100), creditCode,
    authorisedUntil: day.refine(isRealDay, 'is not in the calendar').meta({ description: 'The last day of the authorisation: after today, within a year' }), consent: z.literal(true),
  }),
])
export type NewPerson = z.output<typeof newPerson>

const example = {
  personId: 'p0h3k9q2m7x5v8b1n4c6d0z9y', kind: 'family', name: '张*', idMasked: '1****************X', relation: 'parent', until: null, expired: false, grants: ['book', 'cases'],
} as const

export const listPersons = endpoint({
  method: 'GET', path: '/api/persons', summary: 'For whom I may book', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({ persons: z.array(person), most: z.number().int() }), example: { output: { persons: [example], most: 5 } },
})

export const addPerson = endpoint({
  method: 'POST', path: '/api/persons', summary: 'Add a family member, or an enterprise one is the agent of; the same again renews it', caller: 'citizen', status: 201,
  idempotencyKey: true, body: newPerson,
  errors: ['UNAUTHENTICATED', 'PERSONS_FULL', 'CONSENT_NOT_VALID', 'AUTHORISATION_PERIOD', 'NOT_AUTHORISED', 'NAME_NOT_CONFIRMED', 'REAL_NAME_NEEDED', 'IDENTITY_UNAVAILABLE', 'PERSON_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'], output: person,
  example: { body: { kind: 'family', name: '张三', idNumber: '11010519491231002X', relation: 'parent', consent: true, consentBy: 'given' }, output: example },
})

export const removePerson = endpoint({
  method: 'DELETE', path: '/api/persons/:personId', summary: 'Act for somebody no longer; what is booked stays', caller: 'citizen', status: 200,
  params: z.strictObject({ personId: otherPersonId }), errors: ['UNAUTHENTICATED', 'PERSON_NOT_FOUND'], output: z.object({ removed: z.literal(true) }),
  example: { params: { personId: example.personId }, output: { removed: true } },
})
