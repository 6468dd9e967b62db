import type { MessageKind } from '@shared/messageKinds'
import type { MessagePermit } from '@shared/messages'

/** The taps that make messages useful, with what they make the citizen wait for. */
export type Tap = 'take' | 'book' | 'wait' | 'rate' | 'case' | 'leave'
export const kindsOf: Readonly<Record<Tap, readonly MessageKind[]>> = {
  take: ['called', 'near', 'missed'], book: ['dayBefore', 'soon', 'changed'], wait: ['place'], rate: ['rating'], case: ['case'], leave: ['leave'],
}

/** When each template was last not allowed, by the phone's clock. */
export type Refusals = Readonly<Record<string, number>>

/** Whoever said “not now” is left in peace for so long. */
export const REST_MS = 7 * 86_400_000
/** A host asks about so many at once. */
const MOST_AT_ONCE = 3

interface Question {
  readonly kinds: readonly MessageKind[]
  readonly permits: readonly MessagePermit[]
  readonly refused: Refusals
  /** Kinds the citizen does not want. */
  readonly off: readonly MessageKind[]
  readonly now: number
}

const rests = (at: number | undefined, now: number): boolean => at !== undefined && now >= at && now - at < REST_MS

/** The templates to ask about now, most important first: those of which nothing is left, which nobody refused for good or a while ago. */
export const templatesToAsk = ({ kinds, permits, refused, off, now }: Question): readonly string[] => {
  const wanted = kinds.filter((kind) => !off.includes(kind))
  const rank = (permit: MessagePermit): number => wanted.findIndex((kind) => permit.kinds.includes(kind))
  return permits
    .filter((permit) => rank(permit) >= 0 && permit.left === 0 && !permit.lasting && !permit.refused && !rests(refused[permit.templateId], now))
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST_AT_ONCE).map(({ templateId }) => templateId)
}
