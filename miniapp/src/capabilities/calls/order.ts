import type { CallLogEntry } from '@shared/callLog'

/** Why somebody was called before me. `turns`: with priority or an appointment I take turns with the ordinary ones. `unexplained`: by no published rule. */
export type Why = 'earlier' | 'priority' | 'appointment' | 'turns' | 'returned' | 'transferred' | 'deferred' | 'away' | 'unexplained'
export interface CalledBefore { readonly number: string; readonly at: number; readonly windowId: string | null; readonly why: Why }
export interface MyTurn {
  /** When I took the number; null when the log does not hold it. */
  readonly takenAt: number | null
  /** When I was called first since; null while I have not been. */
  readonly calledAt: number | null
  readonly before: readonly CalledBefore[]
}

/** Who was called in my line between my taking the number and my call, or until now, and why by the published rule. */
export const calledBefore = (entries: readonly CallLogEntry[], number: string): MyTurn => {
  const mine = entries.findIndex((entry) => entry.kind === 'take' && entry.number === number)
  const take = entries[mine]
  if (!take) return { takenAt: null, calledAt: null, before: [] }
  const takes = new Map<string, number>()
  entries.forEach(({ kind, number: whose, n }) => { if (kind === 'take') takes.set(whose, n) })
  /** What happened to a number since I took mine. */
  const since = new Map<string, Set<CallLogEntry['kind']>>()
  const before: CalledBefore[] = []
  let [line, calledAt] = [take.lineId, null as number | null]
  for (const { kind, number: whose, lineId, at, windowId, class: ticketClass } of entries.slice(mine + 1)) {
    const happened = since.get(whose) ?? new Set()
    since.set(whose, happened.add(kind))
    if (whose === number) {
      if (kind === 'call') calledAt ??= at
      if (kind === 'transfer') [line, calledAt] = [lineId, null]
      // Back in the line after a call: what follows is before my next one.
      if (kind === 'return') calledAt = null
      if (['cancel', 'expire', 'finish'].includes(kind)) break
    } else if (kind === 'call' && lineId === line && calledAt === null) {
      before.push({ number: whose, at, windowId, why: whyOf(happened, (takes.get(whose) ?? Infinity) < take.n, ticketClass, since.get(number) ?? new Set(), take.class) })
    }
  }
  return { takenAt: take.at, calledAt, before }
}

type Happened = ReadonlySet<CallLogEntry['kind']>
type Class = CallLogEntry['class']

const whyOf = (theirs: Happened, earlier: boolean, theirClass: Class, mine: Happened, myClass: Class): Why => {
  if (theirs.has('return')) return 'returned'
  if (theirs.has('transfer')) return 'transferred'
  if (earlier) return 'earlier'
  const moved = mine.has('defer') || mine.has('return') || mine.has('transfer')
  // Of one class whoever came first is called first, unless I gave my place up.
  if (theirClass === myClass && !moved) return 'unexplained'
  if (theirClass === 'priority' || theirClass === 'appointment') return theirClass
  if (mine.has('defer')) return 'deferred'
  return moved ? 'away' : 'turns'
}
