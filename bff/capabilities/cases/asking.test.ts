import { setTimeout as pause } from 'node:timers/promises'
import { Asking, type AskingLimits, type Question } from './asking'
import type { CaseSource, Copies, Holdings, SourceAnswer } from './port'
import { answered, aRecord, aSource, copiesInMemory, holdings } from './testing/records'

const ANSWER_MS = 300
const START = 1_767_600_000_000
let now = START
let copies: ReturnType<typeof copiesInMemory>
const reported: string[] = []
const create = (limits?: AskingLimits, kept: Copies = copies) =>
  new Asking({ copies: kept, clock: () => now, answerMs: ANSWER_MS, report: (sourceId) => { reported.push(sourceId) }, ...(limits && { limits }) })
const question = (who = 'ann', keeps: Question['keeps'] = () => true): Question => ({ who, keeps, ask: (source) => source.listOf({ kind: 'person', name: '演示用户一', idNumber: '990000190001010016' }) })

/** A source that answers when it is told to, and counts how often it was asked. */
const waiting = (sourceId: string) => {
  let count = 0
  let answer: (told: SourceAnswer<Holdings>) => void = () => undefined
  const source: CaseSource = aSource(sourceId, {
    listOf: () => {
      count += 1
      return new Promise((resolve) => { answer = resolve })
    },
  })
  return { source, asked: () => count, answer: (told: SourceAnswer<Holdings>) => answer(told) }
}
const good = aSource('good', { holds: holdings([aRecord()]) })

beforeEach(() => {
  now = START
  copies = copiesInMemory()
  reported.length = 0
})

