import { createCounts } from './counts'

describe('who waits in each hall, for a list of halls', () => {
  it('leaves out a hall that fails or is late, waits for it once, and counts it again when it has answered', async () => {
    let answer: (people: number) => void = () => undefined
    const counts = createCounts((hallId) => {
      if (hallId === 'fails') return Promise.reject(new Error('down'))
      return hallId === 'hangs' ? new Promise((resolve) => { answer = resolve }) : Promise.resolve(3)
    }, 200)
    const timed = async (): Promise<number> => {
      const start = performance.now()
      expect(await counts(['works', 'fails', 'hangs'])).toEqual(new Map([['works', 3]]))
      return performance.now() - start
    }
    expect(await timed()).toBeGreaterThanOrEqual(190)
    const later = [await timed(), await timed(), await timed()]
    expect(Math.min(...later)).toBeLessThan(150)
    answer(5)
    await Promise.resolve()
    const asked = counts(['works', 'hangs'])
    answer(6)
    expect(await asked).toEqual(new Map([['works', 3], ['hangs', 6]]))
  })
})
