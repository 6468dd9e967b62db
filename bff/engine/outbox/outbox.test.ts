import { setTimeout as wait } from 'node:timers/promises'
import { useRedis } from '../../../tests/support/redis'
import { Script } from '../script'
import { outboxKey } from './keys'
import { createOutbox } from './outbox'
import { appendToOutbox } from './scripts'
import { OutboxWorker, type OutboxWorkerParts, type Verdict } from './worker'

const redis = useRedis()
const append = new Script('append', `${appendToOutbox}\nappend(KEYS[1], ARGV[1])\nreturn { 'ok' }`)
const PAUSE_MS = 150
const MINUTE = 60_000
let halls = 0

const newHall = (): string => `hall${halls += 1}`
const put = async (hallId: string, ...subjects: string[]) => {
  for (const subject of subjects) await append.run(redis, [outboxKey(hallId, 'test')], [subject])
}
const patientBox = createOutbox(redis, 'test', { firstMs: MINUTE, longestMs: MINUTE })
const hastyBox = createOutbox(redis, 'test', { firstMs: PAUSE_MS, longestMs: PAUSE_MS })
const subjectsIn = async (box: typeof patientBox, hallId: string, most = 100) => (await box.take(hallId, most)).entries.map(({ subject }) => subject)
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `s${i}`)

describe('an outbox', () => {
  it('gives what was put in, in its order, each to one taker', async () => {
    const hallId = newHall()
    expect(await patientBox.take(hallId, 10)).toEqual({ state: { waiting: 0, parked: 0, oldestAt: null }, entries: [] })
    await put(hallId, ...numbered(30))
    const taken = await Promise.all(Array.from({ length: 10 }, () => subjectsIn(patientBox, hallId, 3)))
    expect(taken.flat()).toEqual(numbered(30))
    expect(await subjectsIn(patientBox, hallId)).toEqual([])
  })

  it('keeps an entry until it is done, however often it is taken', async () => {
    const hallId = newHall()
    await put(hallId, 'a', 'b')
    for (const tries of [1, 2, 3]) {
      const { entries, state } = await hastyBox.take(hallId, 1)
      expect(entries).toMatchObject([{ subject: 'a', tries }])
      expect(state).toMatchObject({ waiting: 2, oldestAt: expect.any(Number) as number })
      await wait(PAUSE_MS + 50)
      if (tries === 3) await hastyBox.done(hallId, entries[0]?.entryId ?? '')
    }
    expect(await hastyBox.take(hallId, 5)).toMatchObject({ state: { waiting: 1 }, entries: [{ subject: 'b' }] })
  })

  it('gives what somebody took and never finished to another, after the pause and not before', async () => {
    const hallId = newHall()
    await put(hallId, 'a')
    expect(await subjectsIn(hastyBox, hallId)).toEqual(['a'])
    expect(await subjectsIn(hastyBox, hallId)).toEqual([])
    await wait(PAUSE_MS + 50)
    const both = await Promise.all([subjectsIn(hastyBox, hallId), subjectsIn(hastyBox, hallId)])
    expect(both.flat()).toEqual(['a'])
  })

  it('doubles the pause with each try', async () => {
    const hallId = newHall()
    const box = createOutbox(redis, 'test', { firstMs: 400, longestMs: MINUTE })
    await put(hallId, 'a')
    await box.take(hallId, 1)
    await wait(450)
    expect(await box.take(hallId, 1)).toMatchObject({ entries: [{ tries: 2 }] })
    await wait(450)
    expect((await box.take(hallId, 1)).entries).toEqual([])
    await wait(450)
    expect(await box.take(hallId, 1)).toMatchObject({ entries: [{ tries: 3 }] })
  })

  it('lets no more than 200 be in hand; the others wait and nothing is lost', async () => {
    const hallId = newHall()
    await put(hallId, ...numbered(230))
    const { entries } = await patientBox.take(hallId, 1_000)
    expect(entries.map(({ subject }) => subject)).toEqual(numbered(200))
    expect(await patientBox.take(hallId, 1_000)).toMatchObject({ state: { waiting: 230 }, entries: [] })
    for (const { entryId } of entries.slice(0, 20)) await patientBox.done(hallId, entryId)
    expect(await subjectsIn(patientBox, hallId, 1_000)).toEqual(numbered(220).slice(200))
  })

  it('puts aside what is refused, with its code, and puts it back when told', async () => {
    const hallId = newHall()
    await put(hallId, 'bad', 'good')
    const [bad] = (await patientBox.take(hallId, 1)).entries
    await patientBox.park(hallId, bad?.entryId ?? '', '20005')
    await patientBox.park(hallId, bad?.entryId ?? '', '20005')
    expect(await redis.xrange(`${outboxKey(hallId, 'test')}:parked`, '-', '+')).toEqual([[expect.any(String), ['subject', 'bad', 'code', '20005']]])
    expect(await patientBox.take(hallId, 5)).toMatchObject({ state: { waiting: 1, parked: 1 }, entries: [{ subject: 'good' }] })
    expect(await patientBox.release(hallId)).toBe(1)
    expect(await patientBox.take(hallId, 5)).toMatchObject({ state: { waiting: 2, parked: 0 }, entries: [{ subject: 'bad', tries: 1 }] })
  })

  it('keeps all of a hall in the hall’s slot', async () => {
    const hallId = newHall()
    const before = new Set(await redis.keys('*'))
    await put(hallId, 'a')
    await patientBox.park(hallId, (await patientBox.take(hallId, 1)).entries[0]?.entryId ?? '', 'X')
    const made = (await redis.keys('*')).filter((key) => !before.has(key))
    expect(made).toHaveLength(2)
    expect(made.filter((key) => !key.startsWith(`{hall:${hallId}}:`))).toEqual([])
  })
})