describe('asking many systems', () => {
  it('goes on with what came when one is late, names it, and gives what it said at the next look without asking again', async () => {
    const slow = waiting('slow')
    const asking = create()
    const begun = performance.now()
    const first = await asking.all([good, slow.source], question())
    expect(performance.now() - begun).toBeLessThan(ANSWER_MS + 1_000)
    expect(first.map(({ state, known }) => [state.state, state.asOf, known?.holdings.cases.length ?? null])).toEqual([['answered', START, 1], ['late', null, null]])
    slow.answer(answered(holdings([aRecord()])))
    await pause(5)
    now += 5_000
    expect((await asking.all([good, slow.source], question())).map(({ state }) => state.state)).toEqual(['answered', 'answered'])
    expect(slow.asked()).toBe(1)
  })

  it('shows of one that is late, gone or not to be read what it said last, and since when', async () => {
    const asking = create()
    const first = waiting('one')
    const learning = asking.all([first.source], question())
    first.answer(answered(holdings([aRecord()])))
    await learning
    now += 60_000
    for (const kind of ['unavailable', 'unreadable'] as const) {
      const [told] = await asking.all([aSource('one', { listOf: async () => ({ kind }) })], question())
      expect(told).toMatchObject({ state: { state: kind, asOf: START }, known: { asOf: START, holdings: { cases: [{ itemName: '居住证办理' }] } } })
      now += 4_000
    }
    const [late] = await asking.all([waiting('one').source], question())
    expect(late).toMatchObject({ state: { state: 'late', asOf: START }, known: { asOf: START } })
  })

  it('shows nobody what another asked for', async () => {
    const asking = create()
    await asking.all([good], question('ann'))
    const [other] = await asking.all([aSource('good', { listOf: async () => ({ kind: 'unavailable' }) })], question('bob'))
    expect(other).toEqual({ state: { sourceId: 'good', name: { zh: 'good', en: 'good' }, state: 'unavailable', asOf: null }, known: null })
  })

  it('of one that failed does not begin anew at each look, and asks again soon', async () => {
    let count = 0
    const failing = aSource('failing', {
      listOf: async () => {
        count += 1
        return { kind: 'unavailable' }
      },
    })
    const asking = create()
    for (const after of [0, 1_000, 1_000]) {
      now += after
      expect((await asking.all([failing], question()))[0]?.state.state).toBe('unavailable')
    }
    expect(count).toBe(1)
    now += 3_000
    await asking.all([failing], question())
    expect(count).toBe(2)
  })

  it('asks again when an answer is no longer fresh', async () => {
    let count = 0
    const source = aSource('counted', {
      listOf: async () => {
        count += 1
        return answered(holdings())
      },
    })
    const asking = create()
    for (const after of [0, 9_000, 2_000]) {
      now += after
      await asking.all([source], question())
    }
    expect(count).toBe(2)
  })

  it('puts one question for a hundred who ask the same at once', async () => {
    const slow = waiting('slow')
    const asking = create()
    const all = Promise.all(Array.from({ length: 100 }, () => asking.all([slow.source], question())))
    expect(asking.held.flights).toBe(1)
    slow.answer(answered(holdings([aRecord()])))
    expect((await all).every(([told]) => told?.state.state === 'answered')).toBe(true)
    expect([slow.asked(), asking.held.flights]).toEqual([1, 0])
  })

  it('finds in the copies what another process has just heard', async () => {
    const [here, there] = [create(), create()]
    const slow = waiting('slow')
    await there.all([slow.source], question())
    slow.answer(answered(holdings([aRecord()])))
    await pause(5)
    now += 2_000
    expect((await here.all([waiting('slow').source], question()))[0]).toMatchObject({ state: { state: 'answered', asOf: START }, known: { asOf: START } })
  })

  it('waits for no copy longer than for an answer', async () => {
    const asking = create(undefined, { read: () => new Promise(() => undefined), keep: async () => undefined })
    const begun = performance.now()
    const told = await asking.all([good, waiting('slow').source, aSource('gone', { listOf: async () => ({ kind: 'unavailable' }) })], question())
    expect(performance.now() - begun).toBeLessThan(ANSWER_MS + 1_000)
    expect(told.map(({ state }) => [state.state, state.asOf])).toEqual([['answered', START], ['late', null], ['unavailable', null]])
  })

  it('keeps no copy of what may not be kept', async () => {
    await create().all([aSource('empty'), good], question('ann', ({ cases }) => cases.length > 0))
    expect([...copies.kept.keys()]).toEqual(['good ann'])
  })

  it('survives a source that throws, and reports it', async () => {
    const told = await create().all([aSource('broken', { listOf: async () => { throw new Error('a mistake of ours') } }), good], question())
    expect(told.map(({ state }) => state.state)).toEqual(['unavailable', 'answered'])
    expect(reported).toEqual(['broken'])
  })
})

describe('what is held in memory', () => {
  it('is bounded in answers and in characters', async () => {
    const asking = create({ answers: 20, characters: 1_000_000, flights: 100 })
    for (let i = 0; i < 100; i += 1) await asking.all([good], question(`who ${i}`))
    expect(asking.held.answers).toBe(20)
    const small = create({ answers: 1_000, characters: 3 * JSON.stringify(holdings([aRecord()])).length, flights: 100 })
    for (let i = 0; i < 100; i += 1) await small.all([good], question(`who ${i}`))
    expect(small.held.answers).toBe(3)
  })

  it('is bounded in calls under way: whoever comes besides is told at once, and all end', async () => {
    const asking = create({ answers: 100, characters: 1_000_000, flights: 10 })
    const sources = Array.from({ length: 30 }, (_, i) => waiting(`s${i}`))
    const told = await asking.all(sources.map(({ source }) => source), question())
    expect(told.filter(({ state }) => state.state === 'late')).toHaveLength(10)
    expect(told.filter(({ state }) => state.state === 'unavailable')).toHaveLength(20)
    expect(asking.held.flights).toBe(10)
    for (const { answer } of sources) answer(answered(holdings()))
    await pause(5)
    expect(asking.held.flights).toBe(0)
  })
})
