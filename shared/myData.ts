import { z } from 'zod'
import { endpoint, instant, localText } from './endpoint'
import { consentKinds } from './privacy'

export const consent = z.object({
  kind: z.enum(consentKinds), version: z.number().int().meta({ description: 'Of the words that were agreed to' }), givenAt: instant, withdrawnAt: instant.nullable(),
}).meta({ id: 'Consent' })
export type Consent = z.output<typeof consent>

export const listConsents = endpoint({
  method: 'GET', path: '/api/consents', summary: 'What I agreed to, and when', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({ consents: z.array(consent) }),
  example: { output: { consents: [{ kind: 'privacy', version: 1, givenAt: 1767229200000, withdrawnAt: null }] } },
})

export const withdrawConsent = endpoint({
  method: 'DELETE', path: '/api/consents/:kind', summary: 'Take a consent back: with the one to the ID number, real name and number are erased', caller: 'citizen', status: 200,
  params: z.strictObject({ kind: z.enum(['idNumber', 'face']) }), errors: ['UNAUTHENTICATED'], output: z.object({ consents: z.array(consent) }),
  example: { params: { kind: 'idNumber' }, output: { consents: [{ kind: 'idNumber', version: 1, givenAt: 1767229200000, withdrawnAt: 1767232800000 }] } },
})

/** One kind of thing that is held about a citizen. */
export const heldPart = z.object({
  part: z.string(), title: localText, records: z.array(z.record(z.string(), z.unknown())),
}).meta({ id: 'HeldPart' })
export type HeldPart = z.output<typeof heldPart>

/** What is not erased on request, and why. */
export const keptByLaw = z.object({
  what: localText, why: localText, until: instant.nullable().meta({ description: 'Null: as long as the department keeps it' }),
}).meta({ id: 'KeptByLaw' })
export type KeptByLaw = z.output<typeof keptByLaw>

const kept = { what: { zh: '评价的修改记录', en: 'The record of how ratings changed' }, why: { zh: '等保三级：审计日志至少留存 6 个月', en: 'Classified protection, level 3: audit logs stay six months at least' }, until: 1782781200000 }
const parts = [{ part: 'persons', title: { zh: '办理人', en: 'People I act for' }, records: [{ name: '演*' }] }]

export const exportMyData = endpoint({
  method: 'GET', path: '/api/my-data', summary: 'Everything that is held about me, and what would stay if I had it deleted', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({ parts: z.array(heldPart), keptByLaw: z.array(keptByLaw), asOf: instant }), example: { output: { parts, keptByLaw: [kept], asOf: 1767229200000 } },
})

export const deleteMyData = endpoint({
  method: 'POST', path: '/api/my-data/deletion', summary: 'Delete what is held about me: numbers and appointments to come are given back, every device is signed out', caller: 'citizen', status: 200,
  body: z.strictObject({ sure: z.literal(true) }), errors: ['UNAUTHENTICATED'],
  output: z.object({ keptByLaw: z.array(keptByLaw) }), example: { body: { sure: true }, output: { keptByLaw: [kept] } },
})
