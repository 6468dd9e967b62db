import { pino } from 'pino'
import type { System } from '../../bff/backends/systems'
import { createUpstream, type Upstream, type UpstreamSettings } from '../../bff/backends/upstream'
import type { CaseSource, SourceAnswer, Subject } from '../../bff/capabilities/cases/port'
import { systemClock, type Clock } from '../../bff/platform/clock'
import { createMetrics } from '../../bff/platform/metrics'
import { demoPeople } from '../../mock/world/people'
import { standBetween } from '../conformance/standBetween'
import { patient } from './upstream'

type Create = (upstream: Upstream, system: System, clock: Clock) => CaseSource

export interface Opening {
  readonly base: string
  readonly clock: Clock
  /** Gets the lines of the log that warn. */
  readonly lines?: string[]
  readonly system?: Partial<System>
  readonly settings?: Partial<UpstreamSettings>
}

/** An adapter of a simulated system, which is called as its path is. Asks once, unless told otherwise. */
export const openSource = (create: Create, name: string, { base, clock, lines = [], system, settings }: Opening): CaseSource => {
  const logger = pino({ level: 'warn' }, { write: (line: string) => { lines.push(line) } })
  const upstream = createUpstream({ system: name, logger, metrics: createMetrics(), clock: systemClock, settings: { ...patient, attempts: 1, failuresToOpen: 1_000, ...settings } })
  return create(upstream, { systemId: name, adapter: 'one-window', name: { zh: name, en: name }, url: `${base}/${name}`, key: 'demo-key', ...system }, clock)
}

/** Lets an adapter ask through somebody who spoils the answers. Gives what it said, and the fields the log names. */
export const askSpoiled = async <T>(
  create: Create, name: string, opening: Opening, spoil: (answer: Buffer) => Buffer, ask: (source: CaseSource) => Promise<T>,
): Promise<{ readonly answer: T; readonly fields: readonly string[] }> => {
  const lines: string[] = []
  const between = await standBetween(opening.base, spoil)
  try {
    const answer = await ask(openSource(create, name, { ...opening, base: between.url, lines }))
    return { answer, fields: lines.flatMap((line) => / at ([^"]+)"/.exec(line)?.[1] ?? []) }
  } finally {
    await between.close()
  }
}

export const demoPerson = (number: number): Extract<Subject, { kind: 'person' }> => {
  const found = demoPeople[number - 1]
  if (!found) throw new Error(`there is no demo person ${number}`)
  return { kind: 'person', name: found.name, idNumber: found.idNumber }
}

/** What was answered; throws when it was not. */
export const valueOf = <T>(answer: SourceAnswer<T>): T => {
  if (answer.kind !== 'answered') throw new Error(`the source is ${answer.kind}`)
  return answer.value
}
