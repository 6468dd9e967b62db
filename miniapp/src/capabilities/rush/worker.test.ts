import type { ErrorCode } from '@shared/errors'
import { createRushWorker } from './worker'

const refuse = (code: ErrorCode | null): Error & { code: ErrorCode | null } => Object.assign(new Error(String(code)), { code })

const begin = () => {
  let clock = 0
  const world = {
    challenges: 0, sent: [] as (string | undefined)[], pauses: [] as number[], clock: (ms: number): void => { clock += ms },
    /** What the server says next, in order; then it agrees. */
    answers: [] as (ErrorCode | null)[], solved: async (challenge: string): Promise<string | null> => `${challenge} solved`,
  }
  const worker = createRushWorker({
    challenge: async () => ({ challenge: `challenge ${world.challenges += 1}`, bits: 12 }), solve: (challenge) => world.solved(challenge),
    codeOf: (failure) => (failure as { code: ErrorCode | null }).code, now: () => clock, random: () => 0.5,
    pause: async (ms) => { world.pauses.push(ms) },
  })
  const send = async (work: string | undefined): Promise<string> => {
    world.sent.push(work)
    const answer = world.answers.shift()
    if (answer !== undefined) throw refuse(answer)
    return 'held'
  }
  return { world, worker, send }
}
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

describe('a hold in a rush', () => {
  it('is sent as it is when no rush is on', async () => {
    const { world, worker, send } = begin()
    expect(await worker.holdWithWork(send)).toBe('held')
    expect([world.sent, world.challenges]).toEqual([[undefined], 0])
  })

  it('is sent again with the work it is asked for', async () => {
    const { world, worker, send } = begin()
    world.answers = ['WORK_NEEDED']
    expect(await worker.holdWithWork(send)).toBe('held')
    expect(world.sent).toEqual([undefined, 'challenge 1 solved'])
  })

  it('goes along with work that was done ahead, which is good for one hold', async () => {
    const { world, worker, send } = begin()
    worker.prepare()
    worker.prepare()
    await settled()
    await worker.holdWithWork(send)
    await worker.holdWithWork(send)
    expect([world.sent, world.challenges]).toEqual([['challenge 1 solved', undefined], 1])
  })

  it('does not wait for work under way, but uses it when it is asked for', async () => {
    const { world, worker, send } = begin()
    let finish = (_: string): void => undefined
    world.solved = () => new Promise((resolve) => { finish = resolve })
    worker.prepare()
    await settled()
    world.answers = ['WORK_NEEDED']
    const held = worker.holdWithWork(send)
    await settled()
    expect(world.sent).toEqual([undefined])
    finish('done')
    await held
    expect([world.sent, world.challenges]).toEqual([[undefined, 'done'], 1])
  })

  it('does not send work that has grown old, nor keep what failed', async () => {
    const { world, worker, send } = begin()
    worker.prepare()
    await settled()
    world.clock(100_000)
    await worker.holdWithWork(send)
    world.solved = async () => null
    worker.prepare()
    await settled()
    worker.prepare()
    expect([world.sent, world.challenges]).toEqual([[undefined], 3])
  })

  it('comes back a little later, twice, when the server is busy, with the work it has', async () => {
    const { world, worker, send } = begin()
    world.answers = ['WORK_NEEDED', 'BUSY', 'BUSY']
    expect(await worker.holdWithWork(send)).toBe('held')
    expect(world.sent).toEqual([undefined, ...Array.from({ length: 3 }, () => 'challenge 1 solved')])
    expect(world.pauses).toEqual([3_000, 3_000])
  })

  it.each([['BUSY', 3], ['CLOCK_WRONG', 3], ['WORK_NEEDED', 3], ['SLOT_FULL', 1], [null, 1]] as const)('ends with what the server says at last: %s after %i', async (code, times) => {
    const { world, worker, send } = begin()
    world.answers = Array.from({ length: 9 }, () => code)
    await expect(worker.holdWithWork(send)).rejects.toMatchObject({ code })
    expect(world.sent).toHaveLength(times)
  })

  it('says why there is no challenge', async () => {
    const { world, worker, send } = begin()
    world.answers = ['WORK_NEEDED']
    world.solved = () => Promise.reject(refuse('UNAVAILABLE'))
    await expect(worker.holdWithWork(send)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