describe('the worker of an outbox', () => {
  const told: string[] = []
  const worker = (parts: Partial<OutboxWorkerParts> & Pick<OutboxWorkerParts, 'halls' | 'deliver'>) => {
    const shown: unknown[] = []
    return {
      shown,
      worker: new OutboxWorker({ outbox: hastyBox, everyMs: MINUTE, release: false, show: (state) => { shown.push(state) }, count: () => undefined, ...parts }, {
        parked: (hallId, subject, code) => { told.push(`${hallId} ${subject} ${code}`) }, failed: (hallId, error) => { told.push(`${hallId} ${String(error)}`) },
      }),
    }
  }
  const recording = (verdictOf: (subject: string) => Verdict = () => ({ kind: 'delivered' })) => {
    const seen: string[] = []
    return { seen, deliver: async (subject: string) => { seen.push(subject); return verdictOf(subject) } }
  }
  beforeEach(() => { told.length = 0 })

  it('brings what waits in every hall, and shows what is left', async () => {
    const [one, other] = [newHall(), newHall()]
    await put(one, ...numbered(25))
    await put(other, 'x')
    const { seen, deliver } = recording()
    const { worker: it, shown } = worker({ halls: [one, other, newHall()], deliver })
    expect(await it.check()).toBe(26)
    expect([...seen].sort()).toEqual([...numbered(25), 'x'].sort())
    expect(shown).toEqual([{ waiting: 0, parked: 0, oldestAt: null }])
    expect(await it.check()).toBe(0)
  })

  it('parks what is refused, tells of it once, and tries it again only when released', async () => {
    const hallId = newHall()
    await put(hallId, 'bad', 'good')
    const { worker: it, shown } = worker({ halls: [hallId], ...recording((subject) => (subject === 'bad' ? { kind: 'refused', code: '20001' } : { kind: 'delivered' })) })
    expect(await it.check()).toBe(1)
    await wait(PAUSE_MS + 50)
    await it.check()
    expect(told).toEqual([`${hallId} bad 20001`])
    expect(shown.at(-1)).toEqual({ waiting: 0, parked: 1, oldestAt: null })
    const again = recording()
    expect(await worker({ halls: [hallId], deliver: again.deliver, release: true }).worker.check()).toBe(1)
    expect(again.seen).toEqual(['bad'])
  })

  it('lets one entry that fails hold up no other', async () => {
    const hallId = newHall()
    await put(hallId, 'stuck', ...numbered(5))
    const { seen, deliver } = recording((subject) => ({ kind: subject === 'stuck' ? 'later' : 'delivered' }))
    expect(await worker({ halls: [hallId], deliver }).worker.check()).toBe(5)
    expect(seen).toHaveLength(6)
  })

  it('takes a delivery that throws for one to be tried later, and tells of it', async () => {
    const hallId = newHall()
    await put(hallId, 'a')
    let broken = true
    const { worker: it } = worker({ halls: [hallId], deliver: async () => { if (broken) throw new Error('broken'); return { kind: 'delivered' } } })
    expect(await it.check()).toBe(0)
    expect(told).toEqual([`${hallId} Error: broken`])
    broken = false
    await wait(PAUSE_MS + 50)
    expect(await it.check()).toBe(1)
  })

  it('ends a round when the other side is away, and goes on with the next halls in the next', async () => {
    const many = Array.from({ length: 40 }, newHall)
    for (const hallId of many) await put(hallId, `${hallId}.a`)
    const { seen, deliver } = recording(() => ({ kind: 'later' }))
    // What failed is due again at once, so that only going on elsewhere reaches the others.
    const { worker: it } = worker({ halls: many, deliver, outbox: createOutbox(redis, 'test', { firstMs: 1, longestMs: 1 }) })
    await it.check()
    expect(seen.length).toBeGreaterThanOrEqual(10)
    expect(seen.length).toBeLessThan(20)
    for (let round = 0; round < 12; round += 1) await it.check()
    expect([...new Set(seen)].sort()).toEqual(many.map((hallId) => `${hallId}.a`).sort())
  })

  it('takes nothing new once it is stopped, and what it had in hand is not lost', async () => {
    const hallId = newHall()
    await put(hallId, ...numbered(20))
    const seen: string[] = []
    const { worker: it } = worker({ halls: [hallId], deliver: async (subject) => { it.stop(); seen.push(subject); return { kind: 'delivered' } } })
    await it.check()
    expect(seen.length).toBeLessThan(20)
    const { worker: next } = worker({ halls: [hallId], deliver: async (subject) => { seen.push(subject); return { kind: 'delivered' } } })
    await wait(PAUSE_MS + 50)
    await next.check()
    expect([...seen].sort()).toEqual(numbered(20).sort())
  })

  it('runs by itself, and one round at a time', async () => {
    const hallId = newHall()
    await put(hallId, ...numbered(3))
    let [atOnce, most, done] = [0, 0, 0]
    const { worker: it } = worker({
      halls: [hallId], everyMs: 20,
      deliver: async () => {
        most = Math.max(most, atOnce += 1)
        await wait(100)
        atOnce -= 1
        done += 1
        return { kind: 'delivered' }
      },
    })
    it.start()
    while (done < 3) await wait(20)
    it.stop()
    expect(most).toBe(3)
  })
})
