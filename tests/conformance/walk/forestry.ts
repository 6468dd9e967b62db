import { departmentOf } from '@shared/caseNumbers'
import { serviceDay } from '@shared/time'
import { z } from 'zod'
import { caseNo, creditCode, happenedBy, MOST_A_CASE, name, text, workingDays } from '../../../bff/backends/caseFields'
import { gathered, piecesOf, shownOwner, sourceAnswer, strangeTo, strangeToProof, whole, type Piece } from '../../../bff/backends/casePieces'
import type { System } from '../../../bff/backends/systems'
import type { Upstream } from '../../../bff/backends/upstream'
import type { CaseChange, CaseRecord, CaseSource, SourceAnswer } from '../../../bff/capabilities/cases/port'
import type { Clock } from '../../../bff/platform/clock'

const STATES = { A: 'applied', E: 'in-progress', B: 'supplement', P: 'special', G: 'granted', R: 'granted', D: 'delivered', N: 'refused', W: 'withdrawn' } as const
const STAGES = ['apply', 'accept', 'examine', 'decide', 'issue', 'deliver'] as const
const REASONS = { B: 'supplement', H: 'hearing', I: 'inspection', T: 'testing', X: 'expert-review', O: 'other' } as const
const WAYS = { C: 'window', P: 'post', L: 'locker', E: 'electronic' } as const
const KINDS = { A: 'accepted', B: 'supplement', P: 'stopped', C: 'resumed', Z: 'decided', I: 'issued', D: 'delivered', O: 'other' } as const

/** A letter of theirs as our word; one we do not know is refused. */
const word = <V extends string>(words: Readonly<Record<string, V>>) => z.string().transform((letter, context) => {
  const ours = Object.entries(words).find(([known]) => known === letter)?.[1]
  if (ours !== undefined) return ours
  context.addIssue({ code: 'custom', message: 'is no letter of theirs' })
  return z.NEVER
})
const stage = z.number().int().min(1).max(STAGES.length).transform((step) => STAGES[step - 1] ?? 'apply')
const instant = z.number().int().min(0).max(4_102_415_999_999)
const many = <T>(one: z.ZodType<T>) => z.array(one).max(MOST_A_CASE)
const dayOrNull = (at: number | null): string | null => (at === null ? null : serviceDay(at))

const fieldsBy = (clock: Clock) => {
  const happened = happenedBy(clock)(instant)
  return z.object({
    no: caseNo, what: name, who: name, firm: creditCode.nullable(), s: word(STATES), step: stage, acc: happened.nullable(), days: z.tuple([workingDays, workingDays]),
    log: many(z.tuple([stage, happened, text])), halt: many(z.tuple([word(REASONS), happened, happened.nullable(), text])),
    want: z.object({ by: instant, list: many(z.tuple([name, text])).min(1) }).nullable(),
    end: z.object({ yes: z.boolean(), at: happened, why: text, how: many(word(WAYS)), got: happened.nullable() }).nullable(),
  })
}
type Fields = z.output<ReturnType<typeof fieldsBy>>

const resultOf = ({ what, end }: Fields): CaseRecord['result'] => end && {
  outcome: end.yes ? 'granted' : 'refused', on: serviceDay(end.at), document: end.yes ? what : '不予许可决定书', reason: end.why,
  ways: end.how.map((way) => ({ way, place: '', note: '', hallId: null })), collectedOn: dayOrNull(end.got),
}

const pieceOf = (system: Pick<System, 'name'>) => (wire: Fields): Piece => {
  const owner = { name: wire.who, creditCode: wire.firm }
  return { owner, case: {
    caseNo: wire.no, itemName: wire.what, applicant: shownOwner(owner), state: wire.s, stage: wire.step,
    department: { creditCode: departmentOf(wire.no), name: system.name.zh }, acceptedOn: dayOrNull(wire.acc),
    limit: { promisedDays: wire.days[0], statutoryDays: wire.days[1] },
    steps: wire.log.map(([step, at, note]) => ({ stage: step, at, department: system.name.zh, note })),
    stops: wire.halt.map(([reason, from, until, note]) => ({ reason, from: serviceDay(from), until: dayOrNull(until), note })),
    supplement: wire.want && { asks: wire.want.list.map(([thing, note]) => ({ name: thing, note })), until: serviceDay(wire.want.by) },
    result: resultOf(wire), tracks: [], ticketId: null,
  } }
}

const enveloped = <T>(data: z.ZodType<T>): z.ZodType<T> => z.object({ ok: z.literal(1), d: data }).transform(({ d }) => d)

const serial = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const writeCursor = (run: number, n: number): string => `${run}-${n}`
const readCursor = (cursor: string | null): { readonly run: number; readonly n: number } | null => {
  const [, run, n] = /^(\d+)-(\d+)$/.exec(cursor ?? '') ?? []
  return run === undefined ? null : { run: Number(run), n: Number(n) }
}

/** What moved, in order; their numbers begin anew with each run of their system, so an event is known by both. */
const newsBy = (clock: Clock) => z.object({ run: instant, n: serial, list: z.array(z.tuple([serial, happenedBy(clock)(instant), caseNo, word(KINDS)])).max(1_000) })
  .refine(({ n, list }) => list.every(([one], index) => (index < list.length - 1 ? one < (list[index + 1]?.[0] ?? 0) : one === n)), { path: ['list'], message: 'is not in order' })
  .transform(({ run, n, list }) => ({
    cursor: writeCursor(run, n), changes: list.map(([one, at, number, kind]): CaseChange => ({ eventId: writeCursor(run, one), caseNo: number, at, kind })),
  }))

/** The forestry office's own system: compact JSON. It takes part in no joint case. */
export const createForestry = (upstream: Upstream, system: Pick<System, 'systemId' | 'name' | 'url' | 'key' | 'departments'>, clock: Clock): CaseSource => {
  const piece = fieldsBy(clock).transform(pieceOf(system)).transform(whole)
  const holdings = (strange: Parameters<typeof piecesOf>[1]) => piecesOf(piece, strange).transform(gathered)

  const ask = async <T>(path: string, json: object, answer: z.ZodType<T>): Promise<SourceAnswer<T>> => sourceAnswer(await upstream.call({
    name: path, method: 'POST', url: `${system.url}/${path}`, headers: { 'X-Forest-Key': system.key }, json, repeatable: true, answer: enveloped(answer),
  }))

  return {
    sourceId: system.systemId, name: system.name,
    mayHold: (number) => system.departments?.includes(departmentOf(number)) ?? true,
    listOf: (subject) => (subject.kind === 'person'
      ? ask('mine', { who: subject.name, id: subject.idNumber }, holdings(strangeTo(subject)))
      : ask('firm', { firm: subject.creditCode, agent: subject.agentIdNumber }, holdings(strangeTo(subject)))),
    find: (proof) => ask('one', { no: proof.caseNo, ...(proof.by === 'name' ? { who: proof.name } : { pin: proof.secret }) }, holdings(strangeToProof(proof))),
    ofTicket: () => Promise.resolve({ kind: 'answered', value: { cases: [], tracks: [] } }),
    changes: (cursor) => ask('news', { since: readCursor(cursor) }, newsBy(clock)),
  }
}
