import { retryDelay } from '@/platform/retry'
import { createPolling, longestRetry } from './polling'

/** A server whose answers are given by hand, and a polling that asks it. */
const setUp = (pace: number | null = 10) => {
  const asked: { answer: (value: string) => void; fail: (error: Error) => void }[] = []
  const answers: string[] = []
  const failures: string[] = []
  let verdict: 'again' | 'stop' = 'again'
  const polling = createPolling<string>({
    ask: () => new Promise((answer, fail) => { asked.push({ answer, fail }) }),
    onAnswer: (answer) => { answers.push(answer) },
    onFailure: (error) => { failures.push(String(error)); return verdict },
    paceSeconds: () => pace, random: () => 1,
  })
  const settle = async (act: () => void): Promise<void> => { act(); await jest.advanceTimersByTimeAsync(0) }
  return {
    polling, asked, answers, failures, stopOnFailure: () => { verdict = 'stop' },
    answer: (value: string) => settle(() => asked.at(-1)?.answer(value)),
    fail: () => settle(() => asked.at(-1)?.fail(new Error('no network'))),
    pass: (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000),
  }
}

describe('polling', () => {
  beforeEach(() => { jest.useFakeTimers() })
  afterEach(() => { jest.useRealTimers() })

  it('asks at once and then at the pace the server names', async () => {
    const { polling, asked, answers, answer, pass } = setUp(10)
    polling.start()
    await answer('12 ahead')
    await pass(9.9)
    expect(asked).toHaveLength(1)
    await pass(0.2)
    expect(asked).toHaveLength(2)
    expect(answers).toEqual(['12 ahead'])
  })

  it('never has two questions under way, whatever happens meanwhile', async () => {
    const { polling, asked, pass } = setUp()
    polling.start()
    polling.start()
    polling.now()
    polling.hide()
    polling.show()
    await pass(120)
    expect(asked).toHaveLength(1)
  })

  it('asks nothing while hidden and at once when shown again', async () => {
    const { polling, asked, answer, pass } = setUp(5)
    polling.start()
    await answer('a')
    polling.hide()
    await pass(600)
    expect(asked).toHaveLength(1)
    polling.show()
    expect(asked).toHaveLength(2)
  })

  it('asks once more right after an answer that was under way when the page came back', async () => {
    const { polling, asked, answer, pass } = setUp(60)
    polling.start()
    polling.hide()
    polling.show()
    await answer('asked before it was hidden')
    await pass(0)
    expect(asked).toHaveLength(2)
    await answer('fresh')
    await pass(59)
    expect(asked).toHaveLength(2)
  })

  it('backs off from 2 s to twice the pace on failures, and starts over after an answer', async () => {
    const { polling, asked, answer, fail, pass } = setUp(10)
    polling.start()
    await answer('12 ahead')
    await pass(10)
    for (const seconds of [2, 4, 8, 16, 20, 20]) {
      const before = asked.length
      await fail()
      await pass(seconds - 0.1)
      expect(asked).toHaveLength(before)
      await pass(0.2)
      expect(asked).toHaveLength(before + 1)
    }
    await answer('back')
    await pass(10)
    await fail()
    const before = asked.length
    await pass(2)
    expect(asked).toHaveLength(before + 1)
  })

  it('spreads its retries between half and the whole of the delay', () => {
    expect([[1, 0], [1, 1], [3, 0], [50, 1]].map(([failures = 0, random = 0]) => retryDelay(failures, 2000, 60_000, random))).toEqual([1000, 2000, 4000, 60_000])
  })

  it('never keeps whoever is next waiting for long after an outage', () => {
    expect([3, 12, 60, null].map(longestRetry)).toEqual([6000, 24_000, 60_000, 20_000])
  })

  it('does not wait for the back-off when the network is back', async () => {
    const { polling, asked, fail } = setUp()
    polling.start()
    await fail()
    polling.now()
    expect(asked).toHaveLength(2)
  })

  it('ends when nothing can change any more, and when asking is pointless', async () => {
    const done = setUp(null)
    done.polling.start()
    await done.answer('finished')
    done.polling.now()
    await done.pass(600)
    expect(done.asked).toHaveLength(1)

    const refused = setUp()
    refused.stopOnFailure()
    refused.polling.start()
    await refused.fail()
    await refused.pass(600)
    expect(refused.asked).toHaveLength(1)
  })

  it('says nothing after it was stopped', async () => {
    const { polling, answers, answer } = setUp()
    polling.start()
    polling.stop()
    await answer('too late')
    expect(answers).toEqual([])
  })
})
