import type { CallLogEntry } from '@shared/callLog'
import { setTimeout as pause } from 'node:timers/promises'
import { CallLogService } from './service'

const entry = (n: number): CallLogEntry => ({ n, at: 1, kind: 'take', number: `A${n}`, lineId: 'A', class: 'ordinary', windowId: null, hash: 'a'.repeat(64) })

/** A log that is sealed when somebody asks; `happened` counts what there is to seal. */
const world = (happened: number) => {
  const state = { happened, sealed: 0, seals: 0, reads: 0 }
  const service = new CallLogService({
    seal: async () => { state.seals += 1; await pause(5); state.sealed = state.happened; return 0 },
    read: async (_hall, _day, after, most) => {
      state.reads += 1
      return { entries: Array.from({ length: Math.max(0, Math.min(most, state.sealed - after)) }, (_, i) => entry(after + i + 1)), last: state.sealed }
    },
  }, { keeps: (hallId) => (hallId === 'none' ? null : hallId !== 'outside') })
  const read = async (after = 0, hallId = 'tianhe') => JSON.parse((await service.read(hallId, '20260105', after)).json) as { kept: boolean; last: number; entries: CallLogEntry[] }
  return { state, service, read }
}

describe('the order of calling, as it is told', () => {
  it('is sealed for whoever asks before a round did', async () => {
    const { read } = world(3)
    expect(await read()).toMatchObject({ kept: true, last: 3, entries: [entry(1), entry(2), entry(3)] })
  })

  it('comes in pages of at most five hundred, each told how many there are', async () => {
    const { read } = world(1_200)
    const pages = [await read(), await read(500), await read(1_000)]
    expect(pages.map(({ entries, last }) => [entries[0]?.n, entries.length, last])).toEqual([[1, 500, 1_200], [501, 500, 1_200], [1_001, 200, 1_200]])
  })

  it('is looked up once a second, however many look', async () => {
    const { state, read, service } = world(3)
    await Promise.all(Array.from({ length: 200 }, () => read()))
    expect([state.seals, state.reads]).toEqual([1, 1])
    const page = await service.read('tianhe', '20260105', 0)
    expect(service.isFresh('tianhe', '20260105', 0, page)).toBe(true)
    state.happened = 4
    await pause(1_100)
    expect(service.isFresh('tianhe', '20260105', 0, page)).toBe(false)
    expect((await read()).last).toBe(4)
  })

  it('is never told shorter than whoever asks has heard it', async () => {
    const { state, read } = world(3)
    expect((await read(4)).last).toBe(3)
    // Another process sealed more, and told it.
    state.sealed = 5
    expect(await read(4)).toMatchObject({ last: 5, entries: [entry(5)] })
  })

  it('is not ours where the hall’s own system calls, and is none where there is no hall', async () => {
    const { state, read } = world(3)
    expect(await read(0, 'outside')).toEqual({ hallId: 'outside', day: '20260105', kept: false, entries: [], last: 0 })
    expect([state.seals, state.reads]).toEqual([0, 0])
    await expect(read(0, 'none')).rejects.toMatchObject({ code: 'HALL_NOT_FOUND' })
  })
})
