import http from 'node:http'

export interface HttpRequest {
  readonly method: string
  /** From the slash on, as it goes over the wire. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}
export interface HttpAnswer { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string }

export interface Http {
  /** Sends one request. Rejects when the connection breaks before the answer is whole, or after 30 s of silence. */
  readonly ask: (base: string, request: HttpRequest) => Promise<HttpAnswer>
  readonly close: () => void
}

/** Real HTTP over connections that are kept open, `connections` at most to each server. */
export const openHttp = (connections = 64): Http => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })
  return {
    close: () => { agent.destroy() },
    ask: (base, { method, path, headers = {}, body }) => new Promise((resolve, reject) => {
      const { hostname, port } = new URL(base)
      const length = body === undefined || 'Transfer-Encoding' in headers ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
      const sent = http.request({ agent, hostname, port, method, path, headers: { ...length, ...headers }, timeout: 30_000 }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => { text += chunk })
        answer.once('error', reject)
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      })
      sent.once('timeout', () => sent.destroy(new Error(`no answer to ${method} ${path}`)))
      sent.once('error', reject)
      sent.end(body)
    }),
  }
}
