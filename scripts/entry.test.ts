import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { run } from './programs.mjs'

describe('the way into a command', () => {
  const folder = useFolder()

  const enter = async (main: string) => {
    const file = path.join(folder(), 'entry.mjs')
    await writeFile(file, [
      `import { enter } from ${JSON.stringify(path.join(__dirname, 'entry.mjs'))}`,
      `enter(() => Promise.resolve({ main: async () => { ${main} } }), () => console.log('0 passed, 1 failed'))`,
    ].join('\n'))
    return run(process.execPath, [file])
  }

  it('ends with the command, whatever that has left behind', async () => {
    expect(await enter('setInterval(() => undefined, 1_000); console.log("done")')).toEqual({ code: 0, output: 'done\n', stdout: 'done\n' })
    expect(await enter('process.exitCode = 3')).toMatchObject({ code: 3 })
  })

  it.each([
    ['the command fails', 'throw new Error("it broke")'],
    ['something it did not wait for fails', 'setTimeout(() => { throw new Error("it broke") }, 10); await new Promise(() => setInterval(() => undefined, 1_000))'],
    ['a promise nobody holds fails', 'void Promise.reject(new Error("it broke")); await new Promise(() => setInterval(() => undefined, 1_000))'],
  ])('says so when %s, and its last line is as promised', async (_, main) => {
    const { code, output, stdout } = await enter(main)
    expect(code).toBe(1)
    expect(output).toContain('it broke')
    expect(stdout.trim().split('\n').at(-1)).toBe('0 passed, 1 failed')
  })
})
