import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { useFolder } from '../tests/support/folder'
import { isAlive, startChild, stopGroup, type Child } from './children.mjs'

const shell = (script: string): Child => startChild({ name: 'a tree', command: '/bin/sh', args: ['-c', script] })
/** A shell that has come as far as to say so. */
const shellReady = (script: string): Promise<Child> => new Promise((resolve) => {
  const child = startChild({ name: 'a tree', command: '/bin/sh', args: ['-c', script], onOutput: () => resolve(child) })
})

describe('a child', () => {
  const folder = useFolder()

  it('ends with its own children when it is stopped', async () => {
    const child = await shellReady('sleep 60 & sleep 60 & echo ready; wait')
    await child.stop()
    expect(isAlive(child.pid)).toBe(false)
  })

  it('is killed when it does not listen', async () => {
    const child = await shellReady('trap "" TERM; sleep 60 & echo ready; while :; do sleep 1; done')
    const began = performance.now()
    await child.stop(300)
    expect(isAlive(child.pid)).toBe(false)
    expect(performance.now() - began).toBeGreaterThanOrEqual(300)
  })

  it('tells its exit code, and 127 when there is no such program', async () => {
    expect(await shell('exit 3').ended).toBe(3)
    expect(await startChild({ name: 'nothing', command: '/no/such/program' }).ended).toBe(127)
  })

  it('ends even when we are killed and can do nothing more', async () => {
    const file = path.join(folder(), 'parent.mjs')
    await writeFile(file, [
      `import { startChild } from ${JSON.stringify(path.join(__dirname, 'children.mjs'))}`,
      'console.log(startChild({ name: \'a child\', command: \'sleep\', args: [\'60\'] }).pid)',
    ].join('\n'))
    const parent = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const group = await new Promise<number>((resolve) => { parent.stdout.once('data', (text) => resolve(Number(text))) })
    try {
      expect(isAlive(group)).toBe(true)
      parent.kill('SIGKILL')
      for (let tries = 0; isAlive(group) && tries < 100; tries += 1) await pause(50)
      expect(isAlive(group)).toBe(false)
    } finally {
      await stopGroup(group, 0)
    }
  })
})
