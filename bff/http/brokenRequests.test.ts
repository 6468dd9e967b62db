import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { answerBrokenRequest } from './brokenRequests'

let server: Server
beforeAll(async () => {
  server = createServer((_, answer) => answer.end('fine'))
  server.on('clientError', answerBrokenRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => { server.close() })

const say = (text: string): Promise<string> => new Promise((resolve, reject) => {
  let heard = ''
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
  socket.on('data', (part) => { heard += part.toString() })
  socket.on('close', () => resolve(heard))
  socket.on('error', reject)
})

describe('bytes that are no request', () => {
  it('are answered with the one envelope', async () => {
    const answer = await say('this is not HTTP\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({ error: { code: 'INVALID_INPUT', fields: [{ field: 'request' }] } })
  })

  it('are too large when the head is', async () => {
    const answer = await say(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('"code":"PAYLOAD_TOO_LARGE"')
  })
})
