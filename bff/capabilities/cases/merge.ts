import { decidedStates } from '@shared/caseStates'
import type { CaseRecord, Holdings, StepRecord, TrackRecord } from './port'
import { rankOf } from './timeline'

/** Answers given within so long of each other are of the same age. */
const SAME_AGE_MS = 60_000

/** What one system said, and as of when. */
export interface Known { readonly sourceId: string; readonly holdings: Holdings; readonly asOf: number }
export interface KnownTrack extends TrackRecord { readonly sourceId: string; readonly asOf: number }
/** A case put together from all that is known of it; as of the oldest of it. */
export interface MergedCase { readonly record: CaseRecord; readonly tracks: readonly KnownTrack[]; readonly sources: readonly string[]; readonly asOf: number }

type Piece = Pick<CaseRecord, 'state' | 'stage'> & { readonly asOf: number }
const isDecided = ({ state }: Piece): boolean => decidedStates.includes(state)

/**
 * Whether one knows of something newer than the other. A chain only goes forward, so a later step is newer; at the same step,
 * where a clock may stop and run again, what was said later is.
 */
const isNewer = (one: Piece, other: Piece): boolean => {
  if (isDecided(one) !== isDecided(other)) return isDecided(one)
  if (one.stage !== other.stage) return rankOf(one.stage) > rankOf(other.stage)
  return one.state !== other.state && one.asOf - other.asOf > SAME_AGE_MS
}

const stepsTogether = (one: readonly StepRecord[], other: readonly StepRecord[]): StepRecord[] => {
  const told = new Set(one.map(({ stage }) => stage))
  return [...one, ...other.filter(({ stage }) => !told.has(stage))]
}

/** The same case told twice: the newer word stands, and what it leaves open is taken from the other. */
const together = (one: MergedCase, other: MergedCase): MergedCase => {
  const newer = isNewer({ ...other.record, asOf: other.asOf }, { ...one.record, asOf: one.asOf })
  const [{ record: first }, { record: second }] = newer ? [other, one] : [one, other]
  return {
    record: {
      ...first, acceptedOn: first.acceptedOn ?? second.acceptedOn, limit: first.limit ?? second.limit, result: first.result ?? second.result,
      supplement: first.supplement ?? (first.state === second.state ? second.supplement : null), stops: first.stops.length > 0 ? first.stops : second.stops,
      steps: stepsTogether(first.steps, second.steps), ticketId: first.ticketId ?? second.ticketId,
    },
    tracks: [...one.tracks, ...other.tracks], sources: [...new Set([...one.sources, ...other.sources])], asOf: Math.min(one.asOf, other.asOf),
  }
}

/** A department's own word counts before what another system has heard of it, unless that has heard something newer. */
const layTracks = (heard: readonly KnownTrack[], own: readonly KnownTrack[]): KnownTrack[] => {
  const laid = new Map<string, KnownTrack>()
  for (const track of heard) {
    const before = laid.get(track.department.creditCode)
    if (!before || isNewer(track, before)) laid.set(track.department.creditCode, track)
  }
  for (const track of own) {
    const before = laid.get(track.department.creditCode)
    if (!before || !isNewer(before, track)) laid.set(track.department.creditCode, track)
  }
  return [...laid.values()]
}

/**
 * One case per number, from what every system said: the same case held twice is one, and departments' own parts are laid over
 * what the leading system knows of them. A part whose case nobody told is left out: it names neither item nor applicant.
 * @param known in the order of the configuration: of two that know the same, the first is believed
 */
export const mergeHoldings = (known: readonly Known[]): MergedCase[] => {
  const cases = new Map<string, MergedCase>()
  const own = new Map<string, KnownTrack[]>()
  for (const { sourceId, holdings, asOf } of known) {
    for (const record of holdings.cases) {
      const told: MergedCase = { record, tracks: record.tracks.map((track) => ({ ...track, sourceId, asOf })), sources: [sourceId], asOf }
      const before = cases.get(record.caseNo)
      cases.set(record.caseNo, before ? together(before, told) : told)
    }
    for (const track of holdings.tracks) own.set(track.caseNo, [...own.get(track.caseNo) ?? [], { ...track, sourceId, asOf }])
  }
  return [...cases.values()].map((one) => {
    const parts = own.get(one.record.caseNo) ?? []
    return {
      ...one, tracks: layTracks(one.tracks, parts), sources: [...new Set([...one.sources, ...parts.map(({ sourceId }) => sourceId)])],
      asOf: Math.min(one.asOf, ...parts.map(({ asOf }) => asOf)),
    }
  })
}
