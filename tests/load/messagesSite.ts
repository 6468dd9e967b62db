import { Redis } from 'ioredis'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadItems } from '../../bff/capabilities/catalogue/config'
import { loadHalls, type Hall } from '../../bff/capabilities/halls/config'
import { createQueueEngine } from '../../bff/engine/queue/engine'
import { systemClock } from '../../bff/platform/clock'
import { freePort } from '../../scripts/port.mjs'
import { hallFile } from '../support/halls'
import { newKey, type Member } from '../support/people'
import { grantReached, type ReachedCitizen } from '../support/reached'
import { startProgram, startServerProcess, type ServerProcess } from '../support/serverProcess'
import { grantStaff, inPortions } from '../support/sessions'
import { serverEnvironment } from '../support/settings'

/** What became of one call, by the clocks of the server and of the simulated platform, which are the machine's. */
export interface CallMade { readonly openid: string; readonly calledAt: number }

export interface MessagesSite {
  readonly server: ServerProcess
  readonly redis: Redis
  readonly simulatorsUrl: string
  /** So many calls a second, hall after hall, each after the one before was served. */
  readonly calls: (count: number, perSecond: number) => Promise<CallMade[]>
  /** When each of them was told, by the platform's clock; missing ones are awaited for a while. */
  readonly arrivals: (calls: readonly CallMade[]) => Promise<(number | null)[]>
  readonly stop: () => Promise<void>
}

/** So many halls, each with a window, a clerk, and people who came by WeChat and wait to be called. */
export const openMessagesSite = async (folder: string, redisUrl: string, hallCount: number, waiting: number): Promise<MessagesSite> => {
  const simulatorsPort = String(await freePort())
  const simulators = await startProgram('mock/main.ts', { PORT: simulatorsPort, SIMULATORS_PORT: simulatorsPort, SIMULATORS_KEYS_DIR: folder }, { readyPath: '/faults' })
  const hallsDir = path.join(folder, 'messages-halls')
  mkdirSync(hallsDir)
  for (let i = 0; i < hallCount; i += 1) {
    const hallId = `hall${i}`
    writeFileSync(path.join(hallsDir, `${hallId}.json`), JSON.stringify(hallFile({ hallId, name: { zh: `测试大厅${i}`, en: `Hall ${i}` } })))
  }
  const redis = new Redis(redisUrl)
  await redis.flushdb()
  const server = await startServerProcess(serverEnvironment({
    redisUrl, hallsDir, port: await freePort(), simulatorsUrl: simulators.url, settings: { NODE_ENV: 'production', LOG_LEVEL: 'warn', RATE_LIMITS: 'false' },
  }))
  const halls = loadHalls(hallsDir, loadItems(path.resolve(__dirname, '../../config/items.json')), new Map()) as Hall[]
  const engine = createQueueEngine({ redis, ticketDays: 8 })
  const clerks = await grantStaff(redis, hallCount)
  const citizens = await grantReached(redis, hallCount * waiting, 50)
  const holders = new Map<string, ReachedCitizen>()
  await inPortions(hallCount, async (i) => {
    const [hall, clerk] = [halls[i] as Hall, clerks[i] as Member]
    await engine.setWindow(hall, '1', 'open', clerk.account, 'clerk', systemClock())
    for (const citizen of citizens.slice(i * waiting, (i + 1) * waiting)) {
      const { ticket } = await engine.take({ hall, lineId: 'A', class: 'ordinary', priority: null, itemId: null, presence: null, owner: citizen.citizenId, actor: citizen.citizenId, now: systemClock(), key: newKey() })
      holders.set(ticket.ticketId, citizen)
    }
  })

  const post = async (url: string, { token }: Member, body?: object): Promise<{ ticketId: string; calledAt: number }> => {
    const answer = await fetch(server.url + url, {
      method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': newKey(), ...(body && { 'Content-Type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}: ${await answer.text()}`)
    return await answer.json() as { ticketId: string; calledAt: number }
  }
  let turn = 0
  /** Who was called last in each hall; served when the next is called there, for nobody is told of a call that is over. */
  const before = new Map<number, string>()
  const callIn = async (i: number): Promise<CallMade> => {
    const clerk = clerks[i] as Member
    const served = before.get(i)
    if (served !== undefined) for (const move of ['start', 'finish']) await post(`/api/staff/tickets/${served}/moves`, clerk, { move })
    const { ticketId, calledAt } = await post(`/api/staff/halls/${halls[i]?.hallId ?? ''}/windows/1/calls`, clerk)
    before.set(i, ticketId)
    return { openid: holders.get(ticketId)?.openid ?? '', calledAt }
  }
  /** A clerk does one thing after the other. */
  const atWork = new Map<number, Promise<unknown>>()
  const callOne = (): Promise<CallMade> => {
    const i = turn % hallCount
    turn += 1
    const made = (atWork.get(i) ?? Promise.resolve()).then(() => callIn(i))
    atWork.set(i, made)
    return made
  }
  const outbox = async (): Promise<Map<string, number>> => {
    const { sent } = await (await fetch(`${simulators.url}/wechat/outbox`)).json() as { sent: { touser: string; template_id: string; at: number }[] }
    return new Map(sent.filter(({ template_id: id }) => id === 'demo-template-called').map(({ touser, at }) => [touser, at]))
  }
  return {
    server, redis, simulatorsUrl: simulators.url,
    calls: async (count, perSecond) => {
      const [begun, made] = [performance.now(), [] as Promise<CallMade>[]]
      for (let n = 0; n < count; n += 1) {
        await pause(Math.max(0, begun + (n * 1_000) / perSecond - performance.now()))
        made.push(callOne())
      }
      return Promise.all(made)
    },
    arrivals: async (calls) => {
      let found = await outbox()
      for (let tries = 0; tries < 100 && calls.some(({ openid }) => !found.has(openid)); tries += 1) {
        await pause(100)
        found = await outbox()
      }
      return calls.map(({ openid }) => found.get(openid) ?? null)
    },
    stop: async () => {
      redis.disconnect()
      await server.stop()
      await simulators.stop()
    },
  }
}
