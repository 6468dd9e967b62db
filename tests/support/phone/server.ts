import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** `body`: as parsed from JSON, or a Buffer of anything else. */
export interface Received { readonly method: string; readonly path: string; readonly headers: http.IncomingHttpHeaders; readonly body: unknown }
/** What to answer; `hang` never does, `drop` cuts the connection after the request was read. */
export type Reply = { readonly status?: number; readonly body: unknown } | 'hang' | 'drop'
export interface PhoneServer {
  readonly url: string
  /** Every request that arrived, oldest first. */
  readonly received: Received[]
  readonly close: () => Promise<void>
}

/** A real HTTP server on this machine that answers as told, and becomes the phone's server until closed. */
export const servePhone = async (reply: (request: Received, count: number) => Reply | Promise<Reply>): Promise<PhoneServer> => {
  const received: Received[] = []
  const server = http.createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const sent = Buffer.concat(chunks)
      const json = incoming.headers['content-type'] === 'application/json'
      const body: unknown = sent.length === 0 ? undefined : json ? JSON.parse(sent.toString('utf8')) : sent
      const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body }
      received.push(request)
      void Promise.resolve(reply(request, received.length)).then((answer) => {
        if (answer === 'hang') return
        if (answer === 'drop') { incoming.socket.destroy(); return }
        outgoing.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
        outgoing.end(JSON.stringify(answer.body))
      })
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(globalThis, { API_BASE: url })
  return {
    url, received,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => { server.close(() => resolve()) })
    },
  }
}
