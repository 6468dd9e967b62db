import { isAlive, startChild } from './children.mjs'
import { createFamily } from './family.mjs'

const sleeper = () => startChild({ name: 'a sleeper', command: 'sleep', args: ['60'] })

describe('a family', () => {
  it('stops what arrives after its end, and says so', async () => {
    const family = createFamily()
    await family.stop()
    const late = sleeper()
    await expect(family.adopt(late)).rejects.toThrow('Stopped.')
    expect(isAlive(late.pid)).toBe(false)
    expect(() => family.start({ name: 'later still', command: 'true' })).toThrow('Stopped.')
  })

  it('stops what arrives while it is ending, last come first', async () => {
    const family = createFamily()
    const stopped: string[] = []
    const member = (name: string, meanwhile: () => Promise<unknown> = async () => undefined) =>
      ({ name, ended: new Promise<number>(() => undefined), stop: async () => { stopped.push(name); await meanwhile() } })
    await family.adopt(member('first'))
    await family.adopt(member('second', async () => expect(family.adopt(member('late'))).rejects.toThrow('Stopped.')))
    await family.stop()
    expect(stopped).toEqual(['second', 'late', 'first'])
  })

  it('forgets a program that has done its work', async () => {
    const family = createFamily()
    const stays = sleeper()
    await family.adopt(stays)
    expect(await family.work({ name: 'work', command: '/bin/sh', args: ['-c', 'echo done; exit 3'] })).toEqual({ code: 3, output: 'done\n' })
    expect(isAlive(stays.pid)).toBe(true)
    await family.stop()
    expect(isAlive(stays.pid)).toBe(false)
  })
})
