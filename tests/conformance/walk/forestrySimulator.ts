import { http, HttpResponse } from 'msw'
import { z } from 'zod'
import type { Clock } from '../../../mock/clock'
import { accepted, createFiling, enterprise, granted, holderOf } from '../../../mock/dossiers/demo'
import { stepOf, type Dossier, type Procedure, type Standing, type Step, type Way } from '../../../mock/dossiers/dossier'
import type { Change } from '../../../mock/dossiers/journal'
import { officerHandler } from '../../../mock/dossiers/officer'
import { createDossiers } from '../../../mock/dossiers/state'
import { departments } from '../../../mock/world/departments'
import type { DemoItem } from '../../../mock/world/items'
import { demoEnterprises } from '../../../mock/world/people'

const KEY = 'demo-key'
const MOST_CHANGES = 100
const DAY_MS = 86_400_000

const STANDINGS: Readonly<Record<Standing, string>> = {
  applied: 'A', examining: 'E', supplement: 'B', special: 'P', granted: 'G', ready: 'R', delivered: 'D', refused: 'N', withdrawn: 'W',
}
const STEPS: Readonly<Record<Step, number>> = { apply: 1, accept: 2, examine: 3, decide: 4, issue: 5, deliver: 6 }
const PROCEDURES: Readonly<Record<Procedure, string>> = { supplement: 'B', hearing: 'H', inspection: 'I', testing: 'T', experts: 'X', other: 'O' }
const WAYS: Readonly<Record<Way, string>> = { window: 'C', post: 'P', locker: 'L', electronic: 'E' }
const KINDS: Readonly<Record<Change['kind'], string>> = {
  accepted: 'A', supplement: 'B', stopped: 'P', resumed: 'C', decided: 'Z', issued: 'I', delivered: 'D', other: 'O',
}

/** The forestry office belongs to the bureau of natural resources, as it does in many cities. */
const item = (basic: string, name: string, promisedDays: number, statutoryDays: number): DemoItem =>
  ({ code: `${departments.land.creditCode}3${basic}`, name, department: 'land', promisedDays, statutoryDays })

const demo = (now: number): readonly Dossier[] => {
  const { own } = createFiling(now)
  return [
    own(holderOf(1), item('442064001000', '林木采伐许可证核发', 10, 20), 6, [accepted(5)]),
    own(holderOf(1), item('442064002000', '造林补贴申请', 15, 30), 20, [accepted(19), granted(6), [4, { act: 'issue', ways: ['window', 'electronic'] }]]),
    own(holderOf(1), item('442064003000', '森林植物检疫证书核发', 5, 10), 4, [[3, { act: 'supplement', until: now + 5 * DAY_MS, things: [{ name: '产地检疫合格证', note: '原件一份' }] }]]),
    own(enterprise([demoEnterprises[0].agents[0]]), item('442064004000', '使用林地审核', 10, 20), 12, [accepted(11), [7, { act: 'stop', procedure: 'inspection', note: '现场查验林地' }]]),
  ]
}

const wireCase = (one: Dossier): object => ({
  no: one.caseNo, what: one.item.name, who: one.holder.name, firm: one.holder.kind === 'person' ? null : one.holder.creditCode,
  s: STANDINGS[one.standing], step: STEPS[stepOf(one)], acc: one.acceptedAt, days: [one.item.promisedDays, one.item.statutoryDays],
  log: one.done.map(({ step, at, note }) => [STEPS[step], at, note]),
  halt: one.stops.map(({ procedure, from, until, note }) => [PROCEDURES[procedure], from, until, note]),
  want: one.asked && one.standing === 'supplement' ? { by: one.asked.until, list: one.asked.things.map((thing) => [thing.name, thing.note]) } : null,
  end: one.decision && { yes: one.decision.granted, at: one.decision.at, why: one.decision.reason, how: one.decision.ways.map((way) => WAYS[way]), got: one.decision.collectedAt },
})

const text = z.string().min(1).max(100)
const position = z.object({ run: z.number(), n: z.number() }).nullable()

/** The simulated forestry system. See README.md. */
export const forestryHandlers = (clock: Clock) => {
  const state = createDossiers('forestry', clock, demo(clock()))
  const run = clock()

  const on = <T>(path: string, asked: z.ZodType<T>, handle: (question: T) => object) => http.post(`*/forestry/${path}`, async ({ request }) => {
    if (request.headers.get('X-Forest-Key') !== KEY) return HttpResponse.json({ ok: 0, why: 'KEY' }, { status: 401 })
    const parsed = asked.safeParse(await request.json().catch(() => undefined))
    return parsed.success ? HttpResponse.json({ ok: 1, d: handle(parsed.data) }) : HttpResponse.json({ ok: 0, why: 'ASK' }, { status: 400 })
  })
  return [
    on('mine', z.object({ who: text, id: text }), ({ who, id }) => state.ofPerson(who, id).map(wireCase)),
    on('firm', z.object({ firm: text, agent: text }), ({ firm, agent }) => state.ofEnterprise(firm, agent).map(wireCase)),
    on('one', z.union([z.object({ no: text, who: text }), z.object({ no: text, pin: text })]), (asked) =>
      ('pin' in asked ? state.bySecret(asked.no, asked.pin) : state.byName(asked.no, asked.who)).map(wireCase)),
    on('news', z.object({ since: position }), ({ since }) => {
      const read = since === null ? state.journal.last().serial : since.run === run ? since.n : 0
      const changes = state.journal.where(({ serial }) => serial > read, MOST_CHANGES)
      return { run, n: changes.at(-1)?.serial ?? read, list: changes.map(({ serial, at, caseNo, kind }) => [serial, at, caseNo, KINDS[kind]]) }
    }),
    officerHandler('forestry', state, clock),
  ]
}
