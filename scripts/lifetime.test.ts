import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { isAlive } from './children.mjs'

const own = (name: string): string => JSON.stringify(path.join(__dirname, name))

/** A command in small: it does `work`, in which it says the groups of what it started. */
const command = (work: string): string => `
import { enter } from ${own('entry.mjs')}
import { createFamily } from ${own('family.mjs')}
import { startChild } from ${own('children.mjs')}
import { waitUntilReady } from ${own('api.mjs')}
import { runUntilEnd } from ${own('lifetime.mjs')}
const family = createFamily()
const say = (...groups) => setTimeout(() => console.log(JSON.stringify(groups)), 100)
const ever = new Promise(() => undefined)
const shell = (script) => ({ name: 'Part', command: '/bin/sh', args: ['-c', script] })
enter(() => Promise.resolve({ main: () => runUntilEnd(family, async () => { ${work} }) }))
`
const parts = (scripts: readonly string[]): string =>
  `say(...${JSON.stringify(scripts)}.map((script, i) => family.start({ ...shell(script), name: 'Part ' + i }).pid)); await ever`

describe('a command of ours', () => {
  const folder = useFolder()

  /** Runs it until it ends; `act` gets the process each time it says something. */
  const runCommand = async (work: string, act: (pid: number, said: string) => void = () => undefined) => {
    const file = path.join(folder(), 'command.mjs')
    await writeFile(file, command(work))
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    let said = ''
    child.stderr.on('data', (text) => { told += String(text) })
    child.stdout.on('data', (text) => { said += String(text); if (child.pid) act(child.pid, String(text)) })
    const code = await new Promise<number | null>((resolve) => { child.once('close', resolve) })
    return { code, told, groups: JSON.parse(said.split('\n')[0] || '[]') as number[] }
  }
  /** Signals once, as soon as it has said its groups. */
  const signalling = (name: NodeJS.Signals) => (pid: number, said: string): void => { if (said.startsWith('[')) process.kill(pid, name) }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends everything it started on %s, and ends well', async (name) => {
    const { code, groups, told } = await runCommand(parts(['sleep 60 & wait', 'sleep 60']), signalling(name))
    expect({ code, told, left: groups.filter(isAlive), started: groups.length }).toEqual({ code: 0, told: '', left: [], started: 2 })
  })

  it('ends the rest with one sentence when a part ends by itself', async () => {
    const { code, told, groups } = await runCommand(parts(['sleep 60', 'sleep 0.3; exit 7']))
    expect(told.trim()).toBe('Part 1 ended by itself (code 7), so the rest is stopped.')
    expect({ code, left: groups.filter(isAlive) }).toEqual({ code: 1, left: [] })
  })

  // Each would take longer than a test may, were it waited for.
  it('ends when asked though its work still waits for an answer', async () => {
    const { code, told } = await runCommand(`say(); await waitUntilReady('http://127.0.0.1:1/', { name: 'Nothing', limitMs: 60_000 })`, signalling('SIGINT'))
    expect({ code, told }).toEqual({ code: 0, told: '' })
  })

  it('ends at once when asked again', async () => {
    const stubborn = `const child = startChild(shell('trap "" TERM; while :; do sleep 1; done'))
      await family.adopt({ ...child, stop: (graceMs = 60_000) => child.stop(graceMs) }); say(child.pid); await ever`
    const { code, groups } = await runCommand(stubborn, (pid) => process.kill(pid, 'SIGINT'))
    expect({ code, left: groups.filter(isAlive), started: groups.length }).toEqual({ code: 0, left: [], started: 1 })
  })
})
