import fc from 'fast-check'
import { ContractError } from '@shared/errors'
import { keepsPlaces } from '@shared/appointmentStates'
import { holds } from '../../../tests/support/property'
import { useRedis } from '../../../tests/support/redis'
import type { AppointmentRecord, DayOfLine } from '../../capabilities/appointments/port'
import { createAppointmentEngine } from './engine'
import { aLine, DAY, EIGHT, MINUTE, speak, testTerms } from './testing/book'

const redis = useRedis()
const engine = createAppointmentEngine({ redis, terms: testTerms })

const step = fc.record({
  act: fc.constantFrom('hold', 'hold', 'hold', 'confirm', 'confirm', 'expire', 'move', 'cancel', 'close', 'wait', 'unwait', 'arrive'),
  who: fc.nat(5), at: fc.nat(4), line: fc.nat(2), slots: fc.integer({ min: 1, max: 2 }), pick: fc.nat(1_000), flag: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

let runs = 0
/** Two days of one hall's line and a line of another hall. */
const aCity = () => {
  runs += 1
  const line = aLine({ capacity: 2 }, 5)
  const lines: DayOfLine[] = [line, { ...line, day: '20260106', dayStart: line.dayStart + DAY }, aLine({ capacity: 1 }, 5)]
  let now = EIGHT - DAY
  const { act, hold, confirm, cancel, wait } = speak(engine, () => now)
  const made: AppointmentRecord[] = []
  const waits: { line: DayOfLine; waitingId: string; owner: string }[] = []
  const person = (n: number): string => `run${runs}-person${n}`
  const lineOf = ({ hallId, day }: AppointmentRecord): DayOfLine => lines.find((one) => one.hallId === hallId && one.day === day)!

  const current = async (): Promise<AppointmentRecord[]> => {
    const offered = await Promise.all(waits.map(async ({ waitingId, owner }) => (await engine.readWaiting(waitingId, owner)).appointmentId))
    const ids = new Set([...made.map(({ appointmentId }) => appointmentId), ...offered.flatMap((id) => id ?? [])])
    return Promise.all([...ids].map((id) => engine.read(id, null, now)))
  }
  const play = async (one: Step): Promise<void> => {
    const onLine = lines[one.line]!
    const all = await current()
    const picked = all[one.pick % Math.max(1, all.length)]
    if (one.act === 'expire') now += 3 * MINUTE
    else if (one.act === 'hold') made.push(await hold(onLine, onLine.slots[one.at]!, person(one.who), { slots: one.slots }))
    else if (one.act === 'close') await engine.setSlot(onLine, onLine.slots[one.at]!, one.flag, 'boss', now)
    else if (one.act === 'wait') {
      const owner = person(one.who)
      waits.push({ line: onLine, owner, waitingId: (await wait(onLine, owner, 0, 1440, { slots: one.slots })).waitingId })
    } else if (one.act === 'unwait') {
      const some = waits[one.pick % Math.max(1, waits.length)]
      if (some) await engine.unwait(some.line, some.waitingId, some.owner, now)
    } else if (!picked) return
    else {
      if (!made.some(({ appointmentId }) => appointmentId === picked.appointmentId)) made.push(picked)
      const its = lineOf(picked)
      if (one.act === 'confirm') await confirm(its, picked)
      else if (one.act === 'cancel') await cancel(its, picked)
      else if (one.act === 'arrive') await engine.arrive(its, picked, act(picked.owner), true)
      else {
        const to = lines.filter(({ hallId }) => hallId === picked.hallId)
        const target = to[one.pick % to.length]!
        await engine.reschedule(its, target, target.slots[one.at]!, picked, act(picked.owner))
      }
    }
  }
  /** What the book says against what the appointments say. */
  const check = async (): Promise<void> => {
    const taken = await Promise.all(lines.map((one) => engine.free(one, now)))
    const all = (await current()).filter(({ state }) => keepsPlaces.includes(state))
    for (const [i, one] of lines.entries()) {
      one.slots.forEach((minute, j) => {
        const from = one.dayStart + minute * MINUTE
        const there = all.filter(({ hallId, day, startsAt, endsAt }) => hallId === one.hallId && day === one.day && startsAt <= from && from < endsAt).length
        expect(there).toBeLessThanOrEqual(one.capacity)
        if (taken[i]![j] !== -1) expect(taken[i]![j]).toBe(there)
      })
    }
    for (let n = 0; n <= 5; n += 1) {
      // An offer binds its person only when it is confirmed.
      const theirs = all.filter(({ owner, offered, state }) => owner === person(n) && !(offered && state === 'held')).sort((a, b) => a.startsAt - b.startsAt)
      theirs.slice(1).forEach(({ startsAt }, i) => { expect(startsAt).toBeGreaterThanOrEqual(theirs[i]!.endsAt) })
      const days = theirs.map(({ hallId, lineId, day }) => `${hallId} ${lineId} ${day}`)
      expect(new Set(days).size).toBe(days.length)
      expect(theirs.length).toBeLessThanOrEqual(testTerms.bookingsToCome)
    }
  }
  return { play, check }
}

test('whatever people do, capacity is never exceeded and never lost, and nobody has more than the rules allow', async () => {
  await holds(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
    const { play, check } = aCity()
    for (const one of steps) {
      await play(one).catch((error: unknown) => { if (!(error instanceof ContractError) || ['INTERNAL', 'UNKNOWN_OUTCOME'].includes(error.code)) throw error })
      await check()
    }
  }), 25)
}, 180_000)
