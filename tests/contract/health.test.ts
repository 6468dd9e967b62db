import { Redis } from 'ioredis'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startRedis, type RunningRedis } from '../../scripts/redis.mjs'
import { failureIn } from '../support/client'
import { useFolder } from '../support/folder'
import { startStack, type Stack } from '../support/stack'

describe('what operators ask', () => {
  const folder = useFolder()
  let redis: RunningRedis
  let stack: Stack
  const start = (port?: number) => startRedis({ dir: path.join(folder(), 'redis'), appendfsync: 'always', kinds: ['program', 'package'], ...(port && { port }) })
  const ready = () => stack.http.ask(stack.url, { method: 'GET', path: '/readyz' })
  const readyAgain = async (): Promise<number> => {
    let status = 0
    for (let tries = 0; tries < 100 && status !== 200; tries += 1) {
      status = (await ready()).status
      await pause(50)
    }
    return status
  }

  beforeAll(async () => {
    redis = await start()
    stack = await startStack({ redisUrl: redis.url })
  }, 60_000)
  afterAll(async () => {
    await stack.stop()
    await redis.stop()
  })

  it('/metrics counts by endpoint and status', async () => {
    await stack.client.call('readHall', { params: { hallId: 'test' } })
    await stack.client.refusal('readHall', { params: { hallId: 'nohall' } })
    const { status, headers, text } = await stack.http.ask(stack.url, { method: 'GET', path: '/metrics' })
    expect([status, String(headers['content-type']).startsWith('text/plain')]).toEqual([200, true])
    expect(text).toContain('http_requests_total{endpoint="readHall",status="200"} 1')
    expect(text).toContain('http_requests_total{endpoint="readHall",status="404"} 1')
    expect(text).toMatch(/http_request_duration_seconds_bucket\{le="[\d.]+",endpoint="readHall"\} 2/)
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('/readyz says no while Redis is gone, and yes when it is back with its data; /healthz says yes all the while', async () => {
    expect((await ready()).status).toBe(200)
    const citizen = await stack.people.citizen(1)
    const { ticketId, number } = await stack.take(citizen, { hallId: 'test', lineId: 'A' })

    process.kill(Number(/process_id:(\d+)/.exec(await stack.redis.info('server'))?.[1]), 'SIGKILL')
    await redis.ended
    expect(failureIn(await ready())).toMatchObject({ code: 'UNAVAILABLE', status: 503, retry: 'later' })
    expect(await stack.client.call('healthz', {})).toEqual({ alive: true })
    expect(await stack.client.refusal('readTicket', { params: { ticketId }, query: {} }, citizen)).toMatchObject({ code: 'UNAVAILABLE' })

    const { port, password } = new URL(redis.url)
    redis = await start(Number(port))
    const admin = new Redis(redis.url)
    // Each start makes a password of its own; the server knows the first.
    await admin.config('SET', 'requirepass', password)
    admin.disconnect()
    expect(await readyAgain()).toBe(200)
    expect(await stack.client.call('readTicket', { params: { ticketId }, query: {} }, citizen)).toMatchObject({ number, state: 'waiting' })
  }, 60_000)
})
