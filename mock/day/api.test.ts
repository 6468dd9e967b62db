import { callNext, readConsole } from '@shared/console'
import { errorTable, type ErrorCode } from '@shared/errors'
import { readTicket } from '@shared/queue'
import { createApi } from './api'
import { ContractBroken, Refused, Unheard } from './failures'
import { createGate } from './gate'
import { createSession } from './session'
import { useAnswers } from './testing/answerServer'

const server = useAnswers()
const gate = createGate(Infinity)
const api = () => createApi({ url: server.url(), gate, timeoutMs: 2_000 })
const params = callNext.example.params
const key = 'day-0123456789abcdef'
const refusal = (code: ErrorCode, status: number = errorTable[code].status) =>
  ({ status, body: { error: { code, message: 'a sentence', retry: errorTable[code].retry, requestId: 'r-1' } } })
const called = { status: 200, body: callNext.example.output }

test('sends what the endpoint table says, and gives the answer', async () => {
  server.will({ status: 200, body: readTicket.example.output })
  const { ticketId } = readTicket.example.params
  await expect(api()('readTicket', { params: { ticketId }, query: { seen: 5 } }, { token: 't0ken' })).resolves.toEqual(readTicket.example.output)
  expect(server.heard).toMatchObject([{ method: 'GET', path: `/api/tickets/${ticketId}?seen=5`, headers: { authorization: 'Bearer t0ken' } }])
})

test('an answer that is not the contract’s is a breach, and is named', async () => {
  server.will({ status: 200, body: { ...readConsole.example.output, windows: 'none' } })
  await expect(api()('readConsole', { params: { hallId: 'tianhe' } })).rejects.toThrow(/contract is broken by readConsole: windows/)
})

test('a refusal that the endpoint lists is a refusal; one it does not list, or with another status, is a breach', async () => {
  server.will(refusal('NOBODY_WAITING'))
  await expect(api()('callNext', { params }, { key })).rejects.toEqual(new Refused('callNext', 'NOBODY_WAITING'))
  server.will(refusal('RATING_EXISTS'))
  await expect(api()('callNext', { params }, { key })).rejects.toThrow(ContractBroken)
  server.will(refusal('NOBODY_WAITING', 418))
  await expect(api()('callNext', { params }, { key })).rejects.toThrow(ContractBroken)
  server.will({ status: 500, body: { oops: true } })
  await expect(api()('callNext', { params }, { key })).rejects.toThrow(ContractBroken)
})

test('a write whose answer was lost is repeated once, with the same key', async () => {
  server.will(refusal('UNKNOWN_OUTCOME'), called)
  await expect(api()('callNext', { params }, { key })).resolves.toEqual(callNext.example.output)
  expect(server.heard.map(({ headers }) => headers['idempotency-key'])).toEqual([key, key])
})

test('a write without a key is never repeated', async () => {
  await expect(api()('createStaffSession', { body: { account: 'clerk1', password: 'demo-password-1' } })).rejects.toThrow(Unheard)
  expect(server.heard).toHaveLength(1)
})

test('a server that stays away is unheard, not a breach', async () => {
  await expect(api()('callNext', { params }, { key })).rejects.toThrow(Unheard)
  server.will({ status: 502, body: 'bad gateway' }, { status: 502, body: 'bad gateway' })
  await expect(api()('callNext', { params }, { key })).rejects.toThrow(Unheard)
})

test('a session signs in anew, once, when its token is worth nothing any more', async () => {
  const signIns: string[] = []
  const session = createSession(async () => {
    signIns.push(`token ${signIns.length + 1}`)
    return signIns.at(-1) ?? ''
  })
  const call = api()
  const next = () => session((token) => call('callNext', { params }, { key, token }))
  server.will(called, refusal('UNAUTHENTICATED'), called)
  await next()
  await next()
  expect(server.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer token 1', 'Bearer token 1', 'Bearer token 2'])
  server.will(refusal('UNAUTHENTICATED'), refusal('UNAUTHENTICATED'))
  await expect(next()).rejects.toThrow(Refused)
  expect(signIns).toHaveLength(3)
})
