import type { BookPort } from '../../../bff/capabilities/appointments/port'
import { aLine, EIGHT, MINUTE, newKey, speak } from '../../../bff/engine/appointments/testing/book'
import type { Fault, FaultKind } from '../../../mock/faults'
import { refused, who as named } from './bench'

/** A system behind an adapter that can be made to fail. Called within a `describe`. */
export interface FaultySystem {
  /** A new adapter, which knows of no failure yet. @param fault what the other side will do */
  readonly adapter: (fault?: FaultKind) => BookPort
  /** @param act undefined for whatever is asked */
  readonly fault: (fault: Omit<Fault, 'system' | 'path'>, act?: WriteName) => Promise<void>
  readonly clear: () => Promise<void>
}
export type WriteName = 'hold' | 'confirm' | 'reschedule' | 'cancel' | 'arrive' | 'wait' | 'unwait' | 'setSlot' | 'closeDay'

/** Something to be done: what leads to it, the act, which may be done again, and what the book then says of it. */
interface Scene { readonly run: (book: BookPort) => Promise<unknown>; readonly seen: () => Promise<unknown>; readonly before: unknown; readonly after: unknown }

const broken = ['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const

/** Nothing acknowledged is lost and nothing is done twice, whatever becomes of the answers. For every adapter to a book that is not ours. */
export const describeBookFaults = (name: string, open: (clock: () => number) => FaultySystem): void => {
  describe(`${name}, failing`, () => {
    let now = EIGHT
    beforeEach(() => { now = EIGHT })
    const { adapter, fault, clear } = open(() => now)
    const who = (): string => named('citizen')
    const act = (citizenId: string, key: string) => ({ now, key, citizenId })

    const scenes: Record<WriteName, (book: BookPort) => Promise<Scene>> = {
      hold: async (book) => {
        const [line, owner, key] = [aLine(), who(), newKey()]
        return { run: (one) => speak(one, () => now).hold(line, 540, owner, { key }), seen: () => book.free(line, now), before: [0, 0, 0, 0, 0, 0], after: [1, 0, 0, 0, 0, 0] }
      },
      confirm: async (book) => {
        const [line, owner, key] = [aLine(), who(), newKey()]
        const held = await speak(book, () => now).hold(line, 540, owner)
        return { run: (one) => one.confirm(line, held, act(owner, key)), seen: async () => (await book.read(held.appointmentId, owner, now)).state, before: 'held', after: 'booked' }
      },
      reschedule: async (book) => {
        const [line, owner, key] = [aLine(), who(), newKey()]
        const booked = await speak(book, () => now).book(line, 690, owner)
        return { run: (one) => one.reschedule(line, line, 630, booked, act(owner, key)), seen: () => book.free(line, now), before: [0, 0, 0, 0, 0, 1], after: [0, 0, 0, 1, 0, 0] }
      },
      cancel: async (book) => {
        const [line, owner, key] = [aLine(), who(), newKey()]
        const booked = await speak(book, () => now).book(line, 690, owner)
        return { run: (one) => one.cancel(line, booked, act(owner, key)), seen: () => book.free(line, now), before: [0, 0, 0, 0, 0, 1], after: [0, 0, 0, 0, 0, 0] }
      },
      arrive: async (book) => {
        const [line, owner, key] = [aLine(), who(), newKey()]
        const booked = await speak(book, () => now).book(line, 540, owner)
        now += 40 * MINUTE
        return { run: (one) => one.arrive(line, booked, act(owner, key), false), seen: async () => (await book.read(booked.appointmentId, owner, now)).state, before: 'booked', after: 'arrived' }
      },
      wait: async (book) => {
        const [line, owner, key] = [aLine({ capacity: 1, slots: [720] }), who(), newKey()]
        await speak(book, () => now).book(line, 720, who())
        return { run: (one) => speak(one, () => now).wait(line, owner, 0, 1440, { key }), seen: async () => (await book.waitingsOf(owner)).length, before: 0, after: 1 }
      },
      unwait: async (book) => {
        const [line, owner] = [aLine({ capacity: 1, slots: [720] }), who()]
        await speak(book, () => now).book(line, 720, who())
        const { waitingId } = await speak(book, () => now).wait(line, owner)
        return { run: (one) => one.unwait(line, waitingId, owner, now), seen: async () => (await book.readWaiting(waitingId, owner)).state, before: 'waiting', after: 'ended' }
      },
      setSlot: async (book) => {
        const line = aLine()
        return { run: (one) => one.setSlot(line, 540, true, 'boss', now), seen: () => book.free(line, now), before: [0, 0, 0, 0, 0, 0], after: [-1, 0, 0, 0, 0, 0] }
      },
      closeDay: async (book) => {
        const [line, owner] = [aLine(), who()]
        await speak(book, () => now).book(line, 540, owner)
        now += 600 * MINUTE
        return { run: (one) => one.closeDay(line.hallId, line.day, now), seen: async () => (await book.standing(owner, now)).noShows, before: 0, after: 1 }
      },
    }
    const names = Object.keys(scenes) as WriteName[]

    describe.each(names)('“%s”', (write) => {
      it.each([...broken, 'slow', 'duplicate'] as const)('is done once when its answer fails once by “%s”', async (kind) => {
        const { run, seen, before, after } = await scenes[write](adapter())
        expect(await seen()).toEqual(before)
        await fault({ kind, times: 1, ...(kind === 'slow' && { ms: 150 }) }, write)
        const done = await run(adapter(kind))
        expect(await seen()).toEqual(after)
        // Asked again it is as it was, but for a count of what is left to do.
        if (write !== 'closeDay') expect(await run(adapter())).toEqual(done)
        expect(await seen()).toEqual(after)
      })

      it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop'] as const)('is of unknown outcome while every answer fails by “%s”, and done once when it is asked for again', async (kind) => {
        const { run, seen, before, after } = await scenes[write](adapter())
        await fault({ kind }, write)
        await expect(run(adapter(kind))).rejects.toEqual(refused('UNKNOWN_OUTCOME'))
        await clear()
        expect(await seen()).toEqual(kind === 'half' || kind === 'commit-then-drop' ? after : before)
        await run(adapter())
        expect(await seen()).toEqual(after)
      })
    })

    it('keeps to its budget while the other side hangs, and says that the outcome is unknown', async () => {
      const { run, seen, before } = await scenes.hold(adapter())
      await fault({ kind: 'hang' }, 'hold')
      const start = performance.now()
      await expect(run(adapter('hang'))).rejects.toEqual(refused('UNKNOWN_OUTCOME'))
      // The usual budget is five seconds, and a repetition has no other.
      expect(performance.now() - start).toBeLessThan(9_000)
      await clear()
      expect(await seen()).toEqual(before)
    })

    it('gives three of thirty a slot of three while answers are lost, each acknowledged one kept', async () => {
      const line = aLine()
      const good = adapter()
      await good.free(line, now)
      await fault({ kind: 'commit-then-drop', times: 6 }, 'hold')
      await fault({ kind: 'drop', times: 6 }, 'hold')
      const people = Array.from({ length: 30 }, who)
      // Each asks in a process of its own, so that nobody is spared by another's breaker.
      const holds = await Promise.all(people.map((one) => {
        const wish = { key: newKey() }
        const ask = () => speak(adapter(), () => now).hold(line, 540, one, wish)
        return ask().catch((error: { code: string }) => (error.code === 'UNKNOWN_OUTCOME' ? ask() : Promise.reject(error))).catch((error: { code: string }) => error.code)
      }))
      const acknowledged = holds.flatMap((one) => (typeof one === 'string' ? [] : [one.appointmentId]))
      expect(holds.filter((one) => one === 'SLOT_FULL')).toHaveLength(27)
      expect((await good.dayOf(line.hallId, line.day, ['A'], now)).visits.map(({ appointmentId }) => appointmentId).sort()).toEqual([...new Set(acknowledged)].sort())
    })

    it.each(broken)('cannot be read by whoever only asks, and never is an empty book, while it fails by “%s”', async (kind) => {
      const [line, owner] = [aLine({ capacity: 1, slots: [720] }), who()]
      const held = await speak(adapter(), () => now).hold(line, 720, who())
      const { waitingId } = await speak(adapter(), () => now).wait(line, owner)
      await fault({ kind })
      const questions: ((book: BookPort) => Promise<unknown>)[] = [
        (book) => book.free(line, now), (book) => book.read(held.appointmentId, held.owner, now), (book) => book.listOf(held.owner, [], now), (book) => book.dayOf(line.hallId, line.day, ['A'], now),
        (book) => book.waitingsOf(owner), (book) => book.readWaiting(waitingId, owner), (book) => book.standing(owner, now),
      ]
      await Promise.all(questions.map((ask) => expect(ask(adapter(kind))).rejects.toEqual(refused(kind === 'malformed' ? 'UNREADABLE' : 'UNAVAILABLE'))))
    })

    it('is unavailable, and nothing has happened, where nobody listens any more', async () => {
      const { run, seen, before } = await scenes.hold(adapter())
      await fault({ kind: 'error', status: 429 })
      await expect(run(adapter())).rejects.toEqual(refused('UNAVAILABLE'))
      await clear()
      expect(await seen()).toEqual(before)
    })

    it('takes nothing from a system whose clock is far off, and says so where people can be told', async () => {
      const { run, seen, before } = await scenes.hold(adapter())
      await fault({ kind: 'wrong-clock', ms: 3_600_000 })
      await expect(run(adapter())).rejects.toEqual(refused('CLOCK_WRONG'))
      await expect(adapter().free(aLine(), now)).rejects.toEqual(refused('UNAVAILABLE'))
      await expect(adapter().closeDay('somewhere', '20260105', now)).rejects.toEqual(refused('UNAVAILABLE'))
      await clear()
      expect(await seen()).toEqual(before)
    })

    it('tells by our clock when a hold ends, though theirs is some minutes off', async () => {
      await fault({ kind: 'wrong-clock', ms: -180_000 })
      const held = await speak(adapter(), () => now).hold(aLine(), 690, who())
      expect(held.heldUntil).toBe(now + 5 * MINUTE)
    })
  })
}
