import { setTimeout as pause } from 'node:timers/promises'
import { Round } from './round'

class Counting extends Round {
  begun = 0
  readonly reports: unknown[] = []
  constructor(everyMs: number, private readonly act: () => Promise<number>, atOnce = false) {
    super({ everyMs, idle: -1, failed: (error) => this.reports.push(error), atOnce })
  }

  protected round(): Promise<number> {
    this.begun += 1
    return this.act()
  }
}

describe('a round', () => {
  it('gives what it did, and is skipped while the one before is still going on', async () => {
    let finish = (): void => undefined
    const round = new Counting(1, () => new Promise((resolve) => { finish = () => resolve(7) }))
    const first = round.check()
    expect(await round.check()).toBe(-1)
    finish()
    expect(await first).toBe(7)
    expect(round.begun).toBe(1)
  })

  it('that fails is told of, and the next one tries again', async () => {
    const answers = [() => Promise.reject(new Error('away')), () => Promise.resolve(2)]
    const round = new Counting(1, () => (answers.shift() ?? (() => Promise.resolve(0)))())
    expect(await round.check()).toBe(-1)
    expect(round.reports).toEqual([new Error('away')])
    expect(await round.check()).toBe(2)
  })

  it('that fails because it was stopped is no failure', async () => {
    let fail = (): void => undefined
    const round = new Counting(1, () => new Promise((_, reject) => { fail = () => reject(new Error('closed')) }))
    const last = round.check()
    round.stop()
    fail()
    expect(await last).toBe(-1)
    expect(round.reports).toEqual([])
  })

  it.each([[true, 1], [false, 0]])('comes again and again from the start on, at once or not (%s), until it is stopped', async (atOnce, first) => {
    const round = new Counting(5, () => Promise.resolve(0), atOnce)
    round.start()
    expect(round.begun).toBe(first)
    while (round.begun < 3) await pause(1)
    round.stop()
    const begun = round.begun
    await pause(30)
    expect(round.begun).toBe(begun)
  })
})
