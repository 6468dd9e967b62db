import { z } from 'zod'
import { isCaseNo, RECEIPT_SECRET } from './caseNumbers'
import { caseStages, caseStates, resultWays, stopReasons } from './caseStates'
import { endpoint, instant, localText } from './endpoint'
import { day, hallId, itemId, personId, ticketId } from './ids'
import { tidyNumber } from './identityNumbers'

export const caseNo = z.string().refine(isCaseNo, 'is no case number: its form or its check character is wrong')
  .meta({ id: 'CaseNo', description: '办件号, 43 characters: 实施编码, day, number (GB/T 39554.1)', example: '11440100007482575H3440118009000202601050001' })
/** An outside system, by its name in the configuration. */
export const sourceId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/).meta({ id: 'SourceId', example: 'one-window' })

/** What became of asking one system. `late`: its answer may still come, ask again. `unreadable`: it answered, and not by its contract. */
export const sourceState = z.object({
  sourceId, name: localText, state: z.enum(['answered', 'late', 'unavailable', 'unreadable']),
  asOf: instant.nullable().meta({ description: 'Of what is shown of it; null when nothing of it is' }),
}).meta({ id: 'SourceState' })
export type SourceState = z.output<typeof sourceState>

const stage = z.enum(caseStages).meta({ id: 'CaseStage' })
const state = z.enum(caseStates).meta({ id: 'CaseState' })

/** The promised day, reckoned in working days, stops left out. */
export const casePromise = z.object({
  days: z.number().int().meta({ description: 'Working days promised (承诺时限)' }),
  statutoryDays: z.number().int().nullable().meta({ description: 'Working days the law allows (法定时限)' }),
  by: day.nullable().meta({ description: 'Null while the clock stands, and before it runs' }),
  daysLeft: z.number().int().nullable().meta({ description: 'Working days to the promised day, or left once the clock runs again; below zero: late by so many' }),
  stopped: z.object({ reason: z.enum(stopReasons), since: day, note: z.string() }).nullable(),
}).meta({ id: 'CasePromise' })
export type CasePromise = z.output<typeof casePromise>

export const caseSummary = z.object({
  caseNo, itemName: z.string(), itemId: itemId.nullable().meta({ description: 'Its guide in the catalogue; null when it has none' }),
  applicant: z.string().meta({ description: 'A person’s name is masked' }), state, stage,
  department: z.string().meta({ description: 'Who has it now' }),
  filedOn: day, promise: casePromise.nullable().meta({ description: 'Null when nothing was promised, or all is decided' }),
  waitsForMe: z.boolean().meta({ description: 'The applicant has to do something: bring what is missing, or fetch the result' }),
  bringBy: day.nullable().meta({ description: 'Until when what is missing must be brought' }),
  joint: z.number().int().meta({ description: 'Departments that handle it jointly; 0 when one does' }),
  sources: z.array(sourceId).meta({ description: 'Which systems it was read from' }), asOf: instant,
}).meta({ id: 'CaseSummary' })
export type CaseSummary = z.output<typeof caseSummary>

export const caseStep = z.object({
  stage, status: z.enum(['done', 'now', 'next']), at: instant.nullable(), department: z.string().nullable(), note: z.string(),
}).meta({ id: 'CaseStep' })
export type CaseStep = z.output<typeof caseStep>

export const caseTrack = z.object({
  department: z.string(), state, stage, promise: casePromise.nullable(), holdsUp: z.boolean().meta({ description: 'The whole case waits for this one' }),
  note: z.string(), sourceId: sourceId.nullable(), asOf: instant,
}).meta({ id: 'CaseTrack', description: 'One department’s part of a case handled jointly' })
export type CaseTrack = z.output<typeof caseTrack>

export const caseDetail = caseSummary.extend({
  steps: z.array(caseStep), stops: z.array(z.object({ reason: z.enum(stopReasons), from: day, until: day.nullable(), note: z.string() })),
  supplement: z.object({ asks: z.array(z.object({ name: z.string(), note: z.string() })), until: day }).nullable(),
  result: z.object({
    outcome: z.enum(['granted', 'refused']), on: day, document: z.string(), reason: z.string(),
    ways: z.array(z.object({ way: z.enum(resultWays), place: z.string(), note: z.string(), hallId: hallId.nullable() })), collectedOn: day.nullable(),
  }).nullable(),
  tracks: z.array(caseTrack), heldUpBy: z.array(z.string()).meta({ description: 'Departments the case waits for' }),
  visit: z.object({ ticketId, number: z.string(), hallId, finishedAt: instant.nullable(), rated: z.boolean() }).nullable()
    .meta({ description: 'The visit at which it was filed, when it was the caller’s' }),
}).meta({ id: 'CaseDetail' })
export type CaseDetail = z.output<typeof caseDetail>

