import autocannon from 'autocannon'

export interface LoadRequest { readonly method: 'GET' | 'POST'; readonly path: string; readonly headers?: Record<string, string>; readonly body?: string }
/** Requests a second, and milliseconds that half and 99 of 100 answers took at most. */
export interface Measured { readonly perSecond: number; readonly p50: number; readonly p99: number }

/** The connections start one after the other and end so too: what lies outside these shares of the answers is not counted. */
const RAMP = 0.1
const TAIL = 0.95

const percentile = (sorted: Float64Array, share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/**
 * Sends the requests once each, over so many connections, each connection its own share in order.
 * Rejects when an answer has another status than `status`: refusals would be counted as work.
 */
export const measure = async (base: string, requests: readonly LoadRequest[], status: number, connections = 64): Promise<Measured> => {
  const shares = Array.from({ length: connections }, (_, i) => requests.filter((__, at) => at % connections === i))
  const amount = requests.length - (requests.length % connections)
  const endedAt = new Float64Array(amount)
  const took = new Float64Array(amount)
  let answered = 0
  let wrong = ''
  await new Promise<void>((resolve, reject) => {
    let next = 0
    const run = autocannon({
      url: base, connections, amount, timeout: 30,
      setupClient: (client) => {
        client.setRequests([...shares[next % connections] ?? []])
        next += 1
      },
    }, (error: unknown, result) => {
      if (error) reject(error instanceof Error ? error : new Error(String(error)))
      else if (result.errors > 0) reject(new Error(`${result.errors} requests got no answer`))
      else resolve()
    })
    run.on('response', (_, code, __, ms) => {
      if (code !== status) wrong ||= `an answer had status ${code} instead of ${status}`
      endedAt[answered] = performance.now()
      took[answered] = ms
      answered += 1
    })
  })
  if (wrong) throw new Error(wrong)
  const [from, until] = [Math.floor(answered * RAMP), Math.floor(answered * TAIL)]
  const seconds = ((endedAt[until - 1] as number) - (endedAt[from] as number)) / 1_000
  const times = took.slice(from, until).sort()
  return { perSecond: (until - 1 - from) / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] as number : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
