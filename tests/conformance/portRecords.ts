import { isCaseNo } from '@shared/caseNumbers'
import { caseStages, caseStates, resultWays, stopReasons } from '@shared/caseStates'
import { isCreditCode } from '@shared/identityNumbers'
import { day, hallId, ticketId } from '@shared/ids'
import { z } from 'zod'
import type { CaseChange, Holdings } from '../../bff/capabilities/cases/port'

const caseNo = z.string().refine(isCaseNo, 'is no case number')
const instant = z.number().int().min(0)
const text = z.string().max(2_000)
const department = z.strictObject({ creditCode: z.string().refine(isCreditCode, 'is no credit code'), name: z.string().min(1) })
const state = z.enum(caseStates)
const stage = z.enum(caseStages)
const limit = z.strictObject({ promisedDays: z.number().int().min(0), statutoryDays: z.number().int().min(0).nullable() }).nullable()
const stops = z.array(z.strictObject({ reason: z.enum(stopReasons), from: day, until: day.nullable(), note: text }))

const track = z.strictObject({ caseNo, department, state, stage, startedOn: day.nullable(), limit, stops, endedOn: day.nullable(), note: text })

const caseRecord = z.strictObject({
  caseNo, itemName: z.string().min(1), applicant: z.string().min(1), state, stage, department, acceptedOn: day.nullable(), limit,
  steps: z.array(z.strictObject({ stage, at: instant, department: z.string().min(1), note: text })), stops,
  supplement: z.strictObject({ asks: z.array(z.strictObject({ name: z.string().min(1), note: text })).min(1), until: day }).nullable(),
  result: z.strictObject({
    outcome: z.enum(['granted', 'refused']), on: day, document: text, reason: text,
    ways: z.array(z.strictObject({ way: z.enum(resultWays), place: text, note: text, hallId: hallId.nullable() })), collectedOn: day.nullable(),
  }).nullable(),
  tracks: z.array(track), ticketId: ticketId.nullable(),
})

/** What the port of cases gives, and nothing beside it. */
export const holdings: z.ZodType<Holdings> = z.strictObject({ cases: z.array(caseRecord), tracks: z.array(track) })
export const caseChange: z.ZodType<CaseChange> = z.strictObject({
  eventId: z.string().min(1).max(200), caseNo, at: instant, kind: z.enum(['accepted', 'supplement', 'stopped', 'resumed', 'decided', 'issued', 'delivered', 'other']),
})
