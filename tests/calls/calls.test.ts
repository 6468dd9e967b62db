import { createHash } from 'node:crypto'
import type { CallLogEntry } from '@shared/callLog'
import { callLogEntry } from '@shared/callLog'
import { firstText, linkText } from '@shared/chain'
import { useRedis } from '../support/redis'
import type { Redis } from '../../bff/platform/redis'
import { createQueueEngine } from '../../bff/engine/queue/engine'
import { dayKey } from '../../bff/engine/queue/keys'
import { drive, NINE, testHall } from '../../bff/engine/queue/testing/drive'
import { pairsOf } from '../../bff/engine/reply'
import { createCallLog } from '../../bff/engine/calls/engine'
import { packed, unpacked } from '../../bff/engine/calls/entries'
import { endKey, entriesKey, eventsKey } from '../../bff/engine/calls/keys'
import { callScripts } from '../../bff/engine/calls/scripts'

const redis = useRedis()
const queue = createQueueEngine({ redis, ticketDays: 8 })
const log = createCallLog(redis as unknown as Redis)
const DAY = '20260105'
let halls = 0
const fresh = () => {
  const hall = testHall({ hallId: `calls${halls += 1}`, callsBeforeMissed: 2 })
  return { hall, hallId: hall.hallId, ...drive(queue, hall) }
}
const all = async (hallId: string, day = DAY) => (await log.read(hallId, day, 0, 10_000)).entries

/** The first entry at which the chain does not hold, reckoned as anybody may; null when it holds. */
const brokenAt = (hallId: string, entries: readonly CallLogEntry[]): number | null => {
  let hash = firstText(hallId, DAY)
  for (const [i, entry] of entries.entries()) {
    hash = createHash('sha256').update(linkText(hash, entry)).digest('hex')
    if (entry.n !== i + 1 || entry.hash !== hash) return i + 1
  }
  return null
}

/** Takes three numbers and calls, misses, serves and cancels: twelve changes or so, of every kind. */
const live = async (one: ReturnType<typeof fresh>): Promise<void> => {
  const held = []
  for (let i = 0; i < 4; i += 1) held.push((await one.take({ owner: `live${i}` })).ticket.ticketId)
  const [first = '', second = '', third = ''] = held
  await one.open('1')
  await one.call('1')
  await one.miss('1', first)
  await queue.comeBack(one.hall, first, one.act('live0', NINE))
  await queue.defer(one.hall, second, 1, one.act('live1', NINE))
  await queue.cancel(one.hall, second, one.act('live1', NINE))
  expect((await one.call('1')).ticketId).toBe(third)
  await one.serve('1', third)
  await queue.transfer(one.hall, (await one.call('1')).ticketId, 'B', 'clerk', one.act('clerk1', NINE))
  await queue.closeDay(one.hall, NINE, NINE)
}

