import path from 'node:path'
import { pino } from 'pino'
import { loadSystems, type System } from '../../bff/backends/systems'
import { createUpstream, type Upstream } from '../../bff/backends/upstream'
import type { CaseSource, Holdings, SourceAnswer } from '../../bff/capabilities/cases/port'
import { systemClock, type Clock } from '../../bff/platform/clock'
import { createMetrics } from '../../bff/platform/metrics'
import type { FaultKind } from '../../mock/faults'
import { useSimulators, type TestSimulators } from '../../mock/testing/useSimulators'
import { demoEnterprises, type DemoPerson } from '../../mock/world/people'
import { impatient, patient } from '../support/upstream'
import { caseChange, holdings } from './portRecords'
import { standBetween, type Between } from './standBetween'

interface Agent { readonly idNumber: string; readonly items: readonly string[] }

/** An adapter of the port `CaseSource`, and what the simulated system behind it holds when it is started. */
export interface SourceUnderTest {
  /** In config/systems.json. */
  readonly systemId: string
  readonly create: (upstream: Upstream, system: System, clock: Clock) => CaseSource
  /** Who has cases there, the items of all of them, and how many parts of cases that are led elsewhere. */
  readonly person: DemoPerson
  readonly items: readonly string[]
  readonly tracks: number
  /** Who has nothing there. */
  readonly nobody: DemoPerson
  /** An enterprise, an agent of it and another agent, each with the items they handle there; null when the system holds no enterprise's cases. */
  readonly enterprise: { readonly creditCode: string; readonly agent: Agent; readonly otherAgent: Agent } | null
  /** What is printed beside a case's number on its receipt. */
  readonly secretOf: (caseNo: string) => string
  /** At the simulator of this address: moves a case of the person's now, by a step that is dated, and gives its number. At least ten times. */
  readonly move: (base: string) => Promise<string>
  /** Where it stands, unless its simulator is of mock/simulators.ts and its entry of config/systems.json. */
  readonly elsewhere?: { readonly useSimulator: (clock: Clock) => Pick<TestSimulators, 'url' | 'fault'>; readonly systemAt: (base: string) => System }
}

const MONDAY = Date.UTC(2026, 0, 5, 2)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SYSTEMS_FILE = path.resolve(__dirname, '../../config/systems.json')
const unavailable = { kind: 'unavailable' } as const
const unreadable = { kind: 'unreadable' } as const
const empty: SourceAnswer<Holdings> = { kind: 'answered', value: { cases: [], tracks: [] } }

const valueOf = <T>(answer: SourceAnswer<T>): T => {
  if (answer.kind !== 'answered') throw new Error(`the source is ${answer.kind}`)
  return answer.value
}
const itemsOf = ({ cases }: Holdings): readonly string[] => cases.map(({ itemName }) => itemName).sort()

