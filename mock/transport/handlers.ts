import { http, HttpResponse } from 'msw'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock } from '../clock'
import { officerHandler } from '../dossiers/officer'
import type { Dossier } from '../dossiers/dossier'
import { createChanges } from './changes'
import { createTransportState } from './state'
import { wireCase } from './wire'

const KEY = 'demo-key'
const PAGE_SIZE = 5

const name = z.string().min(1).max(100)
const idNumber = z.string().regex(/^\d{17}[\dX]$/)
const caseNumber = z.string().length(43)
const page = z.number().int().min(1).max(10_000)

export interface TransportOptions {
  /** How long it takes over each answer. */
  readonly pageMs?: number
}

const refuse = (status: number, errorCode: string, more: object = {}) => HttpResponse.json({ success: false, errorCode, ...more }, { status })

const pageOf = (cases: readonly Dossier[], pageNo: number): object => {
  const sorted = [...cases].sort((a, b) => (a.caseNo < b.caseNo ? 1 : -1))
  return {
    total: sorted.length, pageNo, pageSize: PAGE_SIZE, nextPage: pageNo * PAGE_SIZE < sorted.length ? pageNo + 1 : null,
    rows: sorted.slice((pageNo - 1) * PAGE_SIZE, pageNo * PAGE_SIZE).map(wireCase),
  }
}

/** The simulated transport system. See README.md. */
export const transportHandlers = (clock: Clock, { pageMs = 60 }: TransportOptions = {}) => {
  const state = createTransportState(clock)
  const changes = createChanges(state, clock())

  const on = <T>(path: string, asked: z.ZodType<T>, handle: (request: T) => object | null) => http.post(`*/transport/api/v2/${path}`, async ({ request }) => {
    if (request.headers.get('X-Api-Key') !== KEY) return refuse(401, 'BAD_KEY')
    const parsed = asked.safeParse(await request.json().catch(() => undefined))
    if (!parsed.success) return refuse(400, 'BAD_REQUEST')
    await pause(pageMs)
    const done = handle(parsed.data)
    return done ? HttpResponse.json({ success: true, ...done }) : refuse(410, 'CURSOR_EXPIRED', { beginning: changes.beginning() })
  })

  return [
    on('cases/of-person', z.object({ name, idNumber, page }), (asked) => pageOf(state.ofPerson(asked.name, asked.idNumber), asked.page)),
    on('cases/of-enterprise', z.object({ creditCode: z.string().length(18), agentIdNumber: idNumber, page }), (asked) =>
      pageOf(state.ofEnterprise(asked.creditCode, asked.agentIdNumber), asked.page)),
    on('cases/lookup', z.union([z.object({ caseNumber, applicantName: name }), z.object({ caseNumber, receiptCode: z.string().length(8) })]), (asked) =>
      pageOf('receiptCode' in asked ? state.bySecret(asked.caseNumber, asked.receiptCode) : state.byName(asked.caseNumber, asked.applicantName), 1)),
    on('changes', z.object({ cursor: z.string().max(200).nullable() }), ({ cursor }) => changes.after(cursor)),
    officerHandler('transport', state, clock),
  ]
}
