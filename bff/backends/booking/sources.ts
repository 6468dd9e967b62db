import { createHash } from 'node:crypto'
import type { BookingTerms, DayOfLine } from '../../capabilities/appointments/port'
import { NotPublished, type Asking } from './asking'
import { dateOf, timeOf } from './times'
import { wireVersion } from './wire'

const MINUTE_MS = 60_000
const MOST_KNOWN = 50_000
const PORTION = 200
const MOST_ADVANCE = 20_160

interface Published { readonly content: string; readonly version: Promise<string> }

export const placeOf = ({ hallId, lineId, day }: Pick<DayOfLine, 'hallId' | 'lineId' | 'day'>) => ({ siteCode: hallId, bizCode: lineId, bizDate: dateOf(day) })
const nameOf = ({ hallId, lineId, day }: Pick<DayOfLine, 'hallId' | 'lineId' | 'day'>): string => `${hallId} ${lineId} ${day}`

/**
 * A hall's places are published to the platform before they are asked about: which slots a line has on a day, and by which rules
 * they are given. That is repeated when the hall's file, or the platform, has changed or forgotten it.
 */
export const createSources = (asking: Pick<Asking, 'read'>, terms: BookingTerms) => {
  /** Those that were published or looked at longest ago first. */
  const known = new Map<string, Published>()

  const contentOf = (line: DayOfLine, now: number): Record<string, string> => {
    const begun = Math.ceil((now - line.dayStart) / MINUTE_MS)
    return {
      ...placeOf(line),
      periodList: line.slots.map((at) => `${timeOf(at)}-${timeOf(at + line.slotMinutes)}*${line.capacity}`).join(','),
      // While the day is far no slot is too near, and it does not matter yet.
      advanceMinutes: String(line.earliest > 0 ? Math.min(MOST_ADVANCE, Math.max(0, line.earliest - begun)) : 0),
      lockMinutes: String(terms.holdMinutes), offerMinutes: String(terms.offerMinutes), offerTimes: String(terms.offersADay),
      cancelHours: String(terms.cancelHours), checkinEarly: String(terms.earlyMinutes), checkinLate: String(terms.lateMinutes),
    }
  }
  /** Gives their version of it. */
  const publish = (line: DayOfLine, now: number): Promise<string> => {
    const [name, form] = [nameOf(line), contentOf(line, now)]
    const content = createHash('sha256').update(JSON.stringify(form)).digest('base64')
    const before = known.get(name)
    if (before?.content === content) return before.version
    const version = asking.read('source/publish', form, wireVersion).then(({ data }) => data.version)
    const published = { content, version }
    known.delete(name)
    known.set(name, published)
    version.catch(() => { if (known.get(name) === published) known.delete(name) })
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KNOWN) break
      known.delete(oldest)
    }
    return version
  }
  const forget = (line: DayOfLine): void => { known.delete(nameOf(line)) }

  return {
    publish, forget,
    /** Acts on what is published, and once more when the platform has forgotten it. */
    on: async <T>(lines: readonly DayOfLine[], now: number, act: () => Promise<T>): Promise<T> => {
      const all = (): Promise<unknown> => Promise.all(lines.map((line) => publish(line, now)))
      await all()
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof NotPublished)) throw error
      }
      lines.forEach(forget)
      await all()
      return act()
    },
    /** Publishes what has changed of some lines, so that the platform offers no place which the hall would not give; all have their turn. Gives how many were looked at. */
    refresh: async (now: number, today: string, lineOf: (hallId: string, lineId: string, day: string) => DayOfLine | null): Promise<number> => {
      const portion = [...known.entries()].slice(0, PORTION)
      for (const [name, published] of portion) {
        const [hallId = '', lineId = '', day = ''] = name.split(' ')
        known.delete(name)
        const line = day < today ? null : lineOf(hallId, lineId, day)
        if (!line) continue
        known.set(name, published)
        await publish(line, now)
      }
      return portion.length
    },
  }
}
export type Sources = ReturnType<typeof createSources>
