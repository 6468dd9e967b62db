import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { findProgram } from './programs.mjs'
import { startRedis, type RedisKind } from './redis.mjs'
import { askRedis } from './redisAsk.mjs'
import { unpackRedis } from './redisPackage.mjs'
import { CACHE } from './root.mjs'

/** Every kind in order, and the surroundings of a machine that has only what a test puts there. */
const EVERY: readonly RedisKind[] = ['configured', 'program', 'package', 'embedded']

describe('the finder of a Redis', () => {
  const folder = useFolder()
  const at = (name: string): string => path.join(folder(), name)
  /** A command that runs the Redis of this machine; the unpacked one needs its own libraries, wherever it is called from. */
  const real = async (): Promise<string> => {
    const command = ['redis-server', 'valkey-server'].map((name) => findProgram(name)).find(Boolean)
    const found = command ? { command, env: {} } : await unpackRedis(path.join(CACHE, 'redis'), process.env, () => undefined)
    if (!found) throw new Error('this machine has no Redis')
    return `${Object.entries(found.env).map(([name, value]) => `export ${name}='${value}'\n`).join('')}exec '${found.command}' "$@"`
  }
  const pathWith = async (name: string, program?: string, script?: string): Promise<string> => {
    const bin = at(name)
    await mkdir(bin, { recursive: true })
    if (program) {
      await writeFile(path.join(bin, program), `#!/bin/sh\n${script ?? await real()}\n`)
      await chmod(path.join(bin, program), 0o755)
    }
    return bin
  }
  /** Looks where the test says, and tells what was found. */
  const find = async (env: NodeJS.ProcessEnv, unpacked = at('nothing-unpacked')) => {
    const said: string[] = []
    const redis = await startRedis({ dir: at(`data-${Math.random()}`), env: { ...env }, unpacked, kinds: EVERY, say: (text) => said.push(text) })
    await redis.stop()
    return { kind: redis.kind, said: said.join('\n') }
  }

  it('takes the one REDIS_URL names before any other', async () => {
    expect(await find({ REDIS_URL: process.env.TEST_REDIS_URL, PATH: process.env.PATH })).toMatchObject({ kind: 'configured' })
  })

  it('says so when REDIS_URL names none', async () => {
    await expect(find({ REDIS_URL: 'redis://127.0.0.1:1' })).rejects.toThrow(/REDIS_URL .* cannot be reached/)
  })

  it.each(['redis-server', 'valkey-server'])('takes %s on the PATH next', async (program) => {
    expect(await find({ PATH: await pathWith(`bin-${program}`, program) })).toMatchObject({ kind: 'program' })
  })

  it('takes the unpacked package next, and passes over a Redis that is too old', async () => {
    const old = await pathWith('bin-old', 'redis-server', 'echo "Redis server v=6.2.7 sha=0"')
    await mkdir(at('unpacked/root/usr/lib'), { recursive: true })
    await pathWith('unpacked/root/usr/bin', 'redis-server')
    const { kind, said } = await find({ PATH: old }, at('unpacked'))
    expect(kind).toBe('package')
    expect(said).toMatch(/is 6\.2\.7; 7 or later is needed/)
  })

  it('says what the distribution’s Redis is when that is too old, and where a newer one comes from', async () => {
    await mkdir(at('unpacked-old/root/usr/lib'), { recursive: true })
    await pathWith('unpacked-old/root/usr/bin', 'redis-server', 'echo "Redis server v=6.0.16 sha=0"')
    const said: string[] = []
    const options = { dir: at('none'), env: { PATH: await pathWith('bin-nothing') }, unpacked: at('unpacked-old'), say: (text: string) => { said.push(text) } }
    await expect(startRedis({ ...options, kinds: ['program', 'package'] })).rejects.toThrow(/No Redis 7 or later was found.*https:\/\/redis\.io/)
    expect(said).toEqual(['The distribution’s Redis is 6.0.16; 7 or later is needed.'])
  })

  it('takes the embedded one last, with a banner, and never for production', async () => {
    const nowhere = await pathWith('bin-empty')
    const { kind, said } = await find({ PATH: nowhere })
    expect(kind).toBe('embedded')
    expect(said).toContain('EMBEDDED REDIS')
    await expect(find({ PATH: nowhere, NODE_ENV: 'production' })).rejects.toThrow(/set REDIS_URL/)
  })

  it('finds its data again, asks a password, and lets no second server at the same data', async () => {
    const options = { dir: at('kept'), kinds: ['program', 'package'] as const }
    const first = await startRedis(options)
    await askRedis(first.url, ['SET', 'number', 'A001'])
    await expect(startRedis(options)).rejects.toThrow(/Another run is using the data/)
    await expect(askRedis(first.url.replace(/:[^:@]*@/, ':wrong@'), ['GET', 'number'])).rejects.toThrow(/WRONGPASS/)
    await first.stop()
    await expect(askRedis(first.url, ['PING'])).rejects.toThrow()
    const second = await startRedis(options)
    expect(await askRedis(second.url, ['GET', 'number'])).toBe('A001')
    expect(await askRedis(second.url, ['GET', 'nothing'])).toBe('')
    await second.stop()
  })
})
