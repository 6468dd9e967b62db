import { setTimeout as pause } from 'node:timers/promises'
import { queueScripts } from '../../bff/engine/queue/scripts'
import { openLossyRedis, type LossyRedis } from '../support/lossyRedis'
import { newKey } from '../support/people'
import { testRedisUrl } from '../support/redis'
import { startStack, type Stack } from '../support/stack'

describe('a number whose answer is lost between Redis and the server', () => {
  let redis: LossyRedis
  let stack: Stack
  beforeAll(async () => {
    redis = await openLossyRedis(testRedisUrl())
    stack = await startStack({ redisUrl: redis.url })
  }, 60_000)
  afterAll(async () => {
    await stack.stop()
    await redis.close()
  })

  const readyAgain = async (): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await stack.client.ask('readyz', {})).status === 200) return
      await pause(50)
    }
    throw new Error('the server did not find its Redis again')
  }

  it('is of unknown outcome; the same key afterwards gives that number, however often, and nobody is given it twice', async () => {
    const citizen = await stack.people.citizen(1)
    const sent = { body: { hallId: 'test', lineId: 'A', presence: await stack.presence('test') } }
    const caller = { ...citizen, key: newKey() }
    const lost = redis.loseAnswerTo(queueScripts.take.sha)
    expect(await stack.client.refusal('takeTicket', sent, caller)).toMatchObject({ code: 'UNKNOWN_OUTCOME', status: 504, retry: 'same-key' })
    await lost

    await readyAgain()
    const { tickets: [held, ...more] } = await stack.client.call('listTickets', {}, citizen)
    expect([held?.number, more]).toEqual(['A001', []])
    for (let again = 0; again < 2; again += 1) {
      expect(await stack.client.call('takeTicket', sent, caller)).toMatchObject({ ticketId: held?.ticketId, number: 'A001', state: 'waiting' })
    }
    expect((await stack.client.call('listTickets', {}, citizen)).tickets).toHaveLength(1)
    expect(await stack.take(await stack.people.citizen(2), { hallId: 'test', lineId: 'A' })).toMatchObject({ number: 'A002', ahead: 1 })
  })
})
