import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { getResponse, type RequestHandler } from 'msw'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { withCaller } from './caller'
import { carryOut, createFaults, parseFault, type Faults, type Wire } from './faults'

export interface Simulators {
  /** e.g. `http://127.0.0.1:8101` */
  readonly url: string
  readonly faults: Faults
  readonly close: () => Promise<void>
}

/**
 * Serves msw handlers over real HTTP, with `/faults` beside them. Port 0 takes any free one.
 * Rejects when the port is taken.
 */
export const serveSimulators = async (
  handlers: RequestHandler[], at: { readonly host: string; readonly port: number }, faults: Faults = createFaults(),
): Promise<Simulators> => {
  const handle = async (request: Request) => (await getResponse(handlers, request.clone() as Request)) ?? Response.json({ error: 'no such endpoint' }, { status: 404 })
  const server = createAdaptorServer({
    fetch: async (asked, bindings) => {
      const request = withCaller(asked, (bindings as HttpBindings).incoming.socket.remoteAddress ?? '')
      const { pathname } = new URL(request.url)
      if (pathname === '/faults') return answerFaults(faults, request)
      const fault = faults.strike(pathname)
      if (!fault) return handle(request)
      return (await carryOut(fault, () => handle(request), wireOf((bindings as HttpBindings).outgoing))) ?? RESPONSE_ALREADY_SENT
    },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  })
  const { address, port, family } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, faults,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

const wireOf = (outgoing: HttpBindings['outgoing']): Wire => ({
  breakOff: (status, type, length, part) => {
    outgoing.writeHead(status, { 'Content-Type': type, 'Content-Length': length })
    // Broken off only once the part is out, so that the other side has surely read it.
    outgoing.write(part, () => outgoing.destroy())
  },
  drop: () => { outgoing.destroy() },
  closed: new Promise((resolve) => { outgoing.once('close', resolve) }),
})

const answerFaults = async (faults: Faults, request: Request): Promise<Response> => {
  if (request.method === 'GET') return Response.json({ faults: faults.list() })
  if (request.method === 'DELETE') {
    faults.clear(new URL(request.url).searchParams.get('system') ?? undefined)
    return Response.json({ faults: faults.list() })
  }
  if (request.method !== 'POST') return Response.json({ error: 'GET, POST or DELETE' }, { status: 405 })
  const fault = parseFault(await request.json().catch(() => undefined))
  if (!fault) return Response.json({ error: 'not a fault; see mock/README.md' }, { status: 400 })
  faults.add(fault)
  return Response.json({ faults: faults.list() }, { status: 201 })
}
