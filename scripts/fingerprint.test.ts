import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { fingerprint } from './fingerprint.mjs'

describe('the fingerprint of sources', () => {
  const folder = useFolder()

  it('changes with a file’s content, its name and its coming, and with nothing else', async () => {
    const file = path.join(folder(), 'src/pages/home.tsx')
    await mkdir(path.dirname(file), { recursive: true })
    const seen = new Set<string>()
    const take = async () => seen.add(await fingerprint(folder(), ['src', 'missing'])).size
    expect(await take()).toBe(1)
    await writeFile(file, 'one')
    expect(await take()).toBe(2)
    await writeFile(path.join(folder(), 'elsewhere'), 'two')
    expect(await take()).toBe(2)
    await writeFile(file, 'two')
    expect(await take()).toBe(3)
    await rename(file, `${file}.old`)
    expect(await take()).toBe(4)
  })
})