/** What every source of cases must do, whatever stands behind it. Call it at the top of a describe. */
export const caseSourceSuite = (subject: SourceUnderTest): void => {
  let now = MONDAY
  const simulators = (subject.elsewhere?.useSimulator ?? useSimulators)(() => now)
  const self = { kind: 'person', name: subject.person.name, idNumber: subject.person.idNumber } as const

  const systemAt = subject.elsewhere?.systemAt ?? ((base: string): System => {
    const system = loadSystems(SYSTEMS_FILE, base, new Map([['*', 'demo-key']])).get(subject.systemId)
    if (!system) throw new Error(`${subject.systemId} is not in config/systems.json`)
    return system
  })
  const faultName = (): string => new URL(systemAt('http://any').url).pathname.split('/')[1] ?? ''
  const open = ({ fault, base = simulators.url(), lines = [] }: { fault?: FaultKind; base?: string; lines?: string[] } = {}): CaseSource => {
    const logger = pino({ level: 'debug' }, { write: (line: string) => { lines.push(line) } })
    // All questions are asked at once of a system that fails: with the usual breaker, the last would not reach it.
    const settings = { ...(fault === 'hang' ? impatient : patient), failuresToOpen: 1_000 }
    const upstream = createUpstream({ system: subject.systemId, logger, metrics: createMetrics(), clock: systemClock, settings })
    return subject.create(upstream, systemAt(base), () => now)
  }
  const fault = (kind: FaultKind, more: { times?: number; ms?: number; status?: number; body?: unknown } = {}) => simulators.fault({ system: faultName(), kind, ...more })
  const clearFaults = () => fetch(`${simulators.url()}/faults`, { method: 'DELETE' })

  const list = async (source = open()): Promise<Holdings> => valueOf(await source.listOf(self))
  const receipt = async (): Promise<{ readonly caseNo: string; readonly secret: string }> => {
    const caseNo = (await list()).cases[0]?.caseNo ?? ''
    return { caseNo, secret: subject.secretOf(caseNo) }
  }
  /** Every question there is, at once. */
  const askAll = async (source: CaseSource, { caseNo, secret }: { readonly caseNo: string; readonly secret: string }): Promise<readonly SourceAnswer<unknown>[]> => Promise.all([
    source.listOf(self), source.find({ by: 'name', caseNo, name: self.name }), source.find({ by: 'barcode', caseNo, secret }), source.changes(null),
    ...(subject.enterprise ? [source.listOf({ kind: 'enterprise', creditCode: subject.enterprise.creditCode, agentIdNumber: subject.enterprise.agent.idNumber })] : []),
  ])
  const between = async <T>(use: (between: Between) => Promise<T>, spoil?: (answer: Buffer) => Buffer): Promise<T> => {
    const standing = await standBetween(simulators.url(), spoil)
    try {
      return await use(standing)
    } finally {
      await standing.close()
    }
  }

  describe('answers', () => {
    it('with all of a person’s cases and parts, typed as the port says and nothing beside it', async () => {
      const found = await list()
      expect(holdings.parse(found)).toEqual(found)
      expect(itemsOf(found)).toEqual([...subject.items].sort())
      expect(found.tracks).toHaveLength(subject.tracks)
      for (const { caseNo, applicant, steps } of found.cases) {
        expect(open().mayHold(caseNo)).toBe(true)
        expect(applicant).toBe(`${self.name.slice(0, 1)}*`)
        expect(steps.map(({ at }) => at).filter((at) => at > now)).toEqual([])
      }
      for (const { caseNo } of found.tracks) expect(open().mayHold(caseNo)).toBe(true)
    })

    it('with nothing for a person who has nothing, and for one of another’s name or number', async () => {
      const { name, idNumber } = subject.nobody
      for (const [aName, aNumber] of [[name, idNumber], [name, self.idNumber], [self.name, idNumber]] as const) {
        expect(await open().listOf({ kind: 'person', name: aName, idNumber: aNumber })).toEqual(empty)
      }
    })

    it('with an enterprise’s cases to the agent who handles them, and to nobody else', async () => {
      const creditCode = subject.enterprise?.creditCode ?? demoEnterprises[0].creditCode
      for (const { idNumber, items } of subject.enterprise ? [subject.enterprise.agent, subject.enterprise.otherAgent] : []) {
        const found = valueOf(await open().listOf({ kind: 'enterprise', creditCode, agentIdNumber: idNumber }))
        expect(holdings.parse(found)).toEqual(found)
        expect(itemsOf(found)).toEqual([...items].sort())
        expect(found.cases.map(({ applicant }) => applicant).filter((applicant) => applicant.includes('*'))).toEqual([])
      }
      expect(await open().listOf({ kind: 'enterprise', creditCode, agentIdNumber: subject.nobody.idNumber })).toEqual(empty)
    })

    it('with the case of a receipt, and with nothing to a stranger’s name or secret', async () => {
      const { caseNo, secret } = await receipt()
      const [first] = (await list()).cases
      for (const proof of [{ by: 'name', caseNo, name: self.name }, { by: 'barcode', caseNo, secret }] as const) {
        const found = valueOf(await open().find(proof))
        expect(holdings.parse(found)).toEqual(found)
        expect(found.cases).toEqual([first])
      }
      const wrong = secret === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'
      for (const proof of [{ by: 'name', caseNo, name: subject.nobody.name }, { by: 'barcode', caseNo, secret: wrong }] as const) expect(await open().find(proof)).toEqual(empty)
      const noCase = `${caseNo.slice(0, -4)}9999`
      for (const proof of [{ by: 'name', caseNo: noCase, name: self.name }, { by: 'barcode', caseNo: noCase, secret }] as const) expect(await open().find(proof)).toEqual(empty)
    })

    it('with nothing for a visit at which nothing was filed', async () => {
      expect(await open().ofTicket('demo.00000000000000000000')).toEqual(empty)
    })

    it('late, within its budget', async () => {
      await fault('slow', { ms: 120 })
      expect(itemsOf(await list())).toEqual([...subject.items].sort())
    })

    it('the same when a question is delivered twice', async () => {
      const before = await list()
      const cursor = valueOf(await open().changes(null)).cursor
      await fault('duplicate')
      expect(await list()).toEqual(before)
      expect(valueOf(await open().changes(cursor)).changes).toEqual([])
    })
  })

  describe('does not answer with an empty list, but says', () => {
    it.each(['error', 'drop', 'commit-then-drop', 'half', 'hang'] as const)('that it is unavailable, while “%s”; once is got over', async (kind) => {
      const proof = await receipt()
      await fault(kind)
      expect(await askAll(open({ fault: kind }), proof)).toEqual(Array.from({ length: subject.enterprise ? 5 : 4 }, () => unavailable))
      await clearFaults()
      await fault(kind, { times: 1 })
      expect(itemsOf(await list(open({ fault: kind })))).toEqual([...subject.items].sort())
    })

    it('that it is unreadable, while it answers what is nothing', async () => {
      const proof = await receipt()
      await fault('malformed')
      for (const answer of await askAll(open(), proof)) expect(answer).toEqual(unreadable)
    })

    it.each([[{}], [[]], ['text'], [{ data: [] }], [{ code: '0', data: null }], [{ code: '0', data: { list: [], total: 0 } }], [{ cases: null }]])('that it is unreadable, while it answers %j', async (body) => {
      const proof = await receipt()
      await fault('answer', { body })
      for (const answer of await askAll(open(), proof)) expect(answer).toEqual(unreadable)
    })

    it.each([400, 403, 404, 429])('that it is not to be had, while it refuses us with %d', async (status) => {
      const proof = await receipt()
      await fault('answer', { status, body: { error: 'refused' } })
      for (const { kind } of await askAll(open(), proof)) expect(['unavailable', 'unreadable']).toContain(kind)
    })

    it('that it is unreadable, of bytes that are no text of its charset', async () => {
      const proof = await receipt()
      const spoil = (answer: Buffer): Buffer => Buffer.from(answer.map((byte, index) => (index === answer.length >> 1 ? 0xff : byte)))
      for (const answer of await between(({ url }) => askAll(open({ base: url }), proof), spoil)) expect(answer).toEqual(unreadable)
    })

    it('that it cannot be read, of an answer of more than a megabyte', async () => {
      const proof = await receipt()
      const spoil = (answer: Buffer): Buffer => Buffer.concat([answer, Buffer.alloc(1_100_000, ' ')])
      for (const answer of await between(({ url }) => askAll(open({ base: url }), proof), spoil)) expect(answer).toEqual(unreadable)
    })
  })

  describe('tells what moved', () => {
    it('from now on, each once and oldest first; the same cursor gives the same and more', async () => {
      const source = open()
      await subject.move(simulators.url())
      const start = valueOf(await source.changes(null))
      expect(start.changes).toEqual([])
      now += HOUR_MS
      const first = await subject.move(simulators.url())
      const one = valueOf(await source.changes(start.cursor))
      expect(one.changes.map(({ caseNo }) => caseNo)).toEqual([first])
      expect(caseChange.parse(one.changes[0])).toEqual(one.changes[0])
      now += HOUR_MS
      const second = await subject.move(simulators.url())
      const both = valueOf(await source.changes(start.cursor))
      expect(both.changes.map(({ caseNo }) => caseNo)).toEqual([first, second])
      expect(both.changes[0]).toEqual(one.changes[0])
      expect(new Set(both.changes.map(({ eventId }) => eventId)).size).toBe(2)
      expect(valueOf(await source.changes(one.cursor)).changes).toEqual(both.changes.slice(1))
      expect(valueOf(await open().changes(both.cursor)).changes).toEqual([])
    })
  })

  describe('keeps to itself', () => {
    it('who is asked for: neither lines of the log nor addresses name anybody, whatever happens', async () => {
      const proof = await receipt()
      const secrets = [self.name, self.idNumber, proof.caseNo, proof.secret, 'demo-key', ...(subject.enterprise ? [subject.enterprise.agent.idNumber] : [])]
      await between(async ({ url, addresses }) => {
        for (const kind of [undefined, 'malformed', 'error', 'drop', 'answer'] as const) {
          const lines: string[] = []
          if (kind) await fault(kind)
          await askAll(open({ base: url, lines }), proof)
          await clearFaults()
          expect(lines.length).toBeGreaterThan(0)
          for (const secret of secrets) expect(lines.join()).not.toContain(secret)
        }
        expect(addresses.length).toBeGreaterThan(0)
        for (const address of addresses) for (const secret of secrets) expect(decodeURIComponent(address)).not.toContain(secret)
      })
    })
  })

  describe('with a clock that is wrong', () => {
    it('by hours: nothing is dated later than now', async () => {
      await fault('wrong-clock', { ms: 3 * HOUR_MS })
      const cursor = valueOf(await open().changes(null)).cursor
      await subject.move(simulators.url())
      const { cases } = await list()
      const { changes } = valueOf(await open().changes(cursor))
      expect(changes).toHaveLength(1)
      expect([...cases.flatMap(({ steps }) => steps), ...changes].map(({ at }) => at).filter((at) => at > now)).toEqual([])
    })

    it('by more than a day: unreadable, until what is dated so is past', async () => {
      const cursor = valueOf(await open().changes(null)).cursor
      await fault('wrong-clock', { ms: 2 * DAY_MS })
      await subject.move(simulators.url())
      expect(await open().listOf(self)).toEqual(unreadable)
      await clearFaults()
      expect(await open().listOf(self)).toEqual(unreadable)
      expect(await open().changes(cursor)).toEqual(unreadable)
      now += 3 * DAY_MS
      expect((await list()).cases.length).toBeGreaterThan(0)
      expect(valueOf(await open().changes(cursor)).changes).toHaveLength(1)
    })
  })
}
