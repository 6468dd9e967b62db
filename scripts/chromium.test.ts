import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { findChromium } from './chromium.mjs'

describe('the finder of a browser', () => {
  const folder = useFolder()
  const program = async (name: string): Promise<string> => {
    const file = path.join(folder(), name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, '')
    await chmod(file, 0o755)
    return file
  }

  it('takes CHROMIUM_PATH before what is on the PATH', async () => {
    const chosen = await program('chosen/browser')
    const onPath = await program('bin/google-chrome')
    expect(findChromium({ CHROMIUM_PATH: chosen, PATH: path.dirname(onPath) })).toBe(chosen)
    expect(findChromium({ PATH: path.dirname(onPath) })).toBe(onPath)
  })

  it('says so when CHROMIUM_PATH names no program', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/no/such/browser' })).toThrow('CHROMIUM_PATH names no program: /no/such/browser')
  })
})
