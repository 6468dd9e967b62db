import type { Redis } from 'ioredis'
import { setTimeout as pause } from 'node:timers/promises'

export interface Usage { readonly serverBytes: number; readonly redisBytes: number; readonly serverSeconds: number; readonly redisSeconds: number }

const gauge = (text: string, name: string): number => Number(new RegExp(`^${name} ([\\d.e+]+)`, 'm').exec(text)?.[1] ?? Number.NaN)

/** Memory in use now, and processor seconds used so far, as the server and Redis tell themselves. */
export const usageOf = async (serverUrl: string, redis: Redis): Promise<Usage> => {
  const metrics = await (await fetch(`${serverUrl}/metrics`)).text()
  const info = await redis.info()
  const told = (name: string): number => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1] ?? Number.NaN)
  return {
    serverBytes: gauge(metrics, 'process_resident_memory_bytes'), serverSeconds: gauge(metrics, 'process_cpu_seconds_total'),
    redisBytes: told('used_memory'), redisSeconds: told('used_cpu_sys_main_thread') + told('used_cpu_user_main_thread'),
  }
}

/** Looks twice a second while something runs, and once after it; gives the largest memory seen. */
export const peakDuring = async <T>(look: () => Promise<Usage>, run: () => Promise<T>): Promise<{ value: T; serverBytes: number; redisBytes: number }> => {
  const peak = { serverBytes: 0, redisBytes: 0 }
  const note = async (): Promise<void> => {
    const { serverBytes, redisBytes } = await look()
    peak.serverBytes = Math.max(peak.serverBytes, serverBytes)
    peak.redisBytes = Math.max(peak.redisBytes, redisBytes)
  }
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      await note()
      await pause(500, undefined, { signal: over.signal }).catch(() => undefined)
    }
  })()
  const value = await run().finally(() => over.abort())
  await watching
  await note()
  return { value, ...peak }
}
