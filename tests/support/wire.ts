import net from 'node:net'

export interface WireAnswer { readonly status: number; readonly text: string }
/** One keep-alive connection, one request at a time: as little work as a client can have, so that a crowd of them leaves the machine to the server. */
export interface Wire {
  /** Rejects when the connection breaks before the answer is whole; the next request connects anew. */
  readonly ask: (method: string, path: string, headers: string, body?: string) => Promise<WireAnswer>
  readonly close: () => void
}

const HEAD_END = '\r\n\r\n'

/** Reads only answers that tell their length, as ours do. */
export const openWire = (base: string): Wire => {
  const { hostname, port } = new URL(base)
  let socket: net.Socket | undefined
  let received = ''
  let waiting: { readonly resolve: (answer: WireAnswer) => void; readonly reject: (error: Error) => void } | undefined

  const settle = (act: (one: NonNullable<typeof waiting>) => void): void => {
    const one = waiting
    waiting = undefined
    if (one) act(one)
  }
  const lose = (lost: net.Socket, error: Error): void => {
    if (socket !== lost) return
    socket = undefined
    settle(({ reject }) => reject(error))
  }
  const read = (): void => {
    const end = received.indexOf(HEAD_END)
    if (end < 0) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0)
    const whole = end + HEAD_END.length + length
    if (received.length < whole) return
    const answer = { status: Number(received.slice(9, 12)), text: Buffer.from(received.slice(end + HEAD_END.length, whole), 'latin1').toString('utf8') }
    received = received.slice(whole)
    settle(({ resolve }) => resolve(answer))
  }
  const connect = (): net.Socket => {
    const fresh = net.connect({ host: hostname, port: Number(port), noDelay: true })
    received = ''
    // Bytes as characters: a length counts bytes.
    fresh.setEncoding('latin1')
    fresh.on('data', (chunk: string) => {
      received += chunk
      read()
    })
    fresh.on('error', (error) => lose(fresh, error))
    fresh.on('close', () => lose(fresh, new Error('the connection was closed')))
    return fresh
  }
  return {
    ask: (method, path, headers, body = '') => new Promise((resolve, reject) => {
      waiting = { resolve, reject }
      socket ??= connect()
      const length = body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : ''
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${hostname}\r\n${headers}${length}\r\n${body}`)
    }),
    close: () => { socket?.destroy() },
  }
}
