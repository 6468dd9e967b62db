import type { Context } from 'koa'
import { setTimeout as pause } from 'node:timers/promises'
import { createShedding, refuseEarly } from './shedding'

/** Something that lasts until it is told to end. */
const lasting = () => {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => { end = resolve })
  return { ended, end: () => end() }
}
const busy = { code: 'BUSY' }

describe('the queue of those who want a place', () => {
  it('serves so many at once, lets so many wait, and refuses everybody else without doing anything', async () => {
    const shedding = createShedding({ seats: 2, places: 3 })
    const work = lasting()
    let begun = 0
    const ask = () => shedding.run('holdSlot', async () => {
      begun += 1
      await work.ended
    })
    const served = Array.from({ length: 5 }, ask)
    await expect(ask()).rejects.toMatchObject(busy)
    expect(begun).toBe(2)
    work.end()
    await Promise.all(served)
    expect(begun).toBe(5)
    await expect(ask()).resolves.toBeUndefined()
  })

  it.each([0, 1, 2, 3, 4, 5])('serves in the order of arrival, also when somebody comes as a seat gets free (%i steps later)', async (steps) => {
    const shedding = createShedding({ seats: 1, places: 10 })
    const order: string[] = []
    const work = lasting()
    const ask = (who: string) => shedding.run('holdSlot', async () => { order.push(who) })
    const first = shedding.run('holdSlot', () => work.ended)
    const early = ['one', 'two', 'three'].map(ask)
    let moment: Promise<unknown> = work.ended
    for (let i = 0; i < steps; i += 1) moment = moment.then(() => undefined)
    const newcomer = moment.then(() => ask('newcomer'))
    work.end()
    await Promise.all([first, ...early, newcomer])
    expect(order.filter((who) => who !== 'newcomer')).toEqual(['one', 'two', 'three'])
    expect(order.at(-1)).toBe('newcomer')
  })

  it('refuses who has waited too long, at that time, and never does it afterwards', async () => {
    const shedding = createShedding({ seats: 1, places: 5, longestWaitMs: 20 })
    const work = lasting()
    const served: string[] = []
    const first = shedding.run('holdSlot', () => work.ended)
    await expect(shedding.run('holdSlot', async () => { served.push('late') })).rejects.toMatchObject(busy)
    const next = shedding.run('joinWaitingList', async () => { served.push('next') })
    work.end()
    await Promise.all([first, next])
    await pause(30)
    expect(served).toEqual(['next'])
  })

  it('gives the seat on when something fails', async () => {
    const shedding = createShedding({ seats: 1, places: 2 })
    const failed = shedding.run('holdSlot', () => Promise.reject(new Error('broken')))
    const next = shedding.run('holdSlot', () => Promise.resolve('served'))
    await expect(failed).rejects.toThrow('broken')
    await expect(next).resolves.toBe('served')
  })

  it('keeps nothing else waiting', async () => {
    const shedding = createShedding({ seats: 1, places: 0 })
    const work = lasting()
    const first = shedding.run('holdSlot', () => work.ended)
    await expect(shedding.run('readBoard', () => Promise.resolve('a board'))).resolves.toBe('a board')
    work.end()
    await first
  })
})

describe('the refusal at the door', () => {
  it('is for what is full, and for nothing else', async () => {
    const shedding = createShedding({ seats: 1, places: 1 })
    const enter = async (method: string, path: string): Promise<unknown> => {
      const ctx = { method, path, state: {} } as Context
      await refuseEarly(shedding)(ctx, () => Promise.resolve())
      return ctx.state.endpoint
    }
    const work = lasting()
    const first = shedding.run('holdSlot', () => work.ended)
    await expect(enter('POST', '/api/appointments')).resolves.toBeUndefined()
    const second = shedding.run('holdSlot', () => work.ended)
    await expect(enter('POST', '/api/appointments')).rejects.toMatchObject(busy)
    await expect(enter('POST', '/api/waiting')).rejects.toMatchObject(busy)
    for (const [method, path] of [['GET', '/api/appointments'], ['GET', '/api/waiting'], ['POST', '/api/appointments/search'], ['GET', '/healthz']]) {
      await expect(enter(method ?? '', path ?? '')).resolves.toBeUndefined()
    }
    work.end()
    await Promise.all([first, second])
    await expect(enter('POST', '/api/appointments')).resolves.toBeUndefined()
  })
})
