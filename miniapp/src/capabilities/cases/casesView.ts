import type { CaseSummary, SourceState } from '@shared/cases'
import { decidedStates } from '@shared/caseStates'
import { isLate } from './caseWords'

/** A list of cases, what needs the citizen first. */
export interface Parted { readonly waiting: readonly CaseSummary[]; readonly running: readonly CaseSummary[]; readonly over: readonly CaseSummary[] }

const FAR = '99999999'
const soonest = (a: string | null, b: string | null): number => (a ?? FAR).localeCompare(b ?? FAR)
const latest = (a: CaseSummary, b: CaseSummary): number => b.filedOn.localeCompare(a.filedOn)

/** What must be brought soonest stands first, then what is late, then what is promised soonest; what is over goes by its day. */
export const parted = (cases: readonly CaseSummary[]): Parted => {
  const waiting = cases.filter(({ waitsForMe }) => waitsForMe)
  const others = cases.filter(({ waitsForMe }) => !waitsForMe)
  const isOver = ({ state }: CaseSummary): boolean => decidedStates.includes(state)
  return {
    waiting: [...waiting].sort((a, b) => soonest(a.bringBy, b.bringBy) || latest(a, b)),
    running: others.filter((one) => !isOver(one)).sort((a, b) =>
      Number(isLate(b.promise)) - Number(isLate(a.promise)) || soonest(a.promise?.by ?? null, b.promise?.by ?? null) || latest(a, b)),
    over: others.filter(isOver).sort(latest),
  }
}

/** A system behind this case did not answer now, so the case is shown as it was. */
export const isPast = (ids: readonly string[], sources: readonly SourceState[]): boolean =>
  sources.some(({ sourceId, state }) => state !== 'answered' && ids.includes(sourceId))

/** Once every system has answered, a case changes a few times a day. */
const COMPLETE_SECONDS = 120
/** Systems that failed are asked again, and not left alone for long. */
const INCOMPLETE_SECONDS = 30

/** Seconds until the next question: as soon as the server says while more is to come. */
export const casesPace = (answer: { readonly complete: boolean; readonly askAgainMs: number | null } | null): number => {
  if (answer === null) return INCOMPLETE_SECONDS
  if (answer.askAgainMs !== null) return answer.askAgainMs / 1000
  return answer.complete ? COMPLETE_SECONDS : INCOMPLETE_SECONDS
}
