import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { isAlive } from './children.mjs'

const own = (name: string): string => JSON.stringify(path.join(__dirname, name))

/** A command in small: it starts what it is given, says the groups, and stays. */
const command = (commands: readonly string[]): string => `
import { createFamily } from ${own('family.mjs')}
import { runUntilEnd } from ${own('lifetime.mjs')}
const family = createFamily()
await runUntilEnd(family, async () => {
  const groups = ${JSON.stringify(commands)}.map((script, i) => family.start({ name: 'Part ' + i, command: '/bin/sh', args: ['-c', script] }).pid)
  setTimeout(() => console.log(JSON.stringify(groups)), 100)
  await new Promise(() => undefined)
})
`

describe('a command of ours', () => {
  const folder = useFolder()

  /** Runs it until it ends; `act` gets the process once it has said its groups. */
  const runCommand = async (commands: readonly string[], act: (pid: number) => void) => {
    const file = path.join(folder(), 'command.mjs')
    await writeFile(file, command(commands))
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    let said = ''
    child.stderr.on('data', (text) => { told += String(text) })
    child.stdout.on('data', (text) => { if (!said && child.pid) act(child.pid); said += String(text) })
    const code = await new Promise<number | null>((resolve) => { child.once('close', resolve) })
    return { code, told, groups: JSON.parse(said.split('\n')[0] || '[]') as number[] }
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends everything it started on %s, and ends well', async (name) => {
    const { code, groups, told } = await runCommand(['sleep 60 & wait', 'sleep 60'], (pid) => process.kill(pid, name))
    expect({ code, told, left: groups.filter(isAlive), started: groups.length }).toEqual({ code: 0, told: '', left: [], started: 2 })
  })

  it('ends the rest with one sentence when a part ends by itself', async () => {
    const { code, told, groups } = await runCommand(['sleep 60', 'sleep 0.3; exit 7'], () => undefined)
    expect(told.trim()).toBe('Part 1 ended by itself (code 7), so the rest is stopped.')
    expect({ code, left: groups.filter(isAlive) }).toEqual({ code: 1, left: [] })
  })
})
