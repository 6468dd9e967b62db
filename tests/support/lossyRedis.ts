import net from 'node:net'

/** A way to Redis on which answers get lost. */
export interface LossyRedis {
  readonly url: string
  /** Redis carries out the next command that holds this text; its answer never arrives, for the connection breaks. */
  readonly loseAnswerTo: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** @param redisUrl the real one, database and password included */
export const openLossyRedis = async (redisUrl: string): Promise<LossyRedis> => {
  const { hostname, port } = new URL(redisUrl)
  const sockets = new Set<net.Socket>()
  let awaited: { readonly text: string; readonly lost: () => void } | undefined

  const kept = (socket: net.Socket): net.Socket => {
    sockets.add(socket)
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
  }
  const server = net.createServer((accepted) => {
    const client = kept(accepted)
    const redis = kept(net.connect(Number(port), hostname))
    let lost: (() => void) | undefined
    client.on('data', (sent) => {
      redis.write(sent)
      if (awaited === undefined || !sent.includes(awaited.text)) return
      lost = awaited.lost
      awaited = undefined
    })
    redis.on('data', (answer) => {
      if (lost === undefined) return void client.write(answer)
      client.destroy()
      // What was sent is carried out to its end.
      redis.end()
      lost()
    })
    client.once('close', () => redis.end())
    redis.once('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const url = new URL(redisUrl)
  url.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`
  return {
    url: url.href,
    loseAnswerTo: (text) => new Promise((lost) => { awaited = { text, lost } }),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => { server.close(resolve) })
    },
  }
}