describe('a day’s log of calls', () => {
  it('tells what happened in its order, without a gap, with nothing of a person, and links it', async () => {
    const one = fresh()
    await live(one)
    const added = await log.seal(one.hallId, DAY)
    const { entries, last } = await log.read(one.hallId, DAY, 0, 100)
    expect([entries.length, last]).toEqual([added, added])
    expect(entries.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'take A001', 'take A002', 'take A003', 'take A004', 'call A001', 'recall A001', 'miss A001', 'return A001', 'defer A002', 'cancel A002', 'call A003',
      'finish A003', 'call A004', 'transfer A004', expect.stringMatching(/^expire/), expect.stringMatching(/^expire/),
    ])
    for (const entry of entries) expect(callLogEntry.strict().parse(entry)).toEqual(entry)
    expect(brokenAt(one.hallId, entries)).toBeNull()
    expect(entries.find(({ kind }) => kind === 'call')).toMatchObject({ lineId: 'A', class: 'ordinary', windowId: '1', at: NINE })
  })

  it('goes on where it ended, and an unchanged day adds nothing', async () => {
    const one = fresh()
    await one.take()
    expect(await log.seal(one.hallId, DAY)).toBe(1)
    expect(await log.seal(one.hallId, DAY)).toBe(0)
    await one.open('1')
    expect(await log.seal(one.hallId, DAY)).toBe(0)
    await one.call('1')
    expect(await log.seal(one.hallId, DAY)).toBe(1)
    expect(brokenAt(one.hallId, await all(one.hallId))).toBeNull()
    expect((await log.read(one.hallId, DAY, 1, 10)).entries.map(({ n, kind }) => [n, kind])).toEqual([[2, 'call']])
  })

  it('says that who is being served at the end of the day was served', async () => {
    const one = fresh()
    await one.take()
    await one.open('1')
    await queue.start(one.hall, (await one.call('1')).ticketId, 'clerk', one.act('clerk1', NINE))
    await queue.closeDay(one.hall, NINE, NINE)
    await log.seal(one.hallId, DAY)
    expect((await all(one.hallId)).map(({ kind }) => kind)).toEqual(['take', 'call', 'finish'])
  })

  it('sealed by several at once, while it goes on, is one chain in the order of the events', async () => {
    const one = fresh()
    await one.open('1')
    for (let round = 0; round < 15; round += 1) {
      await Promise.all([
        ...Array.from({ length: 40 }, () => one.take()),
        ...Array.from({ length: 4 }, () => createCallLog(redis as unknown as Redis).seal(one.hallId, DAY)),
        one.call('1').then(({ ticketId }) => one.serve('1', ticketId)).catch(() => undefined),
      ])
    }
    await log.seal(one.hallId, DAY)
    const entries = await all(one.hallId)
    const events = (await redis.xrange(eventsKey(one.hallId, DAY), '-', '+')).map(([, flat]) => pairsOf(flat)).filter(({ type }) => type !== 'window' && type !== 'start')
    expect(entries.map(({ kind, number }) => `${kind} ${number}`)).toEqual(events.map(({ type, num }) => `${type} ${num}`))
    expect(entries.length).toBeGreaterThan(600)
    expect(brokenAt(one.hallId, entries)).toBeNull()
  })

  it('is whole again after a process ended between reading and appending, or appended and never heard of it', async () => {
    const one = fresh()
    await live(one)
    const append = jest.spyOn(callScripts.append, 'run')
    append.mockRejectedValueOnce(new Error('ended before'))
    await expect(log.seal(one.hallId, DAY)).rejects.toThrow()
    expect(await all(one.hallId)).toEqual([])
    append.mockImplementationOnce(async (...args) => {
      append.mockRestore()
      await callScripts.append.run(...args)
      throw new Error('ended behind')
    })
    await expect(log.seal(one.hallId, DAY)).rejects.toThrow()
    await log.seal(one.hallId, DAY)
    const entries = await all(one.hallId)
    expect(entries).toHaveLength(16)
    expect(brokenAt(one.hallId, entries)).toBeNull()
  })

  it('is appended to only where it was read to end', async () => {
    const one = fresh()
    await one.take()
    await log.seal(one.hallId, DAY)
    const keys = [endKey(one.hallId, DAY), entriesKey(one.hallId, DAY), eventsKey(one.hallId, DAY)]
    const { cursor = '', hash = '' } = await redis.hgetall(keys[0] ?? '')
    for (const [from, was] of [['0-1', hash], [cursor, '0'.repeat(64)], ['', '']] as const) {
      expect(await callScripts.append.run(redis as unknown as Redis, keys, [from, was, '9-9', 'f'.repeat(64), 'anything'])).toEqual(['ok', 0])
    }
    expect(await all(one.hallId)).toHaveLength(1)
  })

  it('ends with the day’s other keys, and is not made anew when they are gone', async () => {
    const one = fresh()
    await one.open('1')
    await log.seal(one.hallId, DAY)
    await one.take()
    await log.seal(one.hallId, DAY)
    const life = await redis.pttl(`${dayKey(one.hallId, NINE)}:events`)
    for (const key of [endKey(one.hallId, DAY), entriesKey(one.hallId, DAY)]) {
      expect(Math.abs(await redis.pttl(key) - life)).toBeLessThan(5_000)
      expect(key.startsWith(`{hall:${one.hallId}}:`)).toBe(true)
    }
    await redis.del(eventsKey(one.hallId, DAY))
    expect(await log.seal(one.hallId, DAY)).toBe(0)
  })

  it('counts the changes of many halls at once', async () => {
    const [busy, idle] = [fresh(), fresh()]
    await busy.take()
    await busy.take()
    const names = Array.from({ length: 1_500 }, (_, i) => `nowhere${i}`)
    const counts = await log.changes([...names, busy.hallId, idle.hallId], DAY)
    expect([counts.length, ...counts.slice(-2), counts[0]]).toEqual([1_502, 2, 0, 0])
  })

  it('takes some seventy bytes an entry, and gives back what was packed', () => {
    const entry: CallLogEntry = { n: 7, at: NINE + 123, kind: 'call', number: 'A1012', lineId: 'A', class: 'appointment', windowId: '12', hash: 'ab'.repeat(32) }
    expect(unpacked(packed(entry), 7)).toEqual(entry)
    const bare: CallLogEntry = { ...entry, kind: 'take', class: null, windowId: null }
    expect(unpacked(packed(bare), 7)).toEqual(bare)
    expect(packed(entry).length).toBeLessThan(80)
  })
})

