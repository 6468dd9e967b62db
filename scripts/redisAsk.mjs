// @ts-check
import net from 'node:net'
import tls from 'node:tls'

/**
 * Asks a Redis one thing and hangs up: enough to see that it is there, and which, before any client library is installed.
 * Signs in with what the address holds. Gives a bulk or simple string; rejects on an error answer, a silence of
 * `timeoutMs`, or no connection.
 * @param {string} url redis:// or rediss://
 * @param {readonly string[]} command
 * @param {number} [timeoutMs]
 * @returns {Promise<string>}
 */
export const askRedis = (url, command, timeoutMs = 2000) => new Promise((resolve, reject) => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) }
  const socket = protocol === 'rediss:' ? tls.connect({ ...at, servername: at.host }) : net.connect(at)
  const commands = password ? [['AUTH', ...username ? [decodeURIComponent(username)] : [], decodeURIComponent(password)], command] : [command]
  let received = Buffer.alloc(0)
  let answers = 0
  const end = (/** @type {() => void} */ settle) => { socket.destroy(); settle() }
  socket.setTimeout(timeoutMs, () => end(() => reject(new Error('no answer in time'))))
  socket.once('error', (error) => end(() => reject(error)))
  socket.once('close', () => reject(new Error('the connection was closed')))
  socket.write(commands.map(encode).join(''))
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const reply = decode(received)
      if (!reply) return
      received = received.subarray(reply.length)
      answers += 1
      if (reply.error) return end(() => reject(new Error(reply.text)))
      if (answers === commands.length) return end(() => resolve(reply.text))
    }
  })
})

/** @param {readonly string[]} words */
const encode = (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`

/**
 * The first whole answer in the buffer, with the bytes it takes.
 * @param {Buffer} buffer
 */
const decode = (buffer) => {
  const line = buffer.indexOf('\r\n')
  if (line < 0) return undefined
  const head = buffer.toString('utf8', 1, line)
  if (buffer[0] !== 0x24) return { error: buffer[0] === 0x2d, text: head, length: line + 2 }
  const size = Number(head)
  // A missing value is told by a size of -1 and nothing after it.
  if (size < 0) return { error: false, text: '', length: line + 2 }
  const length = line + 2 + size + 2
  return buffer.length < length ? undefined : { error: false, text: buffer.toString('utf8', line + 2, line + 2 + size), length }
}