const answer = { sources: z.array(sourceState), complete: z.boolean().meta({ description: 'Every system answered' }), askAgainMs: z.number().int().nullable().meta({ description: 'More may come: ask again after so long' }) }

const exampleCase = {
  caseNo: '11440100007482575H3440118009000202601050001', itemName: '劳动能力复查鉴定申请', itemId: 'work-ability-review', applicant: '演*', state: 'in-progress', stage: 'examine',
  department: '市人力资源和社会保障局', filedOn: '20260105', promise: { days: 40, statutoryDays: 60, by: '20260306', daysLeft: 40, stopped: null },
  waitsForMe: false, bringBy: null, joint: 0, sources: ['one-window'], asOf: 1767600000000,
} as const
const exampleDetail = {
  ...exampleCase, steps: [{ stage: 'accept', status: 'done', at: 1767578400000, department: '综合窗口', note: '' }, { stage: 'examine', status: 'now', at: null, department: '市人力资源和社会保障局', note: '' }],
  stops: [], supplement: null, result: null, tracks: [], heldUpBy: [], visit: null,
} as const
const exampleSource = { sourceId: 'one-window', name: { zh: '一窗综合受理系统', en: 'One-window acceptance' }, state: 'answered', asOf: 1767600000000 } as const
const exampleAnswer = { sources: [exampleSource], complete: true, askAgainMs: null } as const

export const listCases = endpoint({
  method: 'GET', path: '/api/cases', summary: 'My cases from every system at once, or an enterprise’s that I handle', caller: 'citizen', status: 200,
  query: z.strictObject({ personId: personId.default('self').meta({ description: '`self`, or an enterprise I am the agent of' }) }),
  errors: ['UNAUTHENTICATED', 'REAL_NAME_NEEDED', 'PERSON_NOT_FOUND', 'NOT_GRANTED'],
  output: z.object({ cases: z.array(caseSummary), ...answer }), example: { query: { personId: 'self' }, output: { cases: [exampleCase], ...exampleAnswer } },
})

export const readCase = endpoint({
  method: 'GET', path: '/api/cases/:caseNo', summary: 'One of my cases: its whole timeline', caller: 'citizen', status: 200,
  params: z.strictObject({ caseNo }), query: z.strictObject({ personId: personId.default('self') }),
  errors: ['UNAUTHENTICATED', 'REAL_NAME_NEEDED', 'PERSON_NOT_FOUND', 'NOT_GRANTED', 'CASE_NOT_FOUND', 'CASE_SYSTEMS_SILENT'],
  output: z.object({ case: caseDetail, ...answer }), example: { params: { caseNo: exampleCase.caseNo }, query: { personId: 'self' }, output: { case: exampleDetail, ...exampleAnswer } },
})

export const receipt = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name'), caseNo: z.string().max(64).transform(tidyNumber).pipe(caseNo), name: z.string().trim().min(1).max(100) }),
  z.strictObject({ by: z.literal('barcode'), caseNo, secret: z.string().regex(RECEIPT_SECRET) }),
])
export type Receipt = z.output<typeof receipt>

/** By POST, so that no name stands in an address. */
export const findCase = endpoint({
  method: 'POST', path: '/api/cases/search', summary: 'The case of a receipt: its number and the applicant’s name, or its barcode', caller: 'anyone', status: 200,
  body: receipt, errors: ['CASE_NOT_FOUND', 'CASE_SYSTEMS_SILENT', 'TOO_MANY_TRIES'], output: z.object({ case: caseDetail, ...answer }),
  example: { body: { by: 'name', caseNo: exampleCase.caseNo, name: '演示用户一' }, output: { case: exampleDetail, ...exampleAnswer } },
})

export const readCaseOfTicket = endpoint({
  method: 'GET', path: '/api/tickets/:ticketId/case', summary: 'The case that was filed at my visit', caller: 'citizen', status: 200,
  params: z.strictObject({ ticketId }), errors: ['UNAUTHENTICATED', 'TICKET_NOT_FOUND', 'CASE_NOT_FOUND', 'CASE_SYSTEMS_SILENT'],
  output: z.object({ case: caseDetail, ...answer }), example: { params: { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d' }, output: { case: exampleDetail, ...exampleAnswer } },
})
