import { Redis } from 'ioredis'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { System } from '../../bff/backends/systems'
import { createAccountStore } from '../../bff/engine/identity/accounts'
import { sealingOf } from '../../bff/wiring'
import type { Fault } from '../../mock/faults'
import { freePort } from '../../scripts/port.mjs'
import { hallFile } from '../support/halls'
import { startProgram, startServerProcess, type ServerProcess } from '../support/serverProcess'
import { grantCitizens, inPortions } from '../support/sessions'
import { APP_SECRET, serverEnvironment } from '../support/settings'
import type { LoadRequest } from './measure'

const HOUR_MS = 3_600_000
const SYSTEMS_FILE = path.resolve(__dirname, '../../config/systems.json')
/** Five systems that hold cases, each asked, guarded and made to fail by itself, though one simulator answers for all. */
export const CASE_SYSTEMS = ['first', 'second', 'third', 'fourth', 'fifth'] as const

const CASE_ADAPTERS: readonly string[] = ['one-window', 'social-security', 'housing', 'transport']

export interface CasesSite {
  readonly name: string
  readonly server: ServerProcess
  readonly redis: Redis
  /** Makes a simulated system fail until all is cleared. */
  readonly fault: (fault: Fault) => Promise<void>
  readonly clear: () => Promise<void>
  /** Milliseconds until the slowest of the five has answered somebody who asks them all at once and directly. */
  readonly slowest: () => Promise<number>
  /** So many people with a real name, each looking at their cases once: nobody's answer is known yet. */
  readonly lookers: (count: number) => Promise<LoadRequest[]>
  readonly stop: () => Promise<void>
}

const systemsWithFive = (): unknown[] => {
  const systems = JSON.parse(readFileSync(SYSTEMS_FILE, 'utf8')) as System[]
  const oneWindow = systems.find(({ systemId }) => systemId === 'one-window')
  return [...systems.filter(({ adapter }) => !CASE_ADAPTERS.includes(adapter)), ...CASE_SYSTEMS.map((systemId) => ({ ...oneWindow, systemId, url: `{systems}/${systemId}/onewindow` }))]
}

export const openCasesSite = async (folder: string, redisUrl: string): Promise<CasesSite> => {
  const simulatorsPort = String(await freePort())
  const simulators = await startProgram('mock/main.ts', { PORT: simulatorsPort, SIMULATORS_PORT: simulatorsPort, SIMULATORS_KEYS_DIR: folder }, { readyPath: '/faults' })
  const hallsDir = path.join(folder, 'cases-halls')
  mkdirSync(hallsDir)
  writeFileSync(path.join(hallsDir, 'test.json'), JSON.stringify(hallFile()))
  const systemsFile = path.join(folder, 'systems.json')
  writeFileSync(systemsFile, JSON.stringify(systemsWithFive()))
  const server = await startServerProcess(serverEnvironment({
    redisUrl, hallsDir, port: await freePort(), simulatorsUrl: simulators.url,
    settings: { NODE_ENV: 'production', LOG_LEVEL: 'error', RATE_LIMITS: 'false', SYSTEMS_FILE: systemsFile },
  }))
  const redis = new Redis(redisUrl)
  const store = createAccountStore(redis)
  const sealing = sealingOf({ APP_SECRET, DATA_KEYS: new Map(), DATA_CIPHER: 'aes-256-gcm' })
  let granted = 0
  return {
    name: 'five systems', server, redis,
    fault: async (fault) => {
      const { status } = await fetch(`${simulators.url}/faults`, { method: 'POST', body: JSON.stringify(fault) })
      if (status !== 201) throw new Error(`a fault was refused with ${status}`)
    },
    clear: async () => { await fetch(`${simulators.url}/faults`, { method: 'DELETE' }) },
    slowest: async () => {
      const at = performance.now()
      await Promise.all(CASE_SYSTEMS.map(async (system) => {
        const answer = await fetch(`${simulators.url}/${system}/onewindow/case/listByPerson`, {
          method: 'POST', headers: { accessKey: 'demo-key', 'Content-Type': 'application/json' }, body: JSON.stringify({ data: { xm: '演示用户0', zjhm: '990000190001020000' } }),
        })
        if (answer.status !== 200) throw new Error(`${system} answered with ${answer.status}`)
        await answer.arrayBuffer()
      }))
      return performance.now() - at
    },
    lookers: async (count) => {
      const citizens = await grantCitizens(redis, count)
      await inPortions(count, async (i) => {
        const { citizenId } = citizens[i] as (typeof citizens)[number]
        granted += 1
        // Nobody's number: of the demo city, and with no cases.
        const idNumber = `99000019000102${String(granted % 1_000).padStart(3, '0')}${granted % 10}`
        await store.keepRealName(citizenId, {
          sealed: sealing.seal(JSON.stringify({ name: `演示用户${granted}`, idNumber }), citizenId), personId: `p${String(granted).padStart(24, '0')}`, shown: '演*', idMasked: '9****************0', by: 'unified', at: 0,
        }, HOUR_MS)
      })
      return citizens.map(({ token }) => ({ method: 'GET', path: '/api/cases', headers: { Authorization: `Bearer ${token}` } }))
    },
    stop: async () => {
      redis.disconnect()
      await server.stop()
      await simulators.stop()
    },
  }
}
