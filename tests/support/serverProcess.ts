import path from 'node:path'
import { waitUntilReady } from '../../scripts/api.mjs'
import { startChild } from '../../scripts/children.mjs'
import { bareEnvironment } from './settings'

const ROOT = path.resolve(__dirname, '../..')

export interface ServerProcess {
  readonly url: string
  /** The leader of the process group it runs in. */
  readonly group: number
  /** `kill -9`: it can do nothing more. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

export interface ProgramOptions {
  /** Answered with 200 when it may be used. */
  readonly readyPath: string
  readonly args?: readonly string[]
  readonly nodeOptions?: readonly string[]
}

/**
 * Starts one of our TypeScript programs in a process of its own and waits until it answers.
 * @param file from the project's folder
 * @param environment all of its settings; PORT among them
 */
export const startProgram = async (file: string, environment: Readonly<Record<string, string>>, options: ProgramOptions): Promise<ServerProcess> => {
  let told = ''
  const child = startChild({
    name: file, command: process.execPath, args: [...options.nodeOptions ?? [], '--import', 'tsx', path.join(ROOT, file), ...options.args ?? []], cwd: ROOT,
    env: { ...bareEnvironment(), ...environment }, onOutput: (text) => { told = (told + text).slice(-4_000) },
  })
  const url = `http://127.0.0.1:${environment.PORT ?? ''}`
  const early = child.ended.then((code) => { throw new Error(`${file} ended with code ${code}: ${told}`) })
  early.catch(() => undefined)
  try {
    await Promise.race([waitUntilReady(url + options.readyPath, { name: file, limitMs: 60_000 }), early])
  } catch (error) {
    await child.stop()
    throw error instanceof Error ? Object.assign(error, { message: `${error.message} ${told}` }) : error
  }
  return {
    url, group: child.pid, stop: () => child.stop(),
    kill: async () => {
      process.kill(-child.pid, 'SIGKILL')
      await child.ended
    },
  }
}

/** The server itself, in a process of its own. */
export const startServerProcess = (environment: Readonly<Record<string, string>>, nodeOptions?: readonly string[]): Promise<ServerProcess> =>
  startProgram('bff/main.ts', environment, { readyPath: '/readyz', ...(nodeOptions && { nodeOptions }) })
