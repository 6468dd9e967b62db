import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { keepSecrets } from './secrets.mjs'

describe('the secrets of an installation', () => {
  const folder = useFolder()

  it('are made once, stay the same, and only their owner may read them', async () => {
    const dir = path.join(folder(), 'data')
    const first = await keepSecrets(dir)
    expect(first.APP_SECRET.length).toBeGreaterThanOrEqual(32)
    expect(first.DEMO_PASSWORD.length).toBeGreaterThanOrEqual(10)
    expect(await keepSecrets(dir)).toEqual(first)
    expect((await stat(path.join(dir, 'secrets.json'))).mode & 0o777).toBe(0o600)
    expect((await keepSecrets(path.join(folder(), 'other'))).APP_SECRET).not.toBe(first.APP_SECRET)
  })

  it('gain what a newer version needs and lose nothing', async () => {
    const dir = folder()
    await writeFile(path.join(dir, 'secrets.json'), JSON.stringify({ APP_SECRET: 'kept' }))
    expect(await keepSecrets(dir)).toMatchObject({ APP_SECRET: 'kept', DEMO_PASSWORD: expect.any(String) })
    expect(JSON.parse(await readFile(path.join(dir, 'secrets.json'), 'utf8'))).toMatchObject({ APP_SECRET: 'kept', DEMO_PASSWORD: expect.any(String) })
  })
})
