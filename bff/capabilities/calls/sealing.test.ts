import { CallSealer } from './sealing'

/** 2026-01-05 10:00 in Asia/Shanghai. */
const TEN = Date.UTC(2026, 0, 5, 2)
const DAY_MS = 86_400_000

const world = (halls: readonly string[] = ['a', 'b', 'c']) => {
  const counts = new Map<string, number>()
  const sealed: string[] = []
  const reported: (string | null)[] = []
  const state = { now: TEN, fails: '', counted: 0, hold: Promise.resolve() }
  const sealer = new CallSealer({
    halls, clock: () => state.now, everyMs: 2_000,
    log: {
      changes: async (hallIds, day) => { state.counted += 1; return hallIds.map((hallId) => counts.get(`${hallId} ${day}`) ?? 0) },
      seal: async (hallId, day) => {
        await state.hold
        if (state.fails === hallId) throw new Error('not now')
        sealed.push(`${hallId} ${day}`)
        return 1
      },
    },
  }, (hallId) => { reported.push(hallId) })
  return { sealer, counts, sealed, reported, state }
}

describe('the round that seals the logs', () => {
  it('seals the halls in which something happened, and those alone', async () => {
    const { sealer, counts, sealed } = world()
    expect(await sealer.check()).toBe(0)
    counts.set('b 20260105', 2)
    expect(await sealer.check()).toBe(1)
    expect(await sealer.check()).toBe(0)
    counts.set('b 20260105', 3).set('c 20260105', 1)
    expect(await sealer.check()).toBe(2)
    expect(sealed).toEqual(['b 20260105', 'b 20260105', 'c 20260105'])
  })

  it('tries again what failed, reports it, and is held up by nobody', async () => {
    const { sealer, counts, sealed, reported, state } = world()
    for (const hall of ['a', 'b', 'c']) counts.set(`${hall} 20260105`, 1)
    state.fails = 'b'
    expect(await sealer.check()).toBe(2)
    expect(reported).toEqual(['b'])
    state.fails = ''
    expect(await sealer.check()).toBe(1)
    expect(sealed).toEqual(['a 20260105', 'c 20260105', 'b 20260105'])
  })

  it('looks at the day before too, now and then', async () => {
    const { sealer, counts, sealed, state } = world()
    await sealer.check()
    counts.set('a 20260104', 9)
    for (let round = 0; round < 30; round += 1) await sealer.check()
    expect(sealed).toEqual(['a 20260104'])
    expect(state.counted).toBe(31 + 2)
    state.now += DAY_MS
    counts.set('a 20260105', 1)
    for (let round = 0; round < 30; round += 1) await sealer.check()
    expect(sealed).toEqual(['a 20260104', 'a 20260105'])
  })

  it('that takes long is not begun twice', async () => {
    const { sealer, counts, sealed, state } = world()
    let release = (): void => undefined
    state.hold = new Promise((resolve) => { release = resolve })
    counts.set('a 20260105', 1)
    const long = sealer.check()
    expect(await sealer.check()).toBe(0)
    release()
    expect(await long).toBe(1)
    expect(sealed).toHaveLength(1)
  })
})
