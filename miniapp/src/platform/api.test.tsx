import { endpoints } from '@shared/endpoints'
import { setLanguage } from '@/i18n'
import { servePhone, type PhoneServer, type Reply } from '../../../tests/support/phone/server'
import { ApiError, call } from './api'
import { newKey } from './newKey'
import { overhear } from './overheard'
import { currentSession, dropSession, keepSession } from './session'

const session = { token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }
const ticket = endpoints.readTicket.example.output
const envelope = (code: string, retry: string, status: number): Reply =>
  ({ status, body: { error: { code, message: `said ${code}`, retry, requestId: 'request-1' } } })
const take = (key: string) => call('takeTicket', { body: { ...endpoints.takeTicket.example.body } }, { key })
const refusal = async (act: Promise<unknown>): Promise<ApiError> => {
  const thrown: unknown = await act.catch((error: unknown) => error)
  if (!(thrown instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(thrown)}`)
  return thrown
}

let server: PhoneServer
const serve = async (reply: Parameters<typeof servePhone>[0]): Promise<void> => { server = await servePhone(reply) }
beforeEach(() => { setLanguage('zh'); keepSession(session) })
afterEach(async () => { await server.close(); dropSession() })

test('fills the path and the query, and sends token and language to a citizen’s endpoint', async () => {
  await serve(() => ({ body: ticket }))
  setLanguage('en')
  const answer = await call('readTicket', { params: { ticketId: 'tianhe.0h3k9q2m7x5v8b1n4c6d' }, query: { seen: 5 } })
  expect(answer.number).toBe('A040')
  expect(server.received[0]).toMatchObject({
    method: 'GET', path: '/api/tickets/tianhe.0h3k9q2m7x5v8b1n4c6d?seen=5',
    headers: { authorization: `Bearer ${session.token}`, 'accept-language': 'en' },
  })
})

test('does not show who asks where anyone may ask, and sends a staff token or screen key when given', async () => {
  await serve(() => ({ body: endpoints.searchHalls.example.output }))
  await call('searchHalls', { body: { text: '天河' } })
  await call('readConsole', { params: { hallId: 'tianhe' } }, { token: 'staff-token' })
  await call('readScreenCode', { params: { hallId: 'tianhe' } }, { screenKey: 'screen-key' })
  const [search, consoleRead, screen] = server.received
  expect(search?.headers.authorization).toBeUndefined()
  expect(search).toMatchObject({ method: 'POST', path: '/api/halls/search', body: { text: '天河' } })
  expect(consoleRead?.headers.authorization).toBe('Bearer staff-token')
  expect(screen?.headers['x-screen-key']).toBe('screen-key')
})

test('turns an error envelope into a typed error', async () => {
  await serve(() => ({ status: 422, body: { error: { code: 'PLACE_TOO_FAR', message: '太远', retry: 'never', requestId: 'r-9', details: { distance: 900 } } } }))
  const error = await refusal(call('scanCode', { body: { code: 'rtianhe.zx81k2.Ab3dEf6hIj9l' } }))
  expect(error).toMatchObject({ code: 'PLACE_TOO_FAR', message: '太远', retry: 'never', requestId: 'r-9', details: { distance: 900 } })
})

test('a proxy’s page is told by its status', async () => {
  await serve(() => ({ status: 502, body: 'bad gateway' }))
  expect(await refusal(call('readHall', { params: { hallId: 'tianhe' } }))).toMatchObject({ code: 'UNAVAILABLE', retry: 'later', message: '系统繁忙，请稍后再试。' })
})

test('no answer is OFFLINE, in the citizen’s language', async () => {
  await serve(() => 'drop')
  setLanguage('en')
  const error = await refusal(call('readHall', { params: { hallId: 'tianhe' } }))
  expect(error).toMatchObject({ code: 'OFFLINE', message: expect.stringContaining('network') as string })
  expect(server.received).toHaveLength(1)
})

test('a server that hangs is given up after the time limit', async () => {
  await serve(() => 'hang')
  expect(await refusal(call('readHall', { params: { hallId: 'tianhe' } }, { timeoutMs: 200 }))).toMatchObject({ code: 'OFFLINE' })
})

test('a write whose answer is lost is sent once more with the same key', async () => {
  await serve((_, count) => (count === 1 ? 'drop' : { status: 201, body: ticket }))
  const key = newKey()
  expect((await take(key)).number).toBe('A040')
  expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual([key, key])
})

test('an unknown outcome is asked for once more, not for ever', async () => {
  await serve(() => envelope('UNKNOWN_OUTCOME', 'same-key', 504))
  expect(await refusal(take(newKey()))).toMatchObject({ code: 'UNKNOWN_OUTCOME', retry: 'same-key' })
  expect(server.received).toHaveLength(2)
})

test('a refused write is not repeated', async () => {
  await serve(() => envelope('LINE_FULL', 'never', 422))
  expect(await refusal(take(newKey()))).toMatchObject({ code: 'LINE_FULL' })
  expect(server.received).toHaveLength(1)
})

test('a token the server does not know is forgotten, another error leaves it', async () => {
  await serve((_, count) => (count === 1 ? envelope('UNAVAILABLE', 'later', 503) : envelope('UNAUTHENTICATED', 'never', 401)))
  await refusal(call('listTickets', {}))
  expect(currentSession()).not.toBeNull()
  await refusal(call('listTickets', {}))
  expect(currentSession()).toBeNull()
})

test('whoever listens hears that a question is under way, and its answer', async () => {
  await serve(() => ({ body: { tickets: [ticket], missing: [] } }))
  const heard: string[] = []
  const asked = call('listTickets', {})
  const silence = overhear('listTickets', ({ kind }) => { heard.push(kind) })
  await asked
  await call('readTicket', { params: { ticketId: ticket.ticketId }, query: {} })
  silence()
  await call('listTickets', {})
  expect(heard).toEqual(['asked', 'answered'])
})

test('an answer that comes after its citizen signed out is nobody’s news', async () => {
  await serve(() => ({ body: { tickets: [ticket], missing: [] } }))
  const heard: string[] = []
  const silence = overhear('listTickets', ({ kind }) => { heard.push(kind) })
  const asked = call('listTickets', {})
  dropSession()
  await asked
  silence()
  expect(heard).toEqual(['asked', 'failed'])
})

test('a write whose caller repeats it by itself is sent once', async () => {
  await serve(() => envelope('UNKNOWN_OUTCOME', 'same-key', 504))
  await refusal(call('takeTicket', { body: { ...endpoints.takeTicket.example.body } }, { key: newKey(), repeat: false }))
  expect(server.received).toHaveLength(1)
})

test('a staff token that is refused does not sign the citizen out', async () => {
  await serve(() => envelope('UNAUTHENTICATED', 'never', 401))
  await refusal(call('readConsole', { params: { hallId: 'tianhe' } }, { token: 'staff-token' }))
  expect(currentSession()).not.toBeNull()
})

test('a file goes out as it is, with its type and whose it is', async () => {
  await serve(() => ({ status: 201, body: endpoints.uploadPhoto.example.output }))
  const { photoId } = await call('uploadPhoto', {}, { file: { bytes: new Uint8Array([0xff, 0xd8, 0xff, 0x00, 0x80]).buffer, type: 'image/jpeg' } })
  expect(photoId).toBe(endpoints.uploadPhoto.example.output.photoId)
  expect(server.received[0]).toMatchObject({ method: 'POST', path: '/api/photos', headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${session.token}` } })
  expect([...(server.received[0]?.body as Uint8Array)]).toEqual([0xff, 0xd8, 0xff, 0x00, 0x80])
})

test('every endpoint of the contract has a route', () => {
  expect(Object.keys(ENDPOINT_ROUTES).sort()).toEqual(Object.keys(endpoints).sort())
})
