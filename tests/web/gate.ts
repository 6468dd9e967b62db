import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** One address before servers that come and go. While it is shut nobody gets through, a service worker neither. */
export interface Gate {
  readonly url: string
  /** Whom it leads to from now on. */
  readonly leadTo: (url: string) => void
  readonly shut: () => void
  /** Lets everybody in and answers nobody, as networks in halls do. */
  readonly hush: () => void
  readonly open: () => void
  readonly close: () => Promise<void>
}

export const openGate = async (url: string): Promise<Gate> => {
  let port = Number(new URL(url).port)
  let state: 'open' | 'shut' | 'silent' = 'open'
  const sockets = new Set<Socket>()
  const endAll = (): void => { for (const socket of sockets) socket.destroy() }
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }
  const server = createServer((caller) => {
    keep(caller)
    if (state === 'shut') caller.destroy()
    if (state !== 'open') return
    const called = keep(connect(port, '127.0.0.1'))
    caller.pipe(called).pipe(caller)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    // What is kept open would go on to the one before.
    leadTo: (next) => { port = Number(new URL(next).port); endAll() },
    shut: () => { state = 'shut'; endAll() },
    hush: () => { state = 'silent'; endAll() },
    open: () => { state = 'open'; endAll() },
    close: async () => { endAll(); server.close(); await once(server, 'close') },
  }
}
