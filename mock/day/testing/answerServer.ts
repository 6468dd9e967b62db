import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: unknown }
export interface Answer { readonly status: number; readonly body: unknown }

/** For a test file: call once at its top. A real HTTP server that gives the answers put to it, in order; none left: it hangs up. */
export const useAnswers = () => {
  const answers: Answer[] = []
  const heard: Heard[] = []
  let url = ''
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => { text += part.toString() })
    request.on('end', () => {
      heard.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: text ? JSON.parse(text) as unknown : undefined })
      const answer = answers.shift()
      if (!answer) return void request.socket.destroy()
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body))
    })
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => { answers.length = 0; heard.length = 0 })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => { server.close(resolve) })
  })
  return { url: () => url, heard, will: (...next: Answer[]) => { answers.push(...next) } }
}
