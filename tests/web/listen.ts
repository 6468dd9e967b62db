import type { Page } from 'playwright-core'

/** One answer as it came over the wire; `bytes` are compressed, its headers counted. */
export interface Received {
  readonly url: string
  readonly kind: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: number
  /** The order of things: what was asked for or received earlier has the smaller number. */
  readonly askedAs: number
  readonly receivedAs: number
}

/** Hears what a page receives, by the browser's own count. Gives what it has heard so far. */
export const listen = async (page: Page): Promise<() => Received[]> => {
  const wire = await page.context().newCDPSession(page)
  const begun = new Map<string, Omit<Received, 'bytes' | 'askedAs' | 'receivedAs'>>()
  const asked = new Map<string, number>()
  let at = 0
  const received: Received[] = []
  wire.on('Network.requestWillBeSent', ({ requestId }) => { asked.set(requestId, at += 1) })
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]))
    begun.set(requestId, { url: response.url, kind: type, headers })
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = begun.get(requestId)
    if (answer) received.push({ ...answer, bytes: encodedDataLength, askedAs: asked.get(requestId) ?? 0, receivedAs: at += 1 })
  })
  await wire.send('Network.enable')
  return () => [...received]
}
