import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Between {
  readonly url: string
  /** Path and query of every request that went through. */
  readonly addresses: readonly string[]
  readonly close: () => Promise<void>
}

const HOP_BY_HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding'])

const bodyOf = async (request: http.IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Stands between us and a system, over real HTTP: sees the addresses that are asked, and may spoil the answers. */
export const standBetween = async (target: string, spoil: (answer: Buffer) => Buffer = (answer) => answer): Promise<Between> => {
  const addresses: string[] = []
  const pass = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    addresses.push(request.url ?? '')
    const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] => (HOP_BY_HOP.has(name) ? [] : [[name, String(value)]]))
    const body = await bodyOf(request)
    const answer = await fetch(`${target}${request.url ?? ''}`, { method: request.method ?? 'GET', headers, ...(body.length > 0 && { body: new Uint8Array(body) }) })
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' })
    response.end(spoil(Buffer.from(await answer.arrayBuffer())))
  }
  const server = http.createServer((request, response) => { pass(request, response).catch(() => response.destroy()) })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, addresses,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
