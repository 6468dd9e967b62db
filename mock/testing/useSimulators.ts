import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { alipayDemoKeys, type AlipayDemoKeys } from '../alipay/keys.mjs'
import type { Clock } from '../clock'
import type { Fault } from '../faults'
import { startSimulators } from '../simulators'

export interface TestSimulators {
  /** Of the running simulators; not known before the first test begins. */
  readonly url: () => string
  /** Scripts a fault over HTTP, as anyone would. */
  readonly fault: (fault: Fault) => Promise<void>
  /** Ends all faults before the test does. */
  readonly clear: () => void
  readonly keys: AlipayDemoKeys
}

/** For a test file: call once at its top. Simulators on a free port, with keys of their own; no fault outlives its test. */
export const useSimulators = (clock?: Clock): TestSimulators => {
  const keysFolder = mkdtempSync(path.join(tmpdir(), 'yichuang-keys-'))
  const keys = alipayDemoKeys(keysFolder)
  let running: Awaited<ReturnType<typeof startSimulators>> | undefined
  const url = (): string => {
    if (!running) throw new Error('the simulators run only within a test')
    return running.url
  }
  beforeAll(async () => { running = await startSimulators({ keysFolder, ...(clock && { clock }) }) })
  afterEach(() => { running?.faults.clear() })
  afterAll(async () => {
    await running?.close()
    rmSync(keysFolder, { recursive: true })
  })
  return {
    url, keys, clear: () => { running?.faults.clear() },
    fault: async (fault) => {
      const { status } = await fetch(`${url()}/faults`, { method: 'POST', body: JSON.stringify(fault), headers: { 'Content-Type': 'application/json' } })
      if (status !== 201) throw new Error(`the fault was refused with ${status}`)
    },
  }
}