describe('a log that somebody laid hands on', () => {
  const sealed = async () => {
    const one = fresh()
    await live(one)
    await log.seal(one.hallId, DAY)
    const key = entriesKey(one.hallId, DAY)
    const line = async (n: number): Promise<string> => await redis.lindex(key, n - 1) ?? ''
    return { ...one, key, line, check: async () => brokenAt(one.hallId, await all(one.hallId)) }
  }

  it('shows where an entry was changed, whatever of it', async () => {
    for (const change of [[/^take/, 'call'], [' o ', ' p '], ['A003', 'A009'], [' A ', ' B '], [/(.)$/, 'A']] as const) {
      const one = await sealed()
      await redis.lset(one.key, 2, (await one.line(3)).replace(change[0], change[1]).replace(/A$/, 'B'))
      expect(await one.check()).toBe(3)
    }
  })

  it('shows where one was taken out', async () => {
    const one = await sealed()
    await redis.lrem(one.key, 1, await one.line(5))
    expect(await one.check()).toBe(5)
  })

  it('shows where two were swapped', async () => {
    const one = await sealed()
    const [a, b] = [await one.line(6), await one.line(7)]
    await redis.lset(one.key, 5, b)
    await redis.lset(one.key, 6, a)
    expect(await one.check()).toBe(6)
  })

  it('shows where one was put in, though linked to the one before it', async () => {
    const one = await sealed()
    const before = (await all(one.hallId))[3]!
    const forged = { ...before, n: 5, kind: 'call' as const, number: 'A777' }
    const hash = createHash('sha256').update(linkText(before.hash, forged)).digest('hex')
    await redis.linsert(one.key, 'AFTER', await one.line(4), packed({ ...forged, hash }))
    expect(await one.check()).toBe(6)
  })

  it('shows that the newest was taken out: the log tells of more, and what follows does not fit', async () => {
    const one = fresh()
    await live(one)
    await log.seal(one.hallId, DAY)
    await redis.rpop(entriesKey(one.hallId, DAY))
    const cut = await log.read(one.hallId, DAY, 0, 100)
    expect(cut.last).toBe(cut.entries.length + 1)
    await redis.xadd(eventsKey(one.hallId, DAY), '*', 'type', 'take', 'at', NINE, 'num', 'A099', 'line', 'A', 'class', 'ordinary')
    await log.seal(one.hallId, DAY)
    expect(brokenAt(one.hallId, await all(one.hallId))).toBe(cut.last)
  })

  it('is told up to what cannot be read, and that there should be more', async () => {
    const one = await sealed()
    await redis.lset(one.key, 3, 'nonsense')
    const { entries, last } = await log.read(one.hallId, DAY, 0, 100)
    expect([entries.length, last]).toEqual([3, 16])
  })
})
