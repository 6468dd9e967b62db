import { ContractError } from '@shared/errors'
import Koa from 'koa'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Serialized } from './call'
import { createPublicAnswers, giveJson } from './publicAnswers'

let holds = true
let refuses = false
let looked = 0
let server: Server
const named: unknown[] = []
const open = async (lasting = true): Promise<(path: string, init?: RequestInit) => Promise<string>> => {
  const answers = createPublicAnswers({ beforeIdentity: async () => { if (refuses) throw new ContractError('RATE_LIMITED') } })
  const app = new Koa()
  app.silent = true
  app.use(async (ctx, next) => { await next(); named.push(ctx.state.endpoint) })
  app.use(answers.tell)
  app.use((ctx) => {
    looked += 1
    const answer = new Serialized<object>(`{"look":${looked}}`, lasting ? () => holds : undefined)
    answers.keep(ctx, 'readBoard', answer)
    giveJson(ctx, answer.json)
  })
  server = createServer(app.callback()).listen(0, '127.0.0.1')
  await new Promise((resolve) => { server.once('listening', resolve) })
  const { port } = server.address() as AddressInfo
  return async (path, init) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init)
    return `${answer.status} ${answer.headers.get('Content-Type') ?? ''} ${answer.headers.get('Cache-Control') ?? ''} ${await answer.text()}`
  }
}
beforeEach(() => { [holds, refuses, looked, named.length] = [true, false, 0, 0] })
afterEach(() => { server.close() })

describe('an answer that is the same for everyone', () => {
  it('is told again, under its name, while it holds, and looked for anew when it does not', async () => {
    const ask = await open()
    const first = await ask('/api/halls/a/board')
    expect(first).toBe('200 application/json; charset=utf-8 no-store {"look":1}')
    expect(await ask('/api/halls/a/board')).toBe(first)
    expect(named).toEqual([undefined, 'readBoard'])
    holds = false
    expect(await ask('/api/halls/a/board')).toContain('{"look":2}')
    holds = true
    expect(await ask('/api/halls/b/board')).toContain('{"look":3}')
  })

  it('counts against the limits like any other', async () => {
    const ask = await open()
    await ask('/api/halls/a/board')
    refuses = true
    expect(await ask('/api/halls/a/board')).toMatch(/^500 /)
    expect(looked).toBe(1)
  })

  it.each([['another method', '/x', { method: 'POST' }], ['a query, which must be looked at', '/x?y=1', {}]])('is not told to %s', async (_, path, init) => {
    const ask = await open()
    await ask('/x')
    await ask(path, init)
    await ask(path, init)
    expect(looked).toBe(3)
  })

  it('is told once when nobody says how long it holds', async () => {
    const ask = await open(false)
    await ask('/x')
    expect(await ask('/x')).toContain('{"look":2}')
  })
})
